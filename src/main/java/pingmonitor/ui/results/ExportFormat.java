package pingmonitor.ui.results;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.report.ConsoleText;
import pingmonitor.report.SessionExport;
import pingmonitor.session.SessionView;

/** The formats in which a run can be saved. */
enum ExportFormat {
    CSV("csv"),
    JSON("json"),
    CONSOLE("txt");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The suffix of its files, with the dot. */
    String suffix() {
        return "." + extension;
    }

    /** Writes a run. Only the console text depends on the language. */
    void write(SessionView session, Locale locale, Appendable out) throws IOException {
        switch (this) {
            case CSV -> SessionExport.csv(session, out);
            case JSON -> SessionExport.json(session, out);
            case CONSOLE -> new ConsoleText(locale).write(session, out);
        }
    }

    /** The format of a file's suffix. */
    static Optional<ExportFormat> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (lower.endsWith(format.suffix())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
