package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeriodicCheckTest {
    @Test
    void aDefectIsReportedOnceAndTheCheckGoesOn() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch found = new CountDownLatch(1);
        PeriodicCheck check =
                new PeriodicCheck(
                        Duration.ofNanos(1),
                        () -> {
                            if (looks.incrementAndGet() <= 3) {
                                throw new IllegalStateException("a defect");
                            }
                            found.countDown();
                        });
        Thread thread = new Thread(check);
        try (QuietLog quiet = QuietLog.of(PeriodicCheck.class)) {
            thread.start();
            assertTrue(found.await(20, TimeUnit.SECONDS));
            check.stop();
            thread.join();
            assertEquals(1, quiet.messages());
        }
    }

    @Test
    void anInterruptEndsTheCheckAndIsKept() {
        AtomicInteger looks = new AtomicInteger();
        PeriodicCheck check = new PeriodicCheck(Duration.ofDays(1), looks::incrementAndGet);
        Thread.currentThread().interrupt();
        check.run();
        assertTrue(Thread.interrupted());
        assertEquals(0, looks.get());
    }
}
