package pingmonitor.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bytes of a datagram say about the ping they may answer. Any bytes at all can be read; only the first
 * {@link #MAX_BYTES_READ} are looked at. Not safe for threads.
 */
public final class ReplyContent {
    /** Far more than any answer of the lab, whose programs read 1024 bytes. */
    static final int MAX_BYTES_READ = 2_048;

    private static final int MAX_DIGITS = 18;

    /** A text with more numbers or times is no reply that names one. */
    private static final int MAX_NAMED = 16;

    /** Unix times have at least as many digits: an integer as long is a time in whole seconds, not a ping's number. */
    private static final int MIN_DIGITS_OF_TIME = 10;

    /** "ping", its number, and perhaps a time, anywhere in the text. */
    private static final Pattern PING =
            Pattern.compile(
                    "(?<![a-z0-9])ping\\s{1,8}(\\d+)(?![\\d.])(?:\\s{1,8}(\\d+\\.\\d*)(?![\\w.:-]))?",
                    Pattern.CASE_INSENSITIVE);

    /** A whole number and a number with decimals, for servers that quote only those. */
    private static final Pattern NUMBER_AND_TIME =
            Pattern.compile("(?<![\\d.])(\\d{1,18})\\s{1,8}(\\d{1,18}\\.\\d{1,9})(?!\\.?\\d)");

    /**
     * A number that stands alone: no part of an address, a date, a clock's time or a name, and without leading zeros.
     */
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?<![\\w.])(?<!\\d[:/-])((?:0|[1-9]\\d{0,17})(?:\\.\\d{1,9})?)(?!\\w|[.:/-]\\d)");

    private final String text;
    private final OptionalLong sequence;
    private final String time;
    private final boolean named;
    private Optional<List<String>> alone = Optional.empty();

    private ReplyContent(String text, OptionalLong sequence, String time, boolean named) {
        this.text = text;
        this.sequence = sequence;
        this.time = time;
        this.named = named;
    }

    /** Reads the remaining bytes of a buffer; its position stays. */
    public static ReplyContent read(ByteBuffer datagram) {
        byte[] bytes = new byte[Math.min(datagram.remaining(), MAX_BYTES_READ)];
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
     * Whether this verifiably answers a request: it begins with its text, without regard to case and whatever follows;
     * it is the beginning of its text, as long as the whole number and some of the time are there; or it carries the
     * same number and time.
     */
    public boolean answers(PingRequest request) {
        String asked = request.text();
        if (begins(asked, text)) {
            return true;
        }
        int beforeTime = asked.length() - request.timeToken().length();
        if (text.length() > beforeTime && begins(text, asked)) {
            return true;
        }
        return names(request.sequence()) && namesTime(request.timeToken());
    }

    /**
     * Whether this is a request's text with bytes of another message behind it, which a server took from its receive
     * buffer: digits that go on where the text ends. Padding with NULs, as the book's Java server sends it, is not
     * meant.
     */
    public boolean goesOnBehind(PingRequest request) {
        String asked = request.text();
        return text.length() > asked.length()
                && begins(asked, text)
                && isDigit(text.charAt(asked.length()));
    }

    /** Whether a number stands in the text as a ping's number may. */
    public boolean names(long number) {
        return sequence.equals(OptionalLong.of(number)) || numbers().contains(number);
    }

    /** Whether a time stands in the text as it was sent. */
    public boolean namesTime(String timeToken) {
        return time.equals(timeToken) || times().contains(timeToken);
    }

    /** Whether any time stands in the text: a number with decimals, or as long as a Unix time. */
    public boolean namesAnyTime() {
        return !time.isEmpty() || !times().isEmpty();
    }

    /** Whether a time that was sent stands in the text with fewer decimals, rounded or cut off. */
    public boolean namesRoughly(String timeToken) {
        BigDecimal sent = new BigDecimal(timeToken);
        return times().stream()
                .map(BigDecimal::new)
                .anyMatch(said -> said.subtract(sent).abs().compareTo(said.ulp()) < 0);
    }

    /** The one number that the text can name a ping by; empty if there is none, or several could be meant. */
    public OptionalLong onlyNumber() {
        List<Long> numbers = numbers();
        if (named) {
            return sequence;
        }
        return numbers.size() == 1 ? OptionalLong.of(numbers.get(0)) : OptionalLong.empty();
    }

    /** The numbers that stand alone in the text, in its order. */
    public List<Long> numbers() {
        return alone().stream().filter(each -> !isTime(each)).map(Long::valueOf).toList();
    }

    /** Whether this is a {@code Ping <number>}, or quotes one, with or without a time. */
    public boolean namesPing() {
        return named;
    }

    /** Whether this may be the server's own words: text that names no ping together with its time. */
    public boolean mayBeOwnText() {
        return !(named && !time.isEmpty()) && !isMeantAsAnswer();
    }

    /** Whether this is meant as the answer to a question about lost pings, a good one or not. */
    public boolean isMeantAsAnswer() {
        return FateAnswer.isMeantBy(text);
    }

    /** Whether this speaks of a number together with a time that begins so. */
    public boolean speaksOf(long number, String timeBegin) {
        return sequence.equals(OptionalLong.of(number)) && time.startsWith(timeBegin);
    }

    /** Whether this is the beginning of a text, without regard to case, and more than one of its characters. */
    public boolean begins(String whole) {
        return text.length() > 1 && begins(text, whole);
    }

    private static boolean begins(String beginning, String whole) {
        return whole.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private List<String> times() {
        return alone().stream().filter(ReplyContent::isTime).toList();
    }

    /** Read only where a reply does not begin with its ping's text, and then once however many pings it may answer. */
    private List<String> alone() {
        if (alone.isEmpty()) {
            List<String> found = new ArrayList<>();
            Matcher each = ALONE.matcher(text);
            while (found.size() < MAX_NAMED && each.find()) {
                found.add(each.group(1));
            }
            alone = Optional.of(found);
        }
        return alone.get();
    }

    private static boolean isTime(String number) {
        return number.length() >= MIN_DIGITS_OF_TIME || number.indexOf('.') >= 0;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    /** Empty where there are more digits than any ping's number has. */
    private static OptionalLong number(String digits) {
        return digits.length() <= MAX_DIGITS
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
