package pingmonitor.peers;

import java.util.stream.Collectors;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;

/**
 * The fates of a run's pings as a word, a letter a ping, so that a pattern can be expected of them.
 *
 * <p>A ping was refused (x), it (t)imed out, or its reply was (l)ate. Of a reply in time the letter says how it names
 * its ping: (v)erified, with left-over (b)ytes, with a (r)ough or an(o)ther time, by the (n)umber only, by the time
 * only (s), by the time with another number (m), with another number and not the time (w), or not at all (u).
 */
final class PingFates {
    private PingFates() {}

    static String of(Session session) {
        return session.rows(0, session.rowCount()).stream()
                .map(PingFates::letter)
                .collect(Collectors.joining());
    }

    /** How many pings had any reply. */
    static long answered(String fates) {
        return fates.chars().filter(fate -> "tx?".indexOf(fate) < 0).count();
    }

    /** Whether any ping timed out. */
    static boolean anyLost(String fates) {
        return fates.indexOf('t') >= 0 || fates.indexOf('l') >= 0;
    }

    private static String letter(PingRow row) {
        return switch (row.state()) {
            case REPLIED -> letter(row.reply().orElseThrow().match());
            case LATE -> "l";
            case TIMED_OUT -> "t";
            case UNREACHABLE -> "x";
            case WAITING, CANCELLED, SEND_FAILED -> "?";
        };
    }

    private static String letter(ReplyMatch match) {
        return switch (match) {
            case VERIFIED -> "v";
            case LEFTOVER -> "b";
            case ROUGH_TIME -> "r";
            case OTHER_TIME -> "o";
            case NUMBER_ONLY -> "n";
            case TIME_ONLY -> "s";
            case TIME_WITH_OTHER_NUMBER -> "m";
            case OTHER_NUMBER -> "w";
            case UNNAMED -> "u";
        };
    }
}
