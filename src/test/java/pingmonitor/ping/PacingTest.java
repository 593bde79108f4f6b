package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LEAST = Duration.ofNanos(1);

    @Test
    void aPauseIsFromNothingToADay() {
        for (Duration pause : List.of(Duration.ZERO, DAY)) {
            assertEquals(pause, new Pacing.StopAndWait(pause).pause());
        }
        for (Duration pause : List.of(LEAST.negated(), DAY.plus(LEAST))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Pacing.StopAndWait(pause),
                    pause::toString);
        }
    }

    @Test
    void anIntervalIsFromAMillisecondToADay() {
        Duration millisecond = Duration.ofMillis(1);
        for (Duration interval : List.of(millisecond, DAY)) {
            assertEquals(interval, new Pacing.FixedRate(interval).interval());
        }
        for (Duration interval :
                List.of(Duration.ZERO, millisecond.minus(LEAST), DAY.plus(LEAST))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Pacing.FixedRate(interval),
                    interval::toString);
        }
    }
}
