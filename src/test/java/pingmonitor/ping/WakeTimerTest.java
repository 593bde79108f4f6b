package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a clock that goes on by a little at each look, with a system that wakes sleepers late. */
class WakeTimerTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000 * MICRO;
    private static final long LOOK = 100;
    private static final long BEGIN = Long.MAX_VALUE - 20 * MILLI;

    private final List<Long> sleeps = new ArrayList<>();
    private final List<Long> touches = new ArrayList<>();
    private long clock = BEGIN;
    private long lateness = 60 * MICRO;
    private long wokenAt = BEGIN;
    private long wokenAfter = Long.MAX_VALUE;

    private final WakeTimer alarm =
            new WakeTimer(() -> touches.add(clock), this::look, this::sleepFor, 0);

    @Test
    void anOrdinarySleepLastsAsLongAsIsLeft() {
        alarm.sleep(BEGIN + 3 * MILLI);
        assertEquals(List.of(3 * MILLI - LOOK), sleeps);
        assertEquals(List.of(), touches);
    }

    @Test
    void aMomentIsMetThoughTheSystemWakesLate() {
        alarm.sleepExactly(BEGIN + 3 * MILLI);
        assertMet(BEGIN + 3 * MILLI);
        assertEquals(1, sleeps.size());
        assertEquals(List.of(), touches, "after so short a sleep everything is at hand");
    }

    @Test
    void aSystemThatWakesLaterIsLearntFromWithinSomeSleeps() {
        lateness = 100 * MICRO;
        long due = clock;
        for (int i = 0; i < 40; i++) {
            due = clock + 2 * MILLI;
            alarm.sleepExactly(due);
        }
        assertMet(due);
    }

    @Test
    void littleIsSpunOnASystemThatWakesInTime() {
        lateness = 5 * MICRO;
        for (int i = 0; i < 100; i++) {
            alarm.sleepExactly(clock + 2 * MILLI);
        }
        long due = clock + 2 * MILLI;
        alarm.sleepExactly(due);
        assertMet(due);
        long slept = sleeps.get(sleeps.size() - 1);
        assertTrue(2 * MILLI - slept < 15 * MICRO, slept + " slept");
    }

    @Test
    void howeverLateTheSystemWakesOnlySoMuchIsSpun() {
        lateness = MILLI;
        for (int i = 0; i < 200; i++) {
            alarm.sleepExactly(clock + 3 * MILLI);
        }
        lateness = 0;
        alarm.sleepExactly(clock + 3 * MILLI);
        long slept = sleeps.get(sleeps.size() - 1);
        assertEquals(3 * MILLI - 150 * MICRO, slept, 3 * LOOK);
    }

    @Test
    void afterALongSleepTheWayIsGoneOnceBefore() {
        long due = BEGIN + 10 * MILLI;
        alarm.sleepExactly(due);
        assertEquals(1, touches.size());
        assertTrue(due - touches.get(0) > 50 * MICRO, "there is time for it");
        assertMet(due);
    }

    @Test
    void whoIsWokenEarlierGoesOnAtOnce() {
        wokenAfter = MILLI;
        alarm.sleepExactly(BEGIN + 10 * MILLI);
        assertTrue(clock - BEGIN < 2 * MILLI);
        assertEquals(List.of(), touches);
    }

    @Test
    void aMomentThatIsOverIsNotWaitedFor() {
        alarm.sleepExactly(BEGIN - 1);
        assertEquals(List.of(), sleeps);
        assertTrue(clock - BEGIN <= 4 * LOOK);
    }

    /** As on Windows: whole milliseconds, counted from one tick of 1 ms to another. */
    @Test
    void aMomentIsMetAlsoByASleepInWholeUnits() {
        WakeTimer coarse = new WakeTimer(() -> {}, this::look, this::sleepUnits, MILLI);
        for (long lasts = MILLI / 10; lasts < 30 * MILLI; lasts += MILLI / 10) {
            for (long late : new long[] {0, MILLI / 2, MILLI}) {
                lateness = late;
                wokenAt = clock;
                long due = clock + lasts;
                coarse.sleepExactly(due);
                assertMet(due);
                assertTrue(spunSince() <= 3 * MILLI, lasts + " " + spunSince());
            }
        }
    }

    private long spunSince() {
        return clock - wokenAt;
    }

    private void sleepUnits(long nanos) {
        clock += Math.max(1, nanos / MILLI) * MILLI + lateness;
        wokenAt = clock;
    }

    private void assertMet(long due) {
        assertTrue(clock - due >= 0, "not early");
        assertTrue(clock - due <= 4 * LOOK, (clock - due) + " ns late");
    }

    private long look() {
        clock += LOOK;
        return clock;
    }

    private void sleepFor(long nanos) {
        sleeps.add(nanos);
        clock += Math.min(nanos + lateness, wokenAfter);
    }
}
