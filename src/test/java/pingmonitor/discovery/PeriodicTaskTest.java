package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.echo.QuietLog;

/** The thread behind it all. */
@Timeout(60)
class PeriodicTaskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void closingWaitsForTheRoundAndCleansUpOnceOnTheSameThread() throws Exception {
        CountDownLatch inTheRound = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        PeriodicTask rounds =
                PeriodicTask.begin(
                        "rounds-test",
                        () -> {
                            inTheRound.countDown();
                            await(goOn);
                            done.add("round " + Thread.currentThread().getName());
                        },
                        () -> {},
                        () -> done.add("tidy " + Thread.currentThread().getName()));
        await(inTheRound);
        rounds.close();
        rounds.close();
        assertEquals(List.of(), done, "closing does not wait");
        goOn.countDown();
        assertTrue(rounds.awaitClosed(PATIENCE));
        assertEquals(List.of("round rounds-test", "tidy rounds-test"), done);
    }

    @Test
    void aFailedRoundDoesNotPreventTheCleanup() {
        CountDownLatch broke = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        try (QuietLog log = QuietLog.of(PeriodicTask.class)) {
            PeriodicTask rounds =
                    PeriodicTask.begin(
                            "rounds-test",
                            () -> {
                                broke.countDown();
                                throw new IllegalStateException("on purpose");
                            },
                            () -> {},
                            () -> done.add("tidy"));
            await(broke);
            rounds.close();
            assertTrue(rounds.awaitClosed(PATIENCE));
            assertEquals(List.of("tidy"), done);
            assertEquals(1, log.messages());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("too late");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
