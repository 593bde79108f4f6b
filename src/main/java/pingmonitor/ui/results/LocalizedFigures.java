package pingmonitor.ui.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.text.TextLanguage;

/** Writes figures for the window: in the language of its texts, with as many digits as make sense. */
final class LocalizedFigures {
    /** What stands for an undefined figure. */
    static final String NONE = "—";

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int SIGNIFICANT = 3;

    /** Below the microsecond an RTT is noise. */
    private static final int FINEST_DECIMALS = 3;

    private final Locale locale;

    LocalizedFigures(Locale locale) {
        this.locale = TextLanguage.of(locale);
    }

    /**
     * Nanoseconds as milliseconds with three significant digits, at most to the microsecond, e.g. 0.412, 12.3, 1240.
     */
    String millis(double nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        BigDecimal rounded = BigDecimal.valueOf(millis).round(new MathContext(SIGNIFICANT));
        int wholeDigits = rounded.signum() == 0 ? 1 : rounded.precision() - rounded.scale();
        int decimals = Math.max(0, Math.min(FINEST_DECIMALS, SIGNIFICANT - wholeDigits));
        return decimal(millis, decimals);
    }

    /** Nanoseconds as milliseconds with all digits down to the microsecond. */
    String exactMillis(long nanos) {
        return decimal(nanos / NANOS_PER_MILLI, FINEST_DECIMALS);
    }

    /** A length of time with its unit: 240 ms, 1.24 s, 2 min 05 s, 3 h 07 min. */
    String duration(long nanos) {
        double seconds = nanos / 1e9;
        if (seconds < 0.9995) {
            return millisTrimmed(nanos) + "\u00a0ms";
        }
        if (seconds < 59.95) {
            return trimmed(seconds, seconds < 9.995 ? 2 : 1) + "\u00a0s";
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return String.format(locale, "%d\u00a0min\u00a0%02d\u00a0s", whole / 60, whole % 60);
        }
        return String.format(
                locale, "%d\u00a0h\u00a0%02d\u00a0min", whole / 3600, whole % 3600 / 60);
    }

    /** A share from 0 to 1 in per cent. Only exactly 0 and 1 are written as 0% and 100%. */
    String percent(double share) {
        double percent = share * 100;
        double toTheNearestEnd = Math.min(percent, 100 - percent);
        int decimals = toTheNearestEnd <= 0 ? 0 : decimalsToSee(toTheNearestEnd);
        return trimmed(percent, Math.max(1, decimals)) + "%";
    }

    /** An interval in per cent, with more decimals the narrower it is: 11 – 60%. */
    String percentRange(ConfidenceInterval interval) {
        double low = interval.low() * 100;
        double high = interval.high() * 100;
        double width = high - low;
        int decimals = width >= 10 ? 0 : decimalsToSee(width);
        return trimmed(low, decimals) + "\u00a0–\u00a0" + trimmed(high, decimals) + "%";
    }

    /** A whole number. */
    String count(long count) {
        return String.format(locale, "%,d", count);
    }

    /** A number with a fixed count of decimals. */
    String decimal(double value, int decimals) {
        return String.format(locale, "%." + decimals + "f", value);
    }

    private String millisTrimmed(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        return trimmed(millis, millis >= 100 ? 0 : millis >= 10 ? 1 : millis >= 1 ? 2 : 3);
    }

    /** Without zeros at the end. */
    private String trimmed(double value, int maxDecimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(maxDecimals, RoundingMode.HALF_UP);
        int decimals = Math.max(0, rounded.stripTrailingZeros().scale());
        return decimal(rounded.doubleValue(), decimals);
    }

    /** The number of decimals that shows two significant digits of a number below 10. */
    private static int decimalsToSee(double value) {
        return Math.min(8, Math.max(0, 1 - (int) Math.floor(Math.log10(value))));
    }
}
