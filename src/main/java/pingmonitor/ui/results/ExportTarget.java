package pingmonitor.ui.results;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that a run is saved in, and its format.
 *
 * @param renamed whether the name was completed after the dialog, which then did not ask about an existing file
 */
record ExportTarget(Path file, ExportFormat format, boolean renamed) {

    /**
     * Makes name and format agree. The suffix decides, unless it is still the proposed one and the person chose another
     * format beside it.
     */
    static ExportTarget of(FileChoice.Choice choice, ExportFormat proposed) {
        Path file = choice.file();
        String name = String.valueOf(file.getFileName());
        Optional<ExportFormat> named = ExportFormat.of(name);
        if (named.isEmpty()) {
            return renamed(file, name, choice.format());
        }
        if (named.get() == proposed && choice.format() != proposed) {
            String bare = name.substring(0, name.length() - proposed.suffix().length());
            return renamed(file, bare, choice.format());
        }
        return new ExportTarget(file, named.get(), false);
    }

    private static ExportTarget renamed(Path file, String bareName, ExportFormat format) {
        return new ExportTarget(file.resolveSibling(bareName + format.suffix()), format, true);
    }
}
