package pingmonitor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bytes of a datagram say about the ping they may answer. Any bytes at all can be read; only the first
 * {@link #MOST_BYTES_READ} are looked at.
 */
public final class ReplyContent {
    /** Far more than any answer of the lab, whose programs read 1024 bytes. */
    static final int MOST_BYTES_READ = 2_048;

    private static final int MOST_DIGITS = 18;

    /** "ping", its number, and perhaps a time, anywhere in the text. */
    private static final Pattern PING =
            Pattern.compile(
                    "(?<![a-z0-9])ping\\s{1,8}(\\d+)(?![\\d.])(?:\\s{1,8}(\\d+\\.\\d*)(?![\\w.:-]))?",
                    Pattern.CASE_INSENSITIVE);

    /** A whole number and a number with decimals, for servers that quote only those. */
    private static final Pattern NUMBER_AND_TIME =
            Pattern.compile("(?<![\\d.])(\\d{1,18})\\s{1,8}(\\d{1,18}\\.\\d{1,9})(?!\\.?\\d)");

    private final String text;
    private final OptionalLong sequence;
    private final String time;
    private final boolean named;

    private ReplyContent(String text, OptionalLong sequence, String time, boolean named) {
        this.text = text;
        this.sequence = sequence;
        this.time = time;
        this.named = named;
    }

    /** Reads the remaining bytes of a buffer; its position stays. */
    public static ReplyContent read(ByteBuffer datagram) {
        byte[] bytes = new byte[Math.min(datagram.remaining(), MOST_BYTES_READ)];
        datagram.duplicate().get(bytes);
        String text = trimmed(new String(bytes, StandardCharsets.ISO_8859_1));
        Matcher ping = PING.matcher(text);
        if (ping.find()) {
            return new ReplyContent(text, number(ping.group(1)), orEmpty(ping.group(2)), true);
        }
        Matcher numbers = NUMBER_AND_TIME.matcher(text);
        if (numbers.find()) {
            return new ReplyContent(text, number(numbers.group(1)), numbers.group(2), false);
        }
        return new ReplyContent(text, OptionalLong.empty(), "", false);
    }

    /** The number of the ping that the content speaks of, if it seems to speak of one. */
    public OptionalLong sequence() {
        return sequence;
    }

    /**
     * Whether this verifiably answers a request: equal to it without regard to case (a truncated tail is allowed as long
     * as the whole number and some of the time are there), or carrying the same number and time.
     */
    public boolean answers(PingRequest request) {
        String asked = request.text();
        if (text.equalsIgnoreCase(asked)) {
            return true;
        }
        int beforeTime = asked.length() - request.timeToken().length();
        if (text.length() > beforeTime && asked.regionMatches(true, 0, text, 0, text.length())) {
            return true;
        }
        return sequence.isPresent()
                && sequence.getAsLong() == request.sequence()
                && time.equals(request.timeToken());
    }

    /**
     * Whether this may be the server's own words about a ping: text that names no ping, or names this one without its
     * time. Never true for a {@code Ping <number> <time>}, which either {@link #answers} or belongs elsewhere.
     */
    public boolean mayBeOwnTextFor(long pingSequence) {
        return mayBeOwnText() && (!named || sequence.equals(OptionalLong.of(pingSequence)));
    }

    /** Whether this may be the server's own words: text that names no ping together with its time. */
    public boolean mayBeOwnText() {
        return (!named || time.isEmpty()) && !FateAnswer.isMeantBy(text);
    }

    /** Whether this speaks of a number together with a time that begins so. */
    public boolean speaksOf(long number, String timeBegin) {
        return sequence.equals(OptionalLong.of(number)) && time.startsWith(timeBegin);
    }

    /** Whether this is the beginning of a text, without regard to case, and more than one of its characters. */
    public boolean begins(String whole) {
        return text.length() > 1 && whole.regionMatches(true, 0, text, 0, text.length());
    }

    /** Empty where there are more digits than any ping's number has. */
    private static OptionalLong number(String digits) {
        return digits.length() <= MOST_DIGITS
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }
}
