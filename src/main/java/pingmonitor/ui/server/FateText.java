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
    String of(ServerEvent.OfClient datagram) {
        if (datagram instanceof ServerEvent.Answered answered) {
            String words = answered(answered);
            return answered.bytes() == 0 ? messages.text("fate.empty", words) : words;
        }
        if (datagram instanceof ServerEvent.Limited limited) {
            return limit(limited.limit());
        }
        if (datagram instanceof ServerEvent.Ignored ignored) {
            return reason(ignored.reason());
        }
        return datagram instanceof ServerEvent.Hint hint
                ? hint(hint)
                : messages.text("fate.dropped");
    }

    /** A sign that does not need colour. */
    static Feather icon(ServerEvent.OfClient datagram) {
        if (datagram instanceof ServerEvent.Answered) {
            return Feather.CHECK_CIRCLE;
        }
        if (datagram instanceof ServerEvent.Limited) {
            return Feather.SHIELD;
        }
        if (datagram instanceof ServerEvent.Hint) {
            return Feather.HELP_CIRCLE;
        }
        return datagram instanceof ServerEvent.Ignored ? Feather.SLASH : Feather.X_CIRCLE;
    }

    /** The style class of the sign. */
    static String styleClass(ServerEvent.OfClient datagram) {
        if (datagram instanceof ServerEvent.Answered) {
            return "good";
        }
        if (datagram instanceof ServerEvent.Limited) {
            return "doubtful";
        }
        boolean quiet =
                datagram instanceof ServerEvent.Ignored || datagram instanceof ServerEvent.Hint;
        return quiet ? "quiet" : "bad";
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
        if (hint instanceof ServerEvent.NextSoonAfter soon) {
            String gap = numbers.millis(soon.gap());
            return switch (soon.stray()) {
                case COPY -> messages.text("hint.copy", gap);
                case LATE_REPLY -> messages.text("hint.late", gap);
            };
        }
        return messages.text("hint.silent");
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
