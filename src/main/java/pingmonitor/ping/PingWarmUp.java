package pingmonitor.ping;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes a cold JVM ready to time a ping: some pings between two private loopback sockets, through the same code as a
 * real run. Nothing of it reaches anyone's server or session.
 */
public final class PingWarmUp {
    private static final Logger LOG = System.getLogger(PingWarmUp.class.getName());
    private static final int LARGEST_DATAGRAM = 2_048;
    private static final Duration TIMEOUT = Duration.ofMillis(50);

    /** As many with a pause as the way of waiting for the next needs. */
    private static final long CALM_PINGS = 15;

    private static final Duration PAUSE = Duration.ofMillis(1);

    /**
     * Back to back, so many that the way of a ping is compiled: an RTT at 100 ms on loopback is a fifth shorter then.
     */
    private static final long HASTY_PINGS = 500;

    /** On a slow machine there is an end to it: somebody waits. */
    private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

    private PingWarmUp() {}

    /**
     * Pings for a tenth of a second on the calling thread; does nothing where loopback is not to be had.
     *
     * @param extensions as the real runs have: a run is compiled together with its extension
     */
    public static void run(RunExtension.Factory extensions) {
        extensions.warmUp();
        long replies = ping(CacheWarmUp::onLoopback, extensions, TIMEOUT, MAX_NANOS);
        LOG.log(Logger.Level.DEBUG, "warmed up with {0} replies", replies);
    }

    /** Pings until the time is up, and tells how many replies came. */
    static long ping(
            CacheWarmUp.Opener opener,
            RunExtension.Factory extensions,
            Duration timeout,
            long mostNanos) {
        try (DatagramChannel echo = opener.open();
                CacheWarmUp path = new CacheWarmUp()) {
            // At so short a pause no ping of these is preceded by it.
            path.touch();
            echo.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress address = (InetSocketAddress) echo.getLocalAddress();
            Thread thread = new Thread(() -> answer(echo), "warm-up-echo");
            thread.setDaemon(true);
            thread.start();
            long endNanos = System.nanoTime() + mostNanos;
            long calm =
                    new Warming(plan(address, CALM_PINGS, timeout, PAUSE), extensions, endNanos)
                            .run();
            long hasty =
                    new Warming(
                                    plan(address, HASTY_PINGS, timeout, Duration.ZERO),
                                    extensions,
                                    endNanos)
                            .run();
            return calm + hasty;
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no warm-up", e);
            return 0;
        }
    }

    private static PingPlan plan(
            InetSocketAddress address, long pings, Duration timeout, Duration pause) {
        return new PingPlan(
                address.getAddress().getHostAddress(),
                address.getPort(),
                AddressFamily.ANY,
                pings,
                timeout,
                new Pacing.StopAndWait(pause),
                0,
                false);
    }

    private static void answer(DatagramChannel echo) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        try {
            while (true) {
                SocketAddress client = echo.receive(buffer.clear());
                echo.send(buffer.flip(), client);
            }
        } catch (IOException e) {
            // The normal end: ping() has closed the channel.
            LOG.log(Logger.Level.TRACE, "warm-up is over", e);
        }
    }

    /** One run, which ends with its last reply. */
    private static final class Warming {
        private final long pings;
        private final long endNanos;
        private final Pinger pinger;
        private final AtomicLong replies = new AtomicLong();

        Warming(PingPlan plan, RunExtension.Factory extensions, long endNanos) {
            this.pings = plan.count();
            this.endNanos = endNanos;
            this.pinger = new Pinger(plan, extensions, this::follow);
        }

        long run() {
            pinger.run();
            return replies.get();
        }

        private void follow(PingEvent event) {
            boolean last = false;
            if (event instanceof PingEvent.Replied reply) {
                replies.incrementAndGet();
                last = reply.sequence() == pings;
            }
            if (last || System.nanoTime() - endNanos >= 0) {
                pinger.stop();
            }
        }
    }
}
