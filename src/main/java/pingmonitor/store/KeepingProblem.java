package pingmonitor.store;

/**
 * Why a run is not kept any more.
 *
 * @param detail what the system said
 */
public record KeepingProblem(Kind kind, String detail) {
    /** What is in the way. */
    public enum Kind {
        DISK_FULL,
        NOT_PERMITTED,
        /** The disk took less than the run had to tell, for minutes. */
        TOO_SLOW,
        OTHER
    }
}
