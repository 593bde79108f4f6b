package pingmonitor.ping;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import pingmonitor.host.IpAddress;

/**
 * Goes the way of a ping once, from a socket of this machine to itself, so that what the program and the system need
 * for it is in the processor's caches again. After 100 ms of sleep that makes an RTT on loopback a third shorter, and
 * closer to what the network took. Nothing leaves this machine.
 */
final class CacheWarmUp implements Closeable {
    private static final Logger LOG = System.getLogger(CacheWarmUp.class.getName());
    private static final int BYTES = 32;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
    private Optional<DatagramChannel> loop = Optional.empty();

    /** Makes a socket, as the system does. */
    @FunctionalInterface
    interface Opener {
        DatagramChannel open() throws IOException;
    }

    /** Opens the socket at once: that takes longer than there is before a ping. */
    CacheWarmUp() {
        this(CacheWarmUp::onLoopback);
    }

    CacheWarmUp(Opener opener) {
        open(opener);
    }

    /** Goes that way; does nothing where it is not to be had. */
    void touch() {
        loop.ifPresent(this::goRound);
    }

    @Override
    public void close() {
        loop.ifPresent(CacheWarmUp::close);
        loop = Optional.empty();
    }

    /** A socket for {@link InetAddress#getLoopbackAddress}. */
    static DatagramChannel onLoopback() throws IOException {
        return DatagramChannel.open(IpAddress.family(InetAddress.getLoopbackAddress()));
    }

    private void open(Opener opener) {
        try {
            DatagramChannel channel = opener.open();
            loop = Optional.of(channel);
            // What does not come back is not waited for.
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.connect(channel.getLocalAddress());
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no loopback to touch", e);
            close();
        }
    }

    private void goRound(DatagramChannel channel) {
        try {
            channel.write(buffer.clear());
            channel.read(buffer.clear());
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "touching the loopback", e);
            close();
        }
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "closing a socket", e);
        }
    }
}
