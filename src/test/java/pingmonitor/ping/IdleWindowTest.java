package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When something else than a ping may leave and be in the way of none. */
class IdleWindowTest {
    private static final long MILLI = 1_000_000;
    private static final long START = Long.MAX_VALUE - 100 * MILLI;

    @Test
    void inStopAndWaitItIsThePauseButTheLastOfIt() {
        Pace pace = new StopAndWaitPace(200 * MILLI);
        pace.begin(START);
        pace.leave(START);
        assertEquals(Optional.empty(), pace.idleWindow(START + 1), "a ping is under way");
        pace.settled(START + 10 * MILLI, false);
        assertEquals(room(10, 205), pace.idleWindow(START + 10 * MILLI));
        assertEquals(room(205, 205), pace.idleWindow(START + 205 * MILLI));
        assertEquals(Optional.empty(), pace.idleWindow(START + 205 * MILLI + 1));
    }

    @Test
    void inAShortPauseThereIsNone() {
        Pace pace = new StopAndWaitPace(4 * MILLI);
        pace.settled(START, false);
        assertEquals(Optional.empty(), pace.idleWindow(START));
    }

    @Test
    void atAFixedRateItIsBetweenTheBeats() {
        Pace pace = new FixedRatePace(100 * MILLI);
        pace.begin(START - FixedRatePace.BEFORE_FIRST_NANOS);
        pace.leave(START);
        assertEquals(room(2, 98), pace.idleWindow(START));
        assertEquals(room(50, 98), pace.idleWindow(START + 50 * MILLI));
        assertEquals(Optional.empty(), pace.idleWindow(START + 99 * MILLI));
    }

    @Test
    void atAQuickRateItIsTheMiddleHalf() {
        Pace pace = new FixedRatePace(4 * MILLI);
        pace.begin(START - FixedRatePace.BEFORE_FIRST_NANOS);
        pace.leave(START);
        assertEquals(room(1, 3), pace.idleWindow(START));
    }

    private static Optional<IdleWindow> room(long fromMillis, long untilMillis) {
        return Optional.of(new IdleWindow(START + fromMillis * MILLI, START + untilMillis * MILLI));
    }
}
