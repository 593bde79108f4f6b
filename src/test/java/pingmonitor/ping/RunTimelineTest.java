package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.RunTimeline.Moment;

/** The time of a run goes on evenly, whatever is done to the clock, and also while the machine sleeps. */
class RunTimelineTest {
    private static final Instant START = Instant.parse("2026-11-23T10:42:07.102331Z");

    private Instant wall = START.plusNanos(789);
    private long nanoTime = -5_000_000_123L;
    private OptionalLong boot = OptionalLong.of(TimeUnit.HOURS.toNanos(3));
    private final RunTimeline timeline = new RunTimeline(() -> wall, () -> nanoTime, () -> boot);

    @Test
    void beginsAtZeroWithWholeMicroseconds() {
        assertEquals(START, timeline.begin());
        assertEquals(new Moment(START, 0), timeline.now());
    }

    @Test
    void timesAreWholeMicrosecondsOnBothClocks() {
        timeline.begin();
        awake(Duration.ofNanos(1_234_567));
        assertEquals(new Moment(START.plusNanos(1_234_000), 1_234_000), timeline.now());
    }

    @Test
    void clockThatIsSetForwardChangesTheWallTimeAlone() {
        timeline.begin();
        awake(Duration.ofSeconds(1));
        wall = wall.plusSeconds(3_600);
        assertEquals(moment(Duration.ofSeconds(1), Duration.ofHours(1)), timeline.now());
        awake(Duration.ofSeconds(1));
        assertEquals(moment(Duration.ofSeconds(2), Duration.ofHours(1)), timeline.now());
        assertEquals(OptionalLong.empty(), timeline.sleptNanos());
        assertEquals(START.plusSeconds(2), timeline.end());
    }

    @Test
    void clockThatIsSetBackKeepsTheOrder() {
        timeline.begin();
        awake(Duration.ofSeconds(10));
        wall = wall.minusSeconds(3_600);
        Moment before = timeline.now();
        awake(Duration.ofMillis(1));
        Moment after = timeline.now();
        assertEquals(moment(Duration.ofSeconds(10), Duration.ofHours(-1)), before);
        assertEquals(moment(Duration.ofMillis(10_001), Duration.ofHours(-1)), after);
    }

    @Test
    void sleepBelongsToTheRunAndIsToldOnce() {
        timeline.begin();
        awake(Duration.ofSeconds(5));
        asleep(Duration.ofHours(8));
        assertEquals(moment(Duration.ofHours(8).plusSeconds(5), Duration.ZERO), timeline.now());
        assertEquals(OptionalLong.of(Duration.ofHours(8).toNanos()), timeline.sleptNanos());
        assertEquals(OptionalLong.empty(), timeline.sleptNanos());
        awake(Duration.ofSeconds(1));
        assertEquals(OptionalLong.empty(), timeline.sleptNanos());
        asleep(Duration.ofMinutes(1));
        assertEquals(OptionalLong.of(Duration.ofMinutes(1).toNanos()), timeline.sleptNanos());
        assertEquals(Duration.ofHours(8).plusSeconds(66).toNanos(), timeline.now().runNanos());
    }

    @Test
    void clockThatIsSetDuringSleepLeavesTheSleepWhole() {
        timeline.begin();
        asleep(Duration.ofHours(1));
        wall = wall.plusSeconds(7_200);
        assertEquals(moment(Duration.ofHours(1), Duration.ofHours(2)), timeline.now());
        assertEquals(OptionalLong.of(Duration.ofHours(1).toNanos()), timeline.sleptNanos());
    }

    @Test
    void withoutBootClockSleepLooksLikeClockThatWasSet() {
        boot = OptionalLong.empty();
        timeline.begin();
        wall = wall.plusSeconds(60);
        assertEquals(moment(Duration.ZERO, Duration.ofMinutes(1)), timeline.now());
        assertEquals(OptionalLong.empty(), timeline.sleptNanos());
    }

    @Test
    void driftBelowTheLimitKeepsTheWallTimeInStep() {
        timeline.begin();
        for (int second = 1; second <= 19; second++) {
            awake(Duration.ofSeconds(1));
            wall = wall.plusMillis(1);
            assertEquals(moment(Duration.ofSeconds(second), Duration.ZERO), timeline.now());
        }
        awake(Duration.ofSeconds(1));
        wall = wall.plusMillis(2);
        // The 789 ns of the beginning are in it, too.
        assertEquals(
                START.plusSeconds(20).plusMillis(21),
                timeline.now().at(),
                "set once, at the limit");
    }

    @Test
    void shortSleepIsNoMatter() {
        timeline.begin();
        asleep(Duration.ofMillis(900));
        assertEquals(moment(Duration.ZERO, Duration.ofMillis(900)), timeline.now());
        assertEquals(OptionalLong.empty(), timeline.sleptNanos());
    }

    private void awake(Duration time) {
        wall = wall.plus(time);
        nanoTime += time.toNanos();
        boot = add(boot, time);
    }

    private void asleep(Duration time) {
        wall = wall.plus(time);
        boot = add(boot, time);
    }

    private static OptionalLong add(OptionalLong nanos, Duration time) {
        return nanos.isPresent()
                ? OptionalLong.of(nanos.getAsLong() + time.toNanos())
                : OptionalLong.empty();
    }

    /** A moment of the run at which the wall clock is so much further than it was. */
    private static Moment moment(Duration run, Duration wallAhead) {
        return new Moment(START.plus(run).plus(wallAhead), run.toNanos());
    }
}
