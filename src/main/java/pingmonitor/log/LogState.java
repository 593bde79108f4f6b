package pingmonitor.log;

/** How the log file fares. */
public enum LogState {
    /** Nothing was to be written yet. */
    EMPTY,
    /** All that was to be written was. */
    WRITTEN,
    /** The last that was to be written could not be. */
    FAILED
}
