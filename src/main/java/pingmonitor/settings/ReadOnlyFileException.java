package pingmonitor.settings;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file is protected against writing. */
public final class ReadOnlyFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    ReadOnlyFileException(Path file) {
        super(file.toString(), null, "read-only");
    }
}
