package pingmonitor.ping;

import java.util.OptionalLong;

/** Compares readings of {@link System#nanoTime} by their differences, since that clock may overflow. */
public final class NanoTimes {
    private NanoTimes() {}

    /** The earlier of two moments; the only one where the other is missing. */
    public static OptionalLong earlier(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.getAsLong() - other.getAsLong() <= 0 ? one : other;
    }

    /** The later of two moments. */
    public static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    /** Whether a moment is known and has come. */
    public static boolean isDue(OptionalLong dueNanos, long nowNanos) {
        return dueNanos.isPresent() && nowNanos - dueNanos.getAsLong() >= 0;
    }
}
