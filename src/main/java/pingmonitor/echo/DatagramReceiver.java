package pingmonitor.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import pingmonitor.host.UnreachableErrors;

/**
 * Receives from a socket although systems report there what became of an earlier reply: that the client's port is
 * closed (Windows: error 10054), or that the reply passed too many routers (10052). Such news must not end a server.
 */
final class DatagramReceiver {
    /** So many errors in a row that say nothing of a reply mean that the socket is broken. */
    static final int MAX_ERRORS = 50;

    /** News in a row that are not waited after; only a system that repeats itself has more. */
    private static final int MAX_NEWS_AT_ONCE = 100;

    private static final long WAIT_AFTER_ERROR_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Source source;

    /** A socket. */
    @FunctionalInterface
    interface Source {
        SocketAddress receive(ByteBuffer buffer) throws IOException;
    }

    DatagramReceiver(Source source) {
        this.source = source;
    }

    /**
     * Waits for the next datagram.
     *
     * @param buffer cleared before and ready for reading afterwards
     * @return the sender
     * @throws IOException when nothing more can come, also because the socket was closed
     */
    InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        int errors = 0;
        int news = 0;
        while (true) {
            try {
                InetSocketAddress sender = (InetSocketAddress) source.receive(buffer.clear());
                buffer.flip();
                return sender;
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                // Some client went away before its reply came, mostly.
                boolean ofReply = UnreachableErrors.meansPort(e) || UnreachableErrors.meansHost(e);
                if (ofReply) {
                    news++;
                } else {
                    errors++;
                }
                if (errors == MAX_ERRORS) {
                    throw e;
                }
                if (!ofReply || news > MAX_NEWS_AT_ONCE) {
                    LockSupport.parkNanos(WAIT_AFTER_ERROR_NANOS);
                }
            }
        }
    }
}
