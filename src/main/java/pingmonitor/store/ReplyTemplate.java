package pingmonitor.store;

import java.time.Instant;
import java.util.Locale;
import pingmonitor.wire.PingRequest;

/**
 * Takes out of a reply's text what stands in the request, and puts it in again: the replies of a server then differ in
 * nothing. The signs are control characters, which no reply's text for display has.
 */
final class ReplyTemplate {
    private static final char RAW = '\0';
    private static final char UPPER_CASED = '\1';
    private static final char REQUEST = '\2';
    private static final char SEQUENCE = '\3';
    private static final char TIME = '\4';

    private final String request;
    private final String sequence;
    private final String time;

    /**
     * @param sentAt when the ping was sent, to the microsecond
     */
    ReplyTemplate(long number, Instant sentAt) {
        PingRequest of = PingRequest.of(number, sentAt, 0);
        this.request = of.text();
        this.sequence = Long.toString(number);
        this.time = of.timeToken();
    }

    /** A text that stands for itself, with or without signs in it. */
    static String whole(String text) {
        return RAW + text;
    }

    static boolean isWhole(String template) {
        return !template.isEmpty() && template.charAt(0) == RAW;
    }

    /** The text of a template that stands for itself. */
    static String text(String whole) {
        return whole.substring(1);
    }

    /** Whether a text has what stands for something else in a template. */
    static boolean hasSign(String text) {
        return text.chars().anyMatch(c -> c <= TIME);
    }

    /** Length of the request without padding. */
    int requestBytes() {
        return request.length();
    }

    /** The text, which has no sign, with signs. */
    String shorten(String text) {
        if (text.equals(upper())) {
            return String.valueOf(UPPER_CASED);
        }
        return replaceNumber(
                text.replace(upper(), String.valueOf(UPPER_CASED))
                        .replace(request, String.valueOf(REQUEST))
                        .replace(time, String.valueOf(TIME)));
    }

    /** The text of a template. */
    String expand(String template) {
        if (template.length() == 1 && template.charAt(0) == UPPER_CASED) {
            return upper();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char sign = template.charAt(i);
            switch (sign) {
                case UPPER_CASED -> text.append(upper());
                case REQUEST -> text.append(request);
                case SEQUENCE -> text.append(sequence);
                case TIME -> text.append(time);
                default -> text.append(sign);
            }
        }
        return text.toString();
    }

    private String upper() {
        return request.toUpperCase(Locale.ROOT);
    }

    /** A number inside a longer one is none. */
    private String replaceNumber(String text) {
        StringBuilder shorter = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf(sequence); at >= 0; at = text.indexOf(sequence, at + 1)) {
            int end = at + sequence.length();
            if (at >= done && !isDigit(text, at - 1) && !isDigit(text, end)) {
                shorter.append(text, done, at).append(SEQUENCE);
                done = end;
            }
        }
        return shorter.append(text, done, text.length()).toString();
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
