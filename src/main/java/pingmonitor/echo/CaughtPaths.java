package pingmonitor.echo;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Finds the way back of a datagram that came to an address without an endpoint. Java does not tell the destination of a
 * datagram, so it is looked up where the sender is connected, or it is the one address that is new on this machine. The
 * address has an endpoint from then on, and all further datagrams come by that. For one thread.
 *
 * <p>A program on this machine that is not connected is answered from the address that the system chooses, 127.0.0.1.
 * What else comes from other machines was sent to everybody (broadcast) and is left alone.
 */
final class CaughtPaths {
    /** Limit of look-ups a second; each takes a tenth of a millisecond or more. */
    static final double LOOKS_PER_SECOND = 50;

    /** Number of senders remembered as not connected. */
    static final int MAX_UNCONNECTED = 256;

    /** A sender is taken as not connected for this time: another socket may have its port soon after. */
    static final long UNCONNECTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final System.Logger LOG = System.getLogger(CaughtPaths.class.getName());

    private final Endpoints endpoints;
    private final ClientSockets sockets;
    private final LocalAddressSource addresses;
    private final LongSupplier nanoTime;
    private final Runnable opened;
    private final TokenBucket looks;
    private final RecentMap<InetSocketAddress, Long> unconnected = new RecentMap<>(MAX_UNCONNECTED);

    /**
     * @param opened told when an endpoint may have come
     */
    CaughtPaths(
            Endpoints endpoints,
            ClientSockets sockets,
            LocalAddressSource addresses,
            LongSupplier nanoTime,
            Runnable opened) {
        this.endpoints = endpoints;
        this.sockets = sockets;
        this.addresses = addresses;
        this.nanoTime = nanoTime;
        this.opened = opened;
        this.looks = new TokenBucket(LOOKS_PER_SECOND, nanoTime.getAsLong());
    }

    /**
     * The way back to a sender.
     *
     * @param wildcard by which its datagram came
     * @return empty if nothing is to be sent back
     */
    Optional<Endpoint> of(InetSocketAddress sender, Endpoint wildcard) {
        Optional<Endpoint> found = mayLook(sender) ? look(sender) : Optional.empty();
        boolean isLocal = sender.getAddress().isLoopbackAddress();
        return found.or(() -> isLocal ? Optional.of(wildcard) : Optional.empty());
    }

    private boolean mayLook(InetSocketAddress sender) {
        long nowNanos = nanoTime.getAsLong();
        Long looked = unconnected.get(sender);
        boolean known = looked != null && nowNanos - looked < UNCONNECTED_NANOS;
        if (known || !looks.hasToken(nowNanos)) {
            return false;
        }
        looks.take();
        return true;
    }

    private Optional<Endpoint> look(InetSocketAddress sender) {
        Optional<InetAddress> destination = sockets.destination(sender, endpoints.port());
        if (destination.isEmpty()) {
            unconnected.put(sender, nanoTime.getAsLong());
        }
        Optional<Endpoint> found;
        if (destination.filter(InetAddress::isLoopbackAddress).isPresent()) {
            found = endpoints.at(destination.get());
        } else if (sender.getAddress().isLoopbackAddress()) {
            found = Optional.empty();
        } else {
            found = newAddress(destination);
        }
        opened.run();
        return found;
    }

    /** The interfaces may have an address that they had not at the last regular look. */
    private Optional<Endpoint> newAddress(Optional<InetAddress> destination) {
        List<InetAddress> known = endpoints.addresses();
        try {
            endpoints.follow(addresses.list());
        } catch (IOException changingJustNow) {
            LOG.log(System.Logger.Level.DEBUG, "no look at the addresses", changingJustNow);
            return Optional.empty();
        }
        List<InetAddress> fresh =
                endpoints.addresses().stream()
                        .filter(Inet4Address.class::isInstance)
                        .filter(each -> !known.contains(each))
                        .toList();
        return destination
                .or(() -> fresh.size() == 1 ? Optional.of(fresh.get(0)) : Optional.empty())
                .flatMap(endpoints::known);
    }
}
