package pingmonitor.ui.server;

import java.time.Duration;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.echo.ServerEvent;
import pingmonitor.text.Messages;

/** What became of a datagram, in words, with an icon and a colour. */
final class FateWords {
    private final Messages messages;
    private final Numbers numbers;

    FateWords(Messages messages) {
        this.messages = messages;
        this.numbers = new Numbers(messages.locale());
    }

    /** In words. */
    String of(ServerEvent.OfDatagram datagram) {
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
        return messages.text("fate.dropped");
    }

    /** A sign that does not need colour. */
    static Feather icon(ServerEvent.OfDatagram datagram) {
        if (datagram instanceof ServerEvent.Answered) {
            return Feather.CHECK_CIRCLE;
        }
        if (datagram instanceof ServerEvent.Limited) {
            return Feather.SHIELD;
        }
        return datagram instanceof ServerEvent.Ignored ? Feather.SLASH : Feather.X_CIRCLE;
    }

    /** The style class of the sign. */
    static String styleClass(ServerEvent.OfDatagram datagram) {
        if (datagram instanceof ServerEvent.Answered) {
            return "good";
        }
        if (datagram instanceof ServerEvent.Limited) {
            return "doubtful";
        }
        return datagram instanceof ServerEvent.Ignored ? "quiet" : "bad";
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
