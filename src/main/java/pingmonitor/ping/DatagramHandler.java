package pingmonitor.ping;

import java.nio.ByteBuffer;
import pingmonitor.wire.ReplyContent;

/**
 * Sees what comes in before the pinger takes it for something about a ping. A reply that names its ping by number and
 * time is never doubted and not shown.
 */
public interface DatagramHandler {
    /** Whether a datagram is the handler's own and no reply to a ping. */
    default boolean takesDatagram(
            PingSocket from, ByteBuffer datagram, ReplyContent content, long stampNanos) {
        return false;
    }

    /** Whether the news that something sent from a socket was refused is about a datagram of the handler's own. */
    default boolean takesRefusal(PingSocket from, long stampNanos) {
        return false;
    }
}
