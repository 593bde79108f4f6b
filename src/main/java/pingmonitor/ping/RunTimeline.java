package pingmonitor.ping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time of one run. It begins at 0 and goes on evenly, whatever is done to the clock of this machine, also while the
 * machine is asleep. The wall time belongs to it by a constant difference, until the clock is set: so the order of the
 * pings is always theirs, and a file can keep one number for both. All times are whole microseconds, as in the message
 * of a ping. Not safe for threads.
 */
public final class RunTimeline {
    /** A clock that is further off was set. Less is the grain of a coarse clock, or drift on its way to this. */
    static final Duration MAX_DIFFERENCE = Duration.ofMillis(20);

    /** A shorter sleep is no matter: the boot clock has a grain of 10 ms, and nobody sleeps less. */
    static final long MIN_SLEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private final Supplier<OptionalLong> bootNanos;
    private Instant zero = Instant.EPOCH;
    private Instant startedAt = Instant.EPOCH;
    private long startNanos;
    private OptionalLong startBootNanos = OptionalLong.empty();
    private long sleptNanos;
    private long untoldSleepNanos;

    /**
     * One moment of a run.
     *
     * @param at wall time
     * @param runNanos time since the run began
     */
    public record Moment(Instant at, long runNanos) {}

    /**
     * @param wall the clock that people set
     * @param nanoTime as {@link System#nanoTime}
     * @param bootNanos a clock that goes on while the machine sleeps, and that nobody sets; empty where there is none
     */
    public RunTimeline(
            InstantSource wall, LongSupplier nanoTime, Supplier<OptionalLong> bootNanos) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.bootNanos = bootNanos;
    }

    /** The time of a run that has only wall time: since 1970. */
    static long nanosOf(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    /** Begins the time; the wall time of its zero. */
    Instant begin() {
        zero = wall.instant().truncatedTo(ChronoUnit.MICROS);
        startedAt = zero;
        startNanos = nanoTime.getAsLong();
        startBootNanos = bootNanos.get();
        return zero;
    }

    /** The present moment. */
    public Moment now() {
        Instant shown = wall.instant();
        long nanos = runNanos();
        Duration ahead = Duration.between(zero.plusNanos(nanos), shown);
        if (ahead.abs().compareTo(MAX_DIFFERENCE) > 0) {
            nanos += wakeUp(ahead);
            zero = shown.minusNanos(nanos).truncatedTo(ChronoUnit.MICROS);
        }
        return new Moment(zero.plusNanos(nanos), nanos);
    }

    /** The wall time of now, as far as the clock was not set during the run. */
    Instant end() {
        return startedAt.plusNanos(now().runNanos());
    }

    /** How long this machine was asleep, told once after it. */
    OptionalLong sleptNanos() {
        // With every datagram: nothing is made as long as the clocks agree.
        long aheadMillis = wall.millis() - zero.toEpochMilli() - runNanos() / MILLI;
        if (Math.abs(aheadMillis) >= MAX_DIFFERENCE.toMillis() - 1) {
            now();
        }
        long nanos = untoldSleepNanos;
        untoldSleepNanos = 0;
        return nanos > 0 ? OptionalLong.of(nanos) : OptionalLong.empty();
    }

    private long runNanos() {
        return (nanoTime.getAsLong() - startNanos + sleptNanos) / MICRO * MICRO;
    }

    /** The part of a jump of the wall clock for which this machine was asleep. */
    private long wakeUp(Duration ahead) {
        if (startBootNanos.isEmpty() || ahead.toNanos() < MIN_SLEEP_NANOS) {
            return 0;
        }
        OptionalLong boot = bootNanos.get();
        long asleep =
                boot.isEmpty() ? 0 : boot.getAsLong() - startBootNanos.getAsLong() - runNanos();
        if (asleep < MIN_SLEEP_NANOS) {
            return 0;
        }
        long nanos = asleep / MICRO * MICRO;
        sleptNanos += nanos;
        untoldSleepNanos += nanos;
        return nanos;
    }
}
