package pingmonitor.ui.server;

import java.util.Optional;
import javafx.util.StringConverter;
import pingmonitor.echo.fate.Preset;
import pingmonitor.text.Messages;

/** Names of the presets; none of them is one's own. */
final class PresetText extends StringConverter<Optional<Preset>> {
    private final Messages messages;

    PresetText(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String toString(Optional<Preset> preset) {
        return preset.map(this::words).orElseGet(() -> messages.text("preset.own"));
    }

    @Override
    public Optional<Preset> fromString(String typed) {
        throw new UnsupportedOperationException("presets are chosen, not typed");
    }

    private String words(Preset preset) {
        return switch (preset) {
            case BOOK -> messages.text("preset.book");
            case BOOK_PYTHON -> messages.text("preset.book.python");
            case BOOK_JAVA -> messages.text("preset.book.java");
            case PERFECT -> messages.text("preset.perfect");
        };
    }
}
