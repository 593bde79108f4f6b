package pingmonitor.ui.crash;

/** What goes on after a crash. */
public enum CrashAftermath {
    RUN_AND_SERVER,
    RUN,
    SERVER,
    /** The window alone. */
    WINDOW,
    /** Nothing: the program ends. */
    END;

    /** What goes on while the window does. */
    public static CrashAftermath of(boolean run, boolean server) {
        if (run) {
            return server ? RUN_AND_SERVER : RUN;
        }
        return server ? SERVER : WINDOW;
    }
}
