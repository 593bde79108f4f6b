package pingmonitor.echo.fate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the server does with one datagram that may be answered.
 *
 * @param lost not answered; then the other components have no meaning
 * @param delayNanos how long the reply is held back
 * @param copies replies to send, 1 or 2
 * @param replyText what they say
 */
public record Fate(boolean lost, long delayNanos, int copies, ReplyText replyText) {
    /**
     * The fates without a delay: once and twice, answered and lost, for each text. Shared, since most datagrams have
     * one.
     */
    private static final List<Fate> IMMEDIATE =
            Arrays.stream(ReplyText.values())
                    .flatMap(
                            text ->
                                    Stream.of(
                                            new Fate(false, 0, 1, text),
                                            new Fate(false, 0, 2, text),
                                            new Fate(true, 0, 1, text),
                                            new Fate(true, 0, 2, text)))
                    .toList();

    /** The fate with these components; allocates nothing without a delay. */
    public static Fate of(boolean lost, long delayNanos, int copies, ReplyText replyText) {
        return delayNanos == 0
                ? IMMEDIATE.get(4 * replyText.ordinal() + (lost ? 2 : 0) + copies - 1)
                : new Fate(lost, delayNanos, copies, replyText);
    }
}
