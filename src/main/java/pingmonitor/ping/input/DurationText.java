package pingmonitor.ping.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 200 ms}, {@code 1.5s}, {@code 2 min}, {@code 2 min 05 s}. */
public final class DurationText {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,12}(?:[.,]\\d{1,9})?)\\s*(us|µs|ms|s|sec|m|min|h)?");

    /** Larger units with a smaller one behind them. */
    private static final Pattern IN_PARTS =
            Pattern.compile("(\\d{1,12} *(?:h|m|min)) +(\\d{1,2} *(?:s|sec|m|min))");

    private DurationText() {}

    /** What was written; a number without a unit is in the given one. Both decimal point and comma are understood. */
    public static Optional<Duration> parse(String written, TimeUnit bare) {
        String plain = NumberInput.plain(written).toLowerCase(Locale.ROOT);
        Matcher parts = IN_PARTS.matcher(plain);
        if (parts.matches()) {
            return single(parts.group(1), bare)
                    .flatMap(more -> single(parts.group(2), bare).map(more::plus));
        }
        return single(plain, bare);
    }

    private static Optional<Duration> single(String plain, TimeUnit bare) {
        Matcher matcher = WRITTEN.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1).replace(',', '.'));
        TimeUnit unit = Optional.ofNullable(matcher.group(2)).map(DurationText::unit).orElse(bare);
        BigDecimal nanos =
                number.multiply(BigDecimal.valueOf(unit.toNanos(1)))
                        .setScale(0, RoundingMode.HALF_UP);
        boolean fits = nanos.unscaledValue().bitLength() <= 62;
        return fits ? Optional.of(Duration.ofNanos(nanos.longValue())) : Optional.empty();
    }

    /** The shortest exact way to write a duration, in seconds from 1 s on, else in milliseconds. */
    public static String format(Duration duration) {
        boolean seconds = duration.toNanos() >= TimeUnit.SECONDS.toNanos(1);
        BigDecimal unit =
                BigDecimal.valueOf((seconds ? TimeUnit.SECONDS : TimeUnit.MILLISECONDS).toNanos(1));
        BigDecimal number =
                BigDecimal.valueOf(duration.toNanos()).divide(unit).stripTrailingZeros();
        return (number.signum() == 0 ? "0" : number.toPlainString()) + (seconds ? " s" : " ms");
    }

    private static TimeUnit unit(String name) {
        switch (name) {
            case "us":
            case "µs":
                return TimeUnit.MICROSECONDS;
            case "ms":
                return TimeUnit.MILLISECONDS;
            case "m":
            case "min":
                return TimeUnit.MINUTES;
            case "h":
                return TimeUnit.HOURS;
            default:
                return TimeUnit.SECONDS;
        }
    }
}
