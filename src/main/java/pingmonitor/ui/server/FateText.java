package pingmonitor.ui.server;

import java.time.Duration;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.echo.ServerEvent;
import pingmonitor.text.Messages;

/** What became of a datagram, or what was noticed about its client, in words, with an icon and a colour. */
final class FateText {
    private final Messages messages;
    private final NumberFields numbers;

    FateText(Messages messages) {
        this.messages = messages;
        this.numbers = new NumberFields(messages.locale());
    }

    /** In words. */
    String of(ServerEvent.OfClient event) {
        return event.foldClient(this::fate, this::hint);
    }

    /** A sign that does not need colour. */
    static Feather icon(ServerEvent.OfClient event) {
        return event.foldClient(
                datagram ->
                        datagram.foldFate(
                                answered -> Feather.CHECK_CIRCLE,
                                dropped -> Feather.X_CIRCLE,
                                limited -> Feather.SHIELD,
                                ignored -> Feather.SLASH),
                hint -> Feather.HELP_CIRCLE);
    }

    /** The style class of the sign. */
    static String styleClass(ServerEvent.OfClient event) {
        return event.foldClient(
                datagram ->
                        datagram.foldFate(
                                answered -> "good",
                                dropped -> "bad",
                                limited -> "doubtful",
                                ignored -> "quiet"),
                hint -> "quiet");
    }

    private String fate(ServerEvent.OfDatagram datagram) {
        return datagram.foldFate(
                answered -> {
                    String words = answered(answered);
                    return answered.bytes() == 0 ? messages.text("fate.empty", words) : words;
                },
                dropped -> messages.text("fate.dropped"),
                limited -> limit(limited.limit()),
                ignored -> reason(ignored.reason()));
    }

    private String answered(ServerEvent.Answered answered) {
        boolean twice = answered.copies() > 1;
        if (answered.delay().isZero()) {
            return twice ? messages.text("fate.twice") : messages.text("fate.answered");
        }
        String delay = numbers.millis(Duration.ofMillis(answered.delay().toMillis()));
        return twice
                ? messages.text("fate.twice.after", delay)
                : messages.text("fate.answered.after", delay);
    }

    private String hint(ServerEvent.Hint hint) {
        return hint.foldHint(
                silent -> messages.text("hint.silent"),
                soon -> {
                    String gap = numbers.millis(soon.gap());
                    return switch (soon.stray()) {
                        case COPY -> messages.text("hint.copy", gap);
                        case LATE_REPLY -> messages.text("hint.late", gap);
                    };
                });
    }

    private String limit(ServerEvent.Limit limit) {
        return switch (limit) {
            case CLIENT_RATE -> messages.text("fate.limited.client");
            case ADDRESS_RATE -> messages.text("fate.limited.address");
            case TOTAL_RATE -> messages.text("fate.limited.total");
            case ECHO_LOOP -> messages.text("fate.limited.loop");
        };
    }

    private String reason(ServerEvent.Reason reason) {
        return switch (reason) {
            case SYSTEM_PORT -> messages.text("fate.ignored.systemPort");
            case OWN_PORT -> messages.text("fate.ignored.ownPort");
            case SEND_FAILED -> messages.text("fate.ignored.sendFailed");
            case STOPPED -> messages.text("fate.ignored.stopped");
        };
    }
}
