package pingmonitor.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.text.AddressText;

/** Writes the facts of findings as a language does. */
final class FactText {
    private static final int SIGNIFICANT = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Locale locale;

    FactText(Locale locale) {
        this.locale = locale;
    }

    /** A fact in words; text stays as it is. */
    String of(Object fact) {
        if (fact instanceof Long number) {
            return locale.equals(Locale.ROOT)
                    ? Long.toString(number)
                    : String.format(locale, "%,d", number);
        } else if (fact instanceof Duration duration) {
            return duration(duration.toNanos());
        } else if (fact instanceof ConfidenceInterval interval) {
            return range(interval);
        } else if (fact instanceof InetSocketAddress endpoint) {
            return AddressText.withPort(endpoint.getAddress(), endpoint.getPort());
        } else if (fact instanceof InetAddress address) {
            return AddressText.of(address);
        }
        return fact.toString();
    }

    private String duration(long nanos) {
        boolean seconds = nanos >= NANOS_PER_SECOND;
        double number = nanos / (seconds ? NANOS_PER_SECOND : NANOS_PER_MILLI);
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(SIGNIFICANT));
        int decimals = Math.max(0, rounded.stripTrailingZeros().scale());
        return String.format(locale, "%." + decimals + "f", rounded)
                + (seconds ? "\u00a0s" : "\u00a0ms");
    }

    /** The narrower the interval, the more decimals. */
    private String range(ConfidenceInterval interval) {
        double width = 100 * (interval.high() - interval.low());
        int decimals = width >= 10 ? 0 : width >= 1 ? 1 : 2;
        return percent(interval.low(), decimals)
                + "\u00a0–\u00a0"
                + percent(interval.high(), decimals)
                + "%";
    }

    private String percent(double share, int decimals) {
        BigDecimal rounded =
                BigDecimal.valueOf(100 * share).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(locale, "%." + decimals + "f", rounded);
    }
}
