package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AddressWatchTest {
    @Test
    void aDefectIsToldOnceAndItLooksAgain() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch found = new CountDownLatch(1);
        AddressWatch watch =
                new AddressWatch(
                        () -> {
                            if (looks.incrementAndGet() <= 3) {
                                throw new IllegalStateException("a defect");
                            }
                            return List.of(Loopback.FIRST);
                        },
                        Duration.ofNanos(1),
                        addresses -> found.countDown());
        Thread thread = new Thread(watch);
        try (QuietLog quiet = QuietLog.of(AddressWatch.class)) {
            thread.start();
            assertTrue(found.await(20, TimeUnit.SECONDS));
            watch.stop();
            thread.join();
            assertEquals(1, quiet.messages());
        }
    }

    @Test
    void itEndsWhenInterruptedAndPassesThatOn() {
        AtomicInteger looks = new AtomicInteger();
        AddressWatch watch =
                new AddressWatch(
                        () -> List.of(Loopback.FIRST),
                        Duration.ofDays(1),
                        addresses -> looks.incrementAndGet());
        Thread.currentThread().interrupt();
        watch.run();
        assertTrue(Thread.interrupted());
        assertEquals(0, looks.get());
    }
}
