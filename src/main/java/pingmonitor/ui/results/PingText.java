package pingmonitor.ui.results;

import java.net.InetSocketAddress;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.report.FigureText;
import pingmonitor.report.MatchText;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.text.Messages;

/** The words for one ping, the same in table, chart and clipboard. */
final class PingText {
    private final Messages messages;
    private final LocalizedFigures figures;
    private final LossLocationCaption places;
    private final MatchText matches;
    private final DateTimeFormatter clock =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    PingText(Locale locale) {
        this.messages = Messages.beside(PingText.class, locale);
        this.figures = new LocalizedFigures(locale);
        this.places = new LossLocationCaption(locale);
        this.matches = new MatchText(locale);
    }

    /** The local time at which it was sent. */
    String sentAt(PingRow row) {
        return clock.format(row.sentAt());
    }

    /** Its RTT in milliseconds, without the unit. */
    String rtt(PingRow row) {
        return row.rttNanos().isPresent()
                ? figures.exactMillis(row.rttNanos().getAsLong())
                : LocalizedFigures.NONE;
    }

    /** Its state, where it was lost, and what is particular about the reply. */
    String result(PingRow row) {
        String state = state(row.state());
        return result(row, row.lostWhere().map(where -> places.after(state, where)).orElse(state));
    }

    /** The same, as short as is clear beside the sign of the state. */
    String shortResult(PingRow row) {
        String state = state(row.state());
        boolean placeSaysAll = row.state() == PingState.TIMED_OUT;
        return result(
                row,
                row.lostWhere().filter(where -> placeSaysAll).map(places::title).orElse(state));
    }

    private String result(PingRow row, String state) {
        String word =
                row.reply().map(Reply::verified).orElse(true)
                        ? state
                        : messages.text("ping.unverified", state);
        String answers =
                row.duplicates() == 0
                        ? word
                        : messages.text("ping.duplicates", word, row.duplicates());
        return row.heldUpNanos().isPresent()
                ? messages.text("ping.heldUp", answers, heldUp(row))
                : answers;
    }

    /** The same with explanations, if that is more than its state. */
    Optional<String> explained(PingRow row) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(result(row));
        row.lostWhere().map(places::help).ifPresent(lines::add);
        row.reply()
                .map(Reply::match)
                .filter(match -> match != ReplyMatch.VERIFIED)
                .ifPresent(match -> lines.add(messages.text("ping.match", matches.of(match))));
        if (row.heldUpNanos().isPresent()) {
            lines.add(messages.text("ping.heldUp.help", heldUp(row)));
        }
        return Optional.of(lines.toString()).filter(text -> !text.equals(state(row.state())));
    }

    /** The reply's text, or nothing. */
    String reply(PingRow row) {
        return row.reply().map(Reply::text).orElse("");
    }

    /** The reply's length, or nothing. */
    String bytes(PingRow row) {
        return row.reply().map(reply -> figures.count(reply.bytes())).orElse("");
    }

    /** The address of the reply, or nothing. */
    String from(PingRow row) {
        return row.reply().map(reply -> endpoint(reply.from())).orElse("");
    }

    /** Everything about it in a few lines. */
    String all(PingRow row) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(messages.text("ping.heading", Long.toString(row.sequence()), sentAt(row)));
        lines.add(
                row.rttNanos().isPresent()
                        ? messages.text("ping.result", result(row), rtt(row))
                        : result(row));
        row.reply().map(Reply::text).filter(text -> !text.isEmpty()).ifPresent(lines::add);
        return lines.toString();
    }

    private String heldUp(PingRow row) {
        return figures.duration(row.heldUpNanos().orElse(0));
    }

    /** A state in a word or two. */
    String state(PingState state) {
        return switch (state) {
            case WAITING -> messages.text("state.waiting");
            case REPLIED -> messages.text("state.replied");
            case TIMED_OUT -> messages.text("state.timedOut");
            case LATE -> messages.text("state.late");
            case UNREACHABLE -> messages.text("state.unreachable");
            case CANCELLED -> messages.text("state.cancelled");
            case SEND_FAILED -> messages.text("state.sendFailed");
        };
    }

    /** A state's sign. */
    static Ikon icon(PingState state) {
        return switch (state) {
            case WAITING -> Feather.CLOCK;
            case REPLIED -> Feather.CHECK_CIRCLE;
            case TIMED_OUT -> Feather.X_CIRCLE;
            case LATE -> Feather.ALERT_CIRCLE;
            case UNREACHABLE -> Feather.ALERT_TRIANGLE;
            case CANCELLED -> Feather.MINUS_CIRCLE;
            case SEND_FAILED -> Feather.SLASH;
        };
    }

    /** A state's colour. */
    static Severity severity(PingState state) {
        return switch (state) {
            case WAITING, CANCELLED -> Severity.NEUTRAL;
            case REPLIED -> Severity.SUCCESS;
            case TIMED_OUT, SEND_FAILED -> Severity.DANGER;
            case LATE, UNREACHABLE -> Severity.WARNING;
        };
    }

    /** Address and port, the way they are typed: 192.168.1.20:12000 or [::1]:12000. */
    static String endpoint(InetSocketAddress address) {
        String host =
                address.getAddress() == null
                        ? address.getHostString()
                        : address.getAddress().getHostAddress();
        return FigureText.endpoint(host, address.getPort());
    }
}
