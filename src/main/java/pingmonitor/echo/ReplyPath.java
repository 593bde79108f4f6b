package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The way back of a datagram: the socket it came by. */
@FunctionalInterface
interface ReplyPath {
    /**
     * Sends without waiting.
     *
     * @return false if the reply did not leave, for whatever reason
     */
    boolean send(ByteBuffer reply, InetSocketAddress to);
}
