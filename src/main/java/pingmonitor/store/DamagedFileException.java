package pingmonitor.store;

import java.io.IOException;

/** A run's file, or a part of it, does not hold what was written. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedFileException(String what) {
        super(what);
    }

    DamagedFileException(Throwable cause) {
        super(cause);
    }
}
