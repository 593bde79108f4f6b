package pingmonitor.store;

import java.io.IOException;

/** A file cannot be read as the file of a run. */
public final class RunFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Why. */
    public enum Kind {
        /** It is no run's file. */
        FOREIGN,
        /** A newer version of the program wrote it. */
        NEWER,
        /** Its beginning, which says what the run was, is damaged. */
        DAMAGED
    }

    RunFileException(Kind kind) {
        super(kind.toString());
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
