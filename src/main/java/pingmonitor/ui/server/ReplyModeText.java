package pingmonitor.ui.server;

import javafx.util.StringConverter;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.text.Messages;

/** Names of what the server's replies say. */
final class ReplyModeText extends StringConverter<ReplyText> {
    private final Messages messages;

    ReplyModeText(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String toString(ReplyText reply) {
        // Nothing is chosen until the model is shown.
        return reply == null
                ? ""
                : switch (reply) {
                    case UPPER_CASE -> messages.text("reply.upper");
                    case UNCHANGED -> messages.text("reply.unchanged");
                };
    }

    @Override
    public ReplyText fromString(String typed) {
        throw new UnsupportedOperationException("replies are chosen, not typed");
    }
}
