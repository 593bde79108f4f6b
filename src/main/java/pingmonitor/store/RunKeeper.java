package pingmonitor.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.StatisticsState;

/** Keeps one run on disk while it goes on. */
public interface RunKeeper extends AutoCloseable {
    /** Makes the keeper of a run that is about to begin. Never fails: what is in the way is the keeper's problem. */
    @FunctionalInterface
    interface Factory {
        /**
         * @param figures the figures after the event that the keeper took last
         * @param name what the person calls the run; may be empty
         */
        RunKeeper keep(PingPlan plan, Supplier<StatisticsState> figures, String name);
    }

    /**
     * Takes an event of the run, in order, after the session took it and under the same lock; returns at once and never
     * fails. What cannot be written is told by {@link #problem}.
     */
    void take(PingEvent event);

    /** The file; empty when there is none. */
    Optional<Path> file();

    /** Why nothing is written any more; empty as long as all is well. The run goes on. */
    Optional<KeepingProblem> problem();

    /** Hands to the system all that was taken, so that it can be read from the file; does not wait for the disk. */
    default void catchUp() {}

    /** Writes what is not written yet and closes the file; waits for the disk. */
    @Override
    void close();
}
