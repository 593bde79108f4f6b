package pingmonitor.cli;

import java.time.Duration;

/** How long something took, for people: {@code 30 ms}, {@code 12.3 s}, {@code 3 min 05 s}, {@code 2 h 03 min}. */
final class LengthText {
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;

    private LengthText() {}

    static String ofNanos(long nanos) {
        return of(Duration.ofNanos(nanos));
    }

    static String of(Duration length) {
        long seconds = length.toSeconds();
        if (seconds == 0) {
            return length.toMillis() + " ms";
        } else if (seconds < MINUTE_SECONDS) {
            return seconds + "." + length.toMillisPart() / 100 + " s";
        } else if (seconds < HOUR_SECONDS) {
            return inParts(seconds, MINUTE_SECONDS, " min ", 1, " s");
        }
        return inParts(seconds, HOUR_SECONDS, " h ", MINUTE_SECONDS, " min");
    }

    private static String inParts(
            long seconds, long large, String largeUnit, long small, String smallUnit) {
        long rest = seconds % large / small;
        return seconds / large + largeUnit + (rest < 10 ? "0" : "") + rest + smallUnit;
    }
}
