package pingmonitor.report;

import java.util.Locale;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.OutageCause;
import pingmonitor.session.PingState;

/** The words of files and of {@code --json}: the same in every language and never changed, programs read them. */
public final class JsonWords {
    private JsonWords() {}

    /** The word for a ping's result. */
    public static String of(PingState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case REPLIED -> "replied";
            case TIMED_OUT -> "timed-out";
            case LATE -> "late";
            case UNREACHABLE -> "unreachable";
            case CANCELLED -> "cancelled";
            case SEND_FAILED -> "send-failed";
        };
    }

    /** The word for how a run ended. */
    public static String of(PingEvent.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "completed";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        };
    }

    /** The word for what was not reached. */
    public static String of(PingEvent.Refusal refusal) {
        return switch (refusal) {
            case PORT -> "port";
            case HOST -> "host";
        };
    }

    /** The word for where a ping's way ended. */
    public static String of(LossLocation where) {
        return switch (where) {
            case ANSWERED -> "answered";
            case FORWARD_PATH -> "there";
            case SERVER -> "server";
            case LIMITED -> "limited";
            case RETURN_PATH -> "back";
        };
    }

    /** The word for why an outage was. */
    public static String of(OutageCause cause) {
        return switch (cause) {
            case FORWARD_PATH -> of(LossLocation.FORWARD_PATH);
            case RETURN_PATH -> of(LossLocation.RETURN_PATH);
            case UNKNOWN, SERVER, PORT_REFUSED, HOST_UNREACHABLE, OFFLINE, MIXED -> word(cause);
        };
    }

    /** The word for how a reply names its ping, e.g. {@code number-only}. */
    public static String of(ReplyMatch match) {
        return word(match);
    }

    /** The word for a kind of problem, e.g. {@code name-not-found}. */
    public static String of(Problem.Kind kind) {
        return word(kind);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
