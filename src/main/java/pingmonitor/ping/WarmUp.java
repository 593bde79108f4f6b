package pingmonitor.ping;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;

/**
 * Makes a cold JVM ready to time a ping: some pings between two private loopback sockets, through the same code as a
 * real run. Nothing of it reaches anyone's server or session.
 */
public final class WarmUp {
    private static final Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final int LARGEST_DATAGRAM = 2_048;
    private static final long PINGS = 30;
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration TIMEOUT = Duration.ofMillis(50);

    private WarmUp() {}

    /** Pings for about a tenth of a second on the calling thread; does nothing where loopback is not to be had. */
    public static void run() {
        try (DatagramChannel echo = DatagramChannel.open();
                PathTouch path = new PathTouch()) {
            // At so short a pause no ping of these is preceded by it.
            path.touch();
            echo.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress address = (InetSocketAddress) echo.getLocalAddress();
            Thread thread = new Thread(() -> answer(echo), "warm-up-echo");
            thread.setDaemon(true);
            thread.start();
            String host = address.getAddress().getHostAddress();
            new Pinger(
                            new PingPlan(
                                    host,
                                    address.getPort(),
                                    AddressFamily.ANY,
                                    PINGS,
                                    TIMEOUT,
                                    new Pacing.StopAndWait(PAUSE),
                                    0),
                            event -> {})
                    .run();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no warm-up", e);
        }
    }

    private static void answer(DatagramChannel echo) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        try {
            while (true) {
                SocketAddress client = echo.receive(buffer.clear());
                echo.send(buffer.flip(), client);
            }
        } catch (IOException e) {
            // The normal end: run() has closed the channel.
            LOG.log(Logger.Level.TRACE, "warm-up is over", e);
        }
    }
}
