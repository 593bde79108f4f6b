package pingmonitor.ping.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PauseDetectorTest {
    private static final long MILLI = 1_000_000;
    private static final long LEAST = 2 * MILLI;
    private static final long NOW = Long.MAX_VALUE - 3 * MILLI;

    private final List<Long> pauses = new ArrayList<>();
    private final PauseDetector watch = new PauseDetector(LEAST);

    @Test
    void stepsGrowWithTheAgeOfThePing() {
        long late = NOW + 1_000 * MILLI;
        assertEquals(MILLI, PauseDetector.stepNanos(NOW, late, OptionalLong.of(NOW)) - NOW);
        assertEquals(
                MILLI, PauseDetector.stepNanos(NOW, late, OptionalLong.of(NOW - 8 * MILLI)) - NOW);
        assertEquals(
                10 * MILLI,
                PauseDetector.stepNanos(NOW, late, OptionalLong.of(NOW - 80 * MILLI)) - NOW);
    }

    @Test
    void noStepIsLongerThanAllowedNorAnySleepCutWithoutAPing() {
        assertEquals(NOW + 300, PauseDetector.stepNanos(NOW, NOW + 300, OptionalLong.of(NOW)));
        assertEquals(NOW - 1, PauseDetector.stepNanos(NOW, NOW - 1, OptionalLong.of(NOW)));
        long late = NOW + 1_000 * MILLI;
        assertEquals(late, PauseDetector.stepNanos(NOW, late, OptionalLong.empty()));
    }

    @Test
    void aSleepThatLastsTooLongIsTold() {
        watch.attend(NOW - MILLI);
        check(NOW, NOW + LEAST - 1, 0);
        assertEquals(List.of(), pauses);
        watch.attend(NOW - MILLI);
        check(NOW, NOW + LEAST, 0);
        assertEquals(List.of(LEAST), pauses);
    }

    @Test
    void workThatLastedBeyondTheMomentIsNoPause() {
        watch.attend(NOW + 30 * MILLI);
        check(NOW, NOW + 30 * MILLI, 0);
        assertEquals(List.of(), pauses);
        watch.attend(NOW + 30 * MILLI);
        check(NOW, NOW + 35 * MILLI, 0);
        assertEquals(List.of(5 * MILLI), pauses);
    }

    @Test
    void waitingForAProcessorAloneIsNoPause() {
        watch.attend(NOW - MILLI);
        check(NOW, NOW + 30 * MILLI, 28 * MILLI + 1);
        assertEquals(List.of(), pauses);
        watch.attend(NOW - MILLI);
        check(NOW, NOW + 30 * MILLI, 28 * MILLI);
        assertEquals(List.of(30 * MILLI), pauses);
    }

    private void check(long dueNanos, long nowNanos, long ownWaitNanos) {
        watch.check(dueNanos, nowNanos, ownWaitNanos).ifPresent(pauses::add);
    }
}
