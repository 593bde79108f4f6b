package pingmonitor.ping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes host and port out of what was typed or pasted as one: {@code host:port}, {@code [v6]:port},
 * {@code udp://host:port}, or an invitation in either language, {@code server 192.168.1.20 port 12000}, also within a
 * longer message. An IPv6 address alone is left in one piece.
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

    /** No further colon behind the port: that would be an IPv6 address without its brackets. */
    private static final Pattern URI =
            Pattern.compile(
                    "udp://(\\[[^\\s\\[\\]]{1,255}]|[^\\s\\p{Z}\\p{Cf}:/?#\\[\\],;()<>\"']{1,255}):"
                            + PORT
                            + "(?![0-9a-f]*:)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST_COLON_PORT =
            Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]\\s]+):([0-9]+)");

    /** As the lossy server's panel shows it, where spaces set the port apart from any host. */
    private static final Pattern HOST_SPACED_PORT =
            Pattern.compile("(\\[[^\\[\\]\\s]*]|[^\\[\\]\\s]+)\\s+:\\s*([0-9]+)");

    private EndpointInput() {}

    /** The two parts, not checked; empty when the text is anything else. */
    static Optional<HostAndPort> parse(String typed) {
        String text = typed.strip();
        return whole(HOST_COLON_PORT, text)
                .or(() -> whole(HOST_SPACED_PORT, text))
                .or(() -> within(URI, text))
                .or(() -> within(INVITATION, text));
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
        return new HostAndPort(matcher.group(1), matcher.group(2));
    }
}
