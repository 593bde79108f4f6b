package pingmonitor.store;

/** How a kept run stands. */
public enum RunState {
    /** It goes on in this program. */
    GOES_ON_HERE,
    /** It goes on in another program on this machine. */
    GOES_ON_ELSEWHERE,
    /** It sent all its pings. */
    COMPLETED,
    /** The person stopped it. */
    STOPPED,
    /** It could not go on. */
    FAILED,
    /** The program was killed, the power failed or the disk was full: what was written until then is there. */
    CUT_OFF,
    /** The file's beginning is damaged, and nothing can be read. */
    DAMAGED,
    /** A newer version of the program wrote it. */
    NEWER,
    /** It is no run's file. */
    FOREIGN,
    /** The system does not let this person read the file. */
    NOT_READABLE;

    /** Whether the run is being written. */
    public boolean goesOn() {
        return this == GOES_ON_HERE || this == GOES_ON_ELSEWHERE;
    }

    static RunState of(RunFileException.Kind kind) {
        return switch (kind) {
            case FOREIGN -> FOREIGN;
            case NEWER -> NEWER;
            case DAMAGED -> DAMAGED;
        };
    }
}
