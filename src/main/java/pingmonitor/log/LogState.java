package pingmonitor.log;

/** Whether the log file could be written. */
public enum LogState {
    /** There was nothing to write yet. */
    EMPTY,
    /** The latest entry was written. */
    WRITTEN,
    /** The latest entry could not be written. */
    FAILED
}
