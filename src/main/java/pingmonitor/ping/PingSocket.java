package pingmonitor.ping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A port we ping from, and what its pings tell about a reply that names none of them. */
public final class PingSocket {
    final Transport transport;

    private Optional<InFlightPing> last = Optional.empty();
    private boolean ambiguous;
    private long pings;
    private int waiting;
    private boolean retired;
    private boolean closed;

    PingSocket(Transport transport) {
        this.transport = transport;
    }

    /** No ping leaves from here any more. */
    void retire() {
        retired = true;
    }

    /** Whether pings leave from another port now. */
    public boolean isRetired() {
        return retired;
    }

    /** Nothing leaves from here any more, nor comes in. */
    void close() {
        closed = true;
        transport.close();
    }

    public boolean isOpen() {
        return !closed;
    }

    /** Notes a ping that left from here. */
    void sent(InFlightPing ping) {
        ambiguous |= last.filter(PingSocket::mayStillBeAnswered).isPresent();
        last = Optional.of(ping);
        pings++;
        waiting++;
    }

    /** Notes that a ping from here waits no longer. */
    void settled() {
        waiting--;
    }

    /** How many pings left from here. */
    public long pings() {
        return pings;
    }

    /** The address and port of this machine. */
    public InetSocketAddress local() {
        return transport.local();
    }

    /** Sends a datagram that is no ping. */
    public void send(ByteBuffer datagram) throws IOException {
        transport.send(datagram);
    }

    /** Whether a ping from here waits for its reply. */
    boolean busy() {
        return waiting > 0;
    }

    /** The latest ping from here. */
    Optional<InFlightPing> last() {
        return last;
    }

    /**
     * The one ping that a reply without number and time can answer: the latest from this port, if no reply to one
     * before it can still come.
     */
    Optional<InFlightPing> meant() {
        return ambiguous ? Optional.empty() : last;
    }

    private static boolean mayStillBeAnswered(InFlightPing ping) {
        return ping.waiting() || ping.state == InFlightPing.State.TIMED_OUT;
    }
}
