package pingmonitor.echo.fate;

/**
 * What the server does to replies on purpose. The shares are from 0 to 1.
 *
 * @param loss share of datagrams that are not answered
 * @param delay how long replies are held back
 * @param duplicates share of answered datagrams that are answered twice
 * @param reordering share of answered datagrams whose reply is held back {@link #REORDER_HOLD_MILLIS} longer, so that
 *     replies to later datagrams overtake it
 * @param replyText what the replies say
 */
public record Impairments(
        double loss, Delay delay, double duplicates, double reordering, ReplyText replyText) {
    public static final long REORDER_HOLD_MILLIS = 100;

    public Impairments {
        share(loss, "loss");
        share(duplicates, "duplicates");
        share(reordering, "reordering");
    }

    /** With replies in upper case. */
    public Impairments(double loss, Delay delay, double duplicates, double reordering) {
        this(loss, delay, duplicates, reordering, ReplyText.UPPER_CASE);
    }

    /** Only loss. */
    public static Impairments ofLoss(double loss) {
        return new Impairments(loss, Delay.NONE, 0, 0);
    }

    private static void share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value);
        }
    }
}
