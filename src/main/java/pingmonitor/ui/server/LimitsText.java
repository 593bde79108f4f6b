package pingmonitor.ui.server;

import javafx.util.StringConverter;
import pingmonitor.text.Messages;

/** Names of the limits to choose from. */
final class LimitsText extends StringConverter<LimitsChoice> {
    private final Messages messages;

    LimitsText(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String toString(LimitsChoice choice) {
        return switch (choice) {
            case USUAL -> messages.text("limits.usual");
            case OWN -> messages.text("limits.own");
            case OFF -> messages.text("limits.off");
        };
    }

    /** What a choice means, in a sentence. */
    String meaning(LimitsChoice choice, long usual) {
        return switch (choice) {
            case USUAL -> messages.text("limits.usual.meaning", usual);
            case OWN -> messages.text("limits.own.meaning");
            case OFF -> messages.text("limits.off.meaning");
        };
    }

    @Override
    public LimitsChoice fromString(String typed) {
        throw new UnsupportedOperationException("limits are chosen, not typed");
    }
}
