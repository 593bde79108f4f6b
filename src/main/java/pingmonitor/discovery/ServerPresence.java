package pingmonitor.discovery;

import java.time.Duration;

/**
 * Whether a server that was found still answers. One that was killed takes nothing back, and what it announced is valid
 * for an hour. So, when nothing was heard of it for a while, all are asked again, and after several questions without
 * its answer it counts as gone (RFC 6762, section 10.5). Whatever is heard of it brings it back. For one thread at a
 * time.
 */
final class ServerPresence {
    /**
     * One that was heard of so recently is there. What others ask is heard as well, so a full room asks no more than
     * one.
     */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** Questions without an answer, one a round; Wi-Fi loses some of what is sent to all. */
    static final int MAX_QUESTIONS = 5;

    private int asked;

    /** What follows from the time since it was last heard of. */
    enum State {
        THERE,
        /** It is to be asked now. */
        DOUBTFUL,
        SILENT
    }

    /** Looks once a round, in which a question is answered. */
    State look(Duration sinceHeard) {
        if (sinceHeard.compareTo(FRESH) < 0) {
            asked = 0;
            return State.THERE;
        }
        if (asked < MAX_QUESTIONS) {
            asked++;
            return State.DOUBTFUL;
        }
        return State.SILENT;
    }
}
