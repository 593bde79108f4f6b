package pingmonitor.ping.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes host and port out of what was typed or pasted as one: {@code host:port}, {@code [v6]:port},
 * {@code udp://host:port}, {@code host port}, or an invitation in either language, {@code server 192.168.1.20 port
 * 12000}. All but a name with a port and {@code host port} are found within a longer message, too. An IPv6 address
 * alone is left in one piece.
 */
final class EndpointInput {
    /** Nobody's message is longer; what comes behind is not looked at. */
    private static final int MOST_READ = 4_096;

    /** White space of any kind, and the invisible characters that messengers put around words. */
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}]";

    /** One colon at most: an address may begin with two. */
    private static final String IS = "(?:" + GAP + "{1,4}|" + GAP + "{0,2}[:=]" + GAP + "{0,4})";

    /** A name or a literal, with brackets or without; no punctuation of a sentence, no brackets within. */
    private static final String HOST =
            "(\\[[^\\s\\[\\]]{1,255}]|[\\p{L}\\p{N}_][^\\s\\p{Z}\\p{Cf},;()<>\"'/\\[\\]]{0,255}|::[0-9a-f.:%]{0,100})";

    private static final String PORT = "([0-9]{1,12})";

    private static final Pattern INVITATION =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_])(?:server|servidor)"
                            + IS
                            + HOST
                            + "(?:[,;]|"
                            + GAP
                            + "){1,4}"
                            + "(?:port|porta)"
                            + IS
                            + PORT,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** No further group behind the port: that would be an IPv6 address without its brackets. */
    private static final Pattern URI =
            Pattern.compile(
                    "udp://(\\[[^\\s\\[\\]]{1,255}]|[^\\s\\p{Z}\\p{Cf}:/?#\\[\\],;()<>\"']{1,255}):"
                            + PORT
                            + "(?![0-9a-f]*:[0-9a-f:])",
                    Pattern.CASE_INSENSITIVE);

    /** Marks that nobody sees may stand around the colon. */
    private static final Pattern HOST_COLON_PORT =
            Pattern.compile(
                    "(\\[[^\\[\\]]*]|[^:\\[\\]\\s\\p{Z}]+)\\p{Cf}{0,4}:\\p{Cf}{0,4}([0-9]+)");

    /** As the lossy server's panel shows it, where spaces set the port apart from any host. */
    private static final Pattern HOST_SPACED_PORT =
            Pattern.compile(
                    "(\\[[^\\[\\]\\s]*]|[^\\[\\]\\s\\p{Z}]+)[\\s\\p{Z}]"
                            + GAP
                            + "{0,9}:"
                            + GAP
                            + "{0,9}([0-9]+)");

    /**
     * As a terminal takes them. Only where both can be used: most words with a number behind them are something else.
     */
    private static final Pattern HOST_GAP_PORT =
            Pattern.compile(
                    "(\\[[^\\[\\]\\s]{2,255}]|[^\\[\\]\\s\\p{Z}\\p{Cf}]{1,255})\\p{Cf}{0,4}[\\s\\p{Z}]"
                            + GAP
                            + "{0,9}([0-9]{1,5})");

    /**
     * An address with its port among words. No name: {@code Main.java:42} is none, nor is {@code 10:30}. Nothing of a
     * longer address, such as one of the web.
     */
    private static final Pattern ADDRESS_COLON_PORT =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_.:/@-])((?:[0-9]{1,3}\\.){3}[0-9]{1,3}"
                            + "|\\[(?=[0-9a-f.]{0,60}:)[0-9a-f:.]{2,60}(?:%[^\\s\\p{Z}\\[\\]]{1,40})?])"
                            + "\\p{Cf}{0,4}:\\p{Cf}{0,4}"
                            + PORT
                            + "(?![\\p{L}\\p{N}_/]|[.:][\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE);

    /** What a sentence may put behind a port. */
    private static final String MARKS = ":.,;!?)";

    private EndpointInput() {}

    /** The two parts, not checked; empty when the text is anything else. */
    static Optional<HostAndPort> parse(String typed) {
        String text = InvisibleCharacters.strip(typed);
        String alone = withoutMarks(text);
        return whole(HOST_COLON_PORT, alone)
                .or(() -> whole(HOST_SPACED_PORT, alone))
                .or(() -> within(URI, text))
                .or(() -> within(INVITATION, text))
                .or(() -> within(ADDRESS_COLON_PORT, text))
                .or(() -> whole(HOST_GAP_PORT, alone).filter(EndpointInput::isUsable));
    }

    /** Whether an invitation or a {@code udp://} address is in it, which only this program writes. */
    static boolean isInvitation(String typed) {
        String text = InvisibleCharacters.strip(typed);
        return within(URI, text).or(() -> within(INVITATION, text)).isPresent();
    }

    private static boolean isUsable(HostAndPort both) {
        return PlanInput.host(both.host()).valueIfValid().isPresent()
                && PlanInput.port(both.port()).valueIfValid().isPresent();
    }

    /** Ends with the last digit, if nothing but marks comes behind it. */
    private static String withoutMarks(String text) {
        int end = text.length();
        while (end > 0 && isMark(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        boolean isPort = end > 0 && text.charAt(end - 1) >= '0' && text.charAt(end - 1) <= '9';
        return isPort ? text.substring(0, end) : text;
    }

    private static boolean isMark(int codePoint) {
        return MARKS.indexOf(codePoint) >= 0 || InvisibleCharacters.isNothing(codePoint);
    }

    private static Optional<HostAndPort> whole(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(parts(matcher)) : Optional.empty();
    }

    private static Optional<HostAndPort> within(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), MOST_READ)));
        return matcher.find() ? Optional.of(parts(matcher)) : Optional.empty();
    }

    private static HostAndPort parts(Matcher matcher) {
        return new HostAndPort(InvisibleCharacters.strip(matcher.group(1)), matcher.group(2));
    }
}
