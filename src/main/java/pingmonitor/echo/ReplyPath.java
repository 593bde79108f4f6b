package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The way back of a datagram: the socket it came by. Its monitor keeps the order of what is told of it. */
@FunctionalInterface
interface ReplyPath {
    /**
     * Sends; waits only while the system has no room for it.
     *
     * @return false if the reply did not leave, for whatever reason
     */
    boolean send(ByteBuffer reply, InetSocketAddress to);
}
