package pingmonitor.store;

import java.nio.file.Path;
import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.PingRow;

/** Keeps one run on disk while it goes on. */
public interface RunKeeper extends AutoCloseable {
    /**
     * Takes an event of the run, in order, on the thread that tells it; returns at once and never fails. What cannot be
     * written is told by {@link #problem}.
     *
     * @param touched the row that the event made or changed, in its newest form; empty where it is about no ping, or
     *     about one whose row the session has forgotten
     */
    void take(PingEvent event, Optional<PingRow> touched);

    /** The file; it is there once the run has begun. */
    Path file();

    /** Why nothing is written any more; empty as long as all is well. The run goes on. */
    Optional<KeepingProblem> problem();

    /** Writes what is not written yet and closes the file; waits for the disk. */
    @Override
    void close();
}
