package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pingmonitor.wire.PingRequest;

class LocalDelayLogTest {
    /** The clock passes the largest number meanwhile. */
    private static final long START = Long.MAX_VALUE - 1_000;

    private final LocalDelayLog holdUps = new LocalDelayLog();

    @Test
    void theLongestThatAPingWasUnderWayInCounts() {
        holdUps.add(START + 100, START + 200);
        holdUps.add(START + 900, START + 1_200);
        holdUps.add(START + 1_900, START + 2_500);
        assertEquals(300, longestNanos(0, 2_000));
        assertEquals(600, longestNanos(0, 5_000));
        assertEquals(150, longestNanos(1_050, 1_950));
        assertEquals(40, longestNanos(1_000, 1_040), "within one");
    }

    @Test
    void onesBeforeAndAfterAPingDoNot() {
        assertEquals(0, longestNanos(0, 2_000), "there was none");
        holdUps.add(START + 100, START + 200);
        holdUps.add(START + 900, START + 1_200);
        assertEquals(0, longestNanos(200, 900));
    }

    @Test
    void theLatestAreRemembered() {
        holdUps.add(START, START + 100);
        for (int i = 1; i < LocalDelayLog.MOST; i++) {
            holdUps.add(START + 1_000, START + 1_001);
        }
        assertEquals(100, longestNanos(0, 2_000));
        holdUps.add(START + 1_000, START + 1_002);
        assertEquals(2, longestNanos(0, 2_000));
    }

    private long longestNanos(long sent, long settled) {
        InFlightPing ping =
                new InFlightPing(
                        PingRequest.of(1, Instant.EPOCH, 0), new PingSocket(new Nowhere()));
        ping.sentNanos = START + sent;
        ping.settledNanos = START + settled;
        return holdUps.longestNanos(ping);
    }

    private static final class Nowhere implements Transport {
        @Override
        public void send(ByteBuffer message) throws IOException {
            throw new IOException("nowhere");
        }

        @Override
        public void receive(ByteBuffer buffer) throws IOException {
            throw new IOException("nowhere");
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
