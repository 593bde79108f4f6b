package pingmonitor.echo.fate;

import java.time.Duration;

/**
 * How long replies are held back.
 *
 * @param mean average, 0 to 60 s
 * @param spread how the delay of one reply is drawn from it
 */
public record Delay(Duration mean, Spread spread) {
    /** How a single delay is drawn. */
    public enum Spread {
        /** Always the mean. */
        CONSTANT,
        /** Evenly from 0 to twice the mean, as the book's Java server does. */
        UNIFORM
    }

    public static final Duration MAX_MEAN = Duration.ofSeconds(60);

    /** Below the limit above, which it is checked against when it is made. */
    public static final Delay NONE = new Delay(Duration.ZERO, Spread.CONSTANT);

    public Delay {
        if (mean.isNegative() || mean.compareTo(MAX_MEAN) > 0) {
            throw new IllegalArgumentException("delay " + mean);
        }
    }
}
