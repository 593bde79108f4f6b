package pingmonitor.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.text.TextLanguage;

/** Figures in the sentences and tables of a report, in the language of the words around them. */
public final class ReportNumbers {
    private static final String NO_BREAK = "\u00a0";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MAX_DECIMALS = 4;

    private final Locale locale;
    private final boolean grouped;

    public ReportNumbers(Locale locale) {
        this(TextLanguage.of(locale), true);
    }

    private ReportNumbers(Locale locale, boolean grouped) {
        this.locale = locale;
        this.grouped = grouped;
    }

    /** As the terminal has them in every language: with a decimal point and without groups. */
    public static ReportNumbers plain() {
        return new ReportNumbers(Locale.ROOT, false);
    }

    /** A count with its thousands grouped: {@code 86,400}. */
    public String count(long number) {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        format.setGroupingUsed(grouped);
        return format.format(number);
    }

    /** A time in milliseconds with three or four digits, and the unit: {@code 48.2 ms}. */
    public String millis(double nanos) {
        return bareMillis(nanos) + NO_BREAK + "ms";
    }

    /** The same without the unit. */
    public String bareMillis(double nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        int decimals = millis >= 100 ? 0 : millis >= 10 ? 1 : millis >= 1 ? 2 : 3;
        return fixed(BigDecimal.valueOf(millis), decimals);
    }

    /** A round value of a scale in milliseconds, with the decimals that it needs. */
    public String axisMillis(double nanos) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(BigDecimal.valueOf(nanos / NANOS_PER_MILLI));
    }

    /** With one decimal: {@code 5.1}. */
    public String tenths(double number) {
        return fixed(BigDecimal.valueOf(number), 1);
    }

    /**
     * A share in percent, with the sign. A share that is not quite nothing, or not quite all, is never written as such.
     */
    public String percent(double share) {
        double percent = share * 100;
        double rest = Math.min(percent, 100 - percent);
        int decimals = percent == 0 || percent == 100 ? 0 : rest >= 10 ? 1 : decimalsOf(rest);
        return fixed(BigDecimal.valueOf(percent), decimals) + NO_BREAK + "%";
    }

    /** A share in whole percent, with the sign. */
    public String wholePercent(double share) {
        return fixed(BigDecimal.valueOf(share * 100), 0) + NO_BREAK + "%";
    }

    /** A share of which the range is known, with the sign and with the decimals of the range. */
    public String percent(double share, ConfidenceInterval interval) {
        return fixed(BigDecimal.valueOf(share * 100), decimals(interval)) + NO_BREAK + "%";
    }

    /** Two shares as a range in percent, without the sign, with the decimals that its width deserves. */
    public Range range(ConfidenceInterval interval) {
        int decimals = decimals(interval);
        return new Range(
                fixed(BigDecimal.valueOf(interval.low() * 100), decimals),
                fixed(BigDecimal.valueOf(interval.high() * 100), decimals) + NO_BREAK + "%");
    }

    /**
     * The ends of a range.
     *
     * @param low without the sign
     * @param high with it
     */
    public record Range(String low, String high) {}

    /** The more pings, the narrower the interval, and the more of its digits say something. */
    private static int decimals(ConfidenceInterval interval) {
        double width = Math.max(1e-9, (interval.high() - interval.low()) * 100);
        return (int) Math.max(0, Math.min(MAX_DECIMALS, Math.ceil(1 - Math.log10(width))));
    }

    private static int decimalsOf(double rest) {
        if (rest <= 0) {
            return 1;
        }
        return (int) Math.max(1, Math.min(9, Math.ceil(1 - Math.log10(rest) - 1e-6)));
    }

    private String fixed(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setGroupingUsed(grouped);
        return format.format(number);
    }
}
