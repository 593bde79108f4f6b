package pingmonitor.ui.server;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Delay;
import pingmonitor.ping.input.NumberInput;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.text.TextLanguage;

/** The card's numbers as they are typed and shown: shares in percent, delays in milliseconds, seeds, limits. */
final class NumberFields {
    private static final int PERCENT_DIGITS = 2;
    private static final int EXACT_DECIMALS = 4;
    private static final int NANO_DIGITS = 6;

    private final char decimalSeparator;

    NumberFields(Locale locale) {
        decimalSeparator =
                DecimalFormatSymbols.getInstance(TextLanguage.of(locale)).getDecimalSeparator();
    }

    /** A share from 0 to 1 out of 0 to 100 percent; point and comma both divide decimals. */
    static Optional<Double> share(String typed) {
        String number = NumberInput.plain(typed).replace("%", "").strip().replace(',', '.');
        if (!number.matches("\\d{1,3}(\\.\\d{0,9})?")) {
            return Optional.empty();
        }
        // In decimal: 0.3 % must be the number nearest to 0.003.
        double share = new BigDecimal(number).movePointLeft(PERCENT_DIGITS).doubleValue();
        return Optional.of(share).filter(value -> value <= 1);
    }

    /** A delay; a bare number is in milliseconds. */
    static Optional<Duration> delay(String typed) {
        return PlanInput.pause(typed)
                .valueIfValid()
                .filter(delay -> delay.compareTo(Delay.MAX_MEAN) <= 0);
    }

    /** A whole number. */
    static Optional<Long> seed(String typed) {
        try {
            return Optional.of(Long.valueOf(NumberInput.whole(typed)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** A limit for one client, in datagrams a second. */
    static Optional<Integer> limit(String typed) {
        return Optional.of(NumberInput.whole(typed))
                .filter(number -> number.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= RateLimitSettings.MAX_PER_CLIENT);
    }

    /** A share in percent: in full if that is short, else with one decimal, such as 36.4 for 4 of 11. */
    String percent(double share) {
        BigDecimal exact = BigDecimal.valueOf(share).movePointRight(PERCENT_DIGITS);
        BigDecimal shown = exact.stripTrailingZeros();
        return plain(
                shown.scale() <= EXACT_DECIMALS ? shown : exact.setScale(1, RoundingMode.HALF_UP));
    }

    /** A duration in milliseconds, exactly. */
    String millis(Duration duration) {
        return plain(BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS));
    }

    private String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', decimalSeparator);
    }
}
