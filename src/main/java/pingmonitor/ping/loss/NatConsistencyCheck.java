package pingmonitor.ping.loss;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.PingSocket;

/**
 * Checks whether the server would have seen a ping under the address at which it looked. It remembers pings by address,
 * and a NAT (RFC 3022) may give one machine several, one after the other or for different ports (RFC 4787, section
 * 4.1). A ping that the server does not remember was lost on the forward path only if both can be ruled out.
 */
final class NatConsistencyCheck {
    /**
     * An address is taken to have been in use this long before the first ping seen under it: a way out that gets
     * another one is down for longer.
     */
    static final long BEFORE_FIRST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /**
     * A NAT keeps a UDP mapping at least this long after the last outgoing packet. RFC 4787 REQ-5 asks for two minutes;
     * real devices keep less.
     */
    static final long MAPPING_NANOS = TimeUnit.SECONDS.toNanos(30);

    /**
     * Something is seen under an address.
     *
     * @param sinceNanos as far as that is proved
     */
    record Sighting(InetAddress address, long sinceNanos) {
        private static Optional<Sighting> joined(
                Optional<Sighting> known, InetAddress address, long atNanos) {
            boolean nothingNew =
                    known.filter(before -> before.address.equals(address))
                            .filter(before -> before.sinceNanos - atNanos <= 0)
                            .isPresent();
            return nothingNew ? known : Optional.of(new Sighting(address, atNanos));
        }
    }

    /** Under which address the server saw each socket last; those that the run has forgotten go by themselves. */
    private final Map<PingSocket, Sighting> sockets = new WeakHashMap<>();

    private Optional<Sighting> machine = Optional.empty();
    private long latestNanos;

    /** When it was, or may have been, seen under another address than now, as far as anything shows it. */
    private Optional<Long> elsewhereNanos = Optional.empty();

    /** The server says under which address it sees a port, and so from now on this machine. */
    void seen(PingSocket from, InetAddress address, long stampNanos) {
        if (machine.filter(known -> !known.address.equals(address)).isPresent()) {
            elsewhereNanos = Optional.of(latestNanos);
        }
        machine = Sighting.joined(machine, address, stampNanos);
        latestNanos = stampNanos;
        note(from, address, stampNanos);
    }

    /** A ping that the server surely answered is not among what it remembers of the address just seen. */
    void missed(InFlightPing answered) {
        elsewhereNanos = Optional.of(answered.sentNanos());
        machine = machine.map(known -> new Sighting(known.address, latestNanos));
    }

    /** The server remembers a ping, under the address just seen. */
    void remembered(InFlightPing ping) {
        InetAddress address = machine.orElseThrow().address;
        note(ping.socket(), address, ping.sentNanos());
        if (elsewhereNanos.isEmpty()) {
            machine = Sighting.joined(machine, address, ping.sentNanos() - BEFORE_FIRST_NANOS);
        } else if (ping.sentNanos() - elsewhereNanos.get() > 0) {
            machine = Sighting.joined(machine, address, ping.sentNanos());
        }
    }

    /** Whether the server would have seen a ping under the address just seen. */
    boolean holdsFor(InFlightPing ping) {
        InetAddress address = machine.orElseThrow().address;
        // Without a NAT there is no other.
        return ping.socket().local().getAddress().equals(address)
                || isProved(machine, address, ping.sentNanos())
                        && isProved(of(ping.socket()), address, ping.sentNanos() + MAPPING_NANOS);
    }

    private Optional<Sighting> of(PingSocket socket) {
        return Optional.ofNullable(sockets.get(socket));
    }

    private void note(PingSocket socket, InetAddress address, long atNanos) {
        Sighting.joined(of(socket), address, atNanos).ifPresent(seen -> sockets.put(socket, seen));
    }

    private static boolean isProved(
            Optional<Sighting> sighting, InetAddress address, long atNanos) {
        return sighting.filter(known -> known.address.equals(address))
                .filter(known -> known.sinceNanos - atNanos <= 0)
                .isPresent();
    }
}
