package pingmonitor.store;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A run is being written, and so it can neither be deleted nor, by another program, be renamed. */
public final class RunInUseException extends FileSystemException {
    private static final long serialVersionUID = 1;

    RunInUseException(Path file) {
        super(file.toString());
    }
}
