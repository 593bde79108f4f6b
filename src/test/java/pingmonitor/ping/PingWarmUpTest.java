package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.ping.loss.LossLocators;

@Timeout(300)
class PingWarmUpTest {
    /** 15 with a pause and 500 without one. */
    private static final long ALL = 515;

    /** So long that none is late on a busy machine either. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final List<DatagramChannel> opened = new ArrayList<>();

    @Test
    void theCalmAndTheHastyPingsAreAnswered() {
        assertEquals(ALL, PingWarmUp.ping(this::open, new LossLocators(), TIMEOUT, MOST_NANOS));
        assertEquals(1, opened.size());
        assertFalse(opened.get(0).isOpen());
    }

    @Test
    void whenTheTimeIsUpItEnds() {
        long replies = PingWarmUp.ping(this::open, new LossLocators(), TIMEOUT, 0);
        assertTrue(replies < ALL, () -> replies + " replies");
        assertFalse(opened.get(0).isOpen());
    }

    @Test
    void whereLoopbackIsNotToBeHadThereIsNoWarmUp() {
        long replies =
                PingWarmUp.ping(
                        () -> {
                            throw new IOException("Too many open files");
                        },
                        new LossLocators(),
                        TIMEOUT,
                        MOST_NANOS);
        assertEquals(0, replies);
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        opened.add(channel);
        return channel;
    }
}
