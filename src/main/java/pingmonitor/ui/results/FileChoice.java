package pingmonitor.ui.results;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the person for a file to write to. */
@FunctionalInterface
interface FileChoice {
    /** What the person chose, or nothing when they thought better of it. */
    Optional<Choice> choose(Optional<Window> owner, String proposedName, ExportFormat proposed);

    /** A file as it was typed, and the format that was chosen beside it. */
    record Choice(Path file, ExportFormat format) {}
}
