package pingmonitor.ui.results;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the person for a file to write to. */
@FunctionalInterface
interface FileChoice {
    /** The choice of the person; empty when they cancelled. */
    Optional<Choice> choose(Optional<Window> owner, String proposedName, ExportFormat proposed);

    /** A file as it was typed, and the format that was chosen beside it. */
    record Choice(Path file, ExportFormat format) {}
}
