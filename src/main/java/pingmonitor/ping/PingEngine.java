package pingmonitor.ping;

import java.util.function.Consumer;

/** Something that does one run: {@link Pinger}, or what a test puts in its place. */
public interface PingEngine {

    /** Runs to the end on the calling thread. */
    PingEvent.Outcome run();

    /** Ends the run, from any thread; its last events follow within a second. */
    void stop();

    /** Makes an engine for a plan that tells its events to a sink. */
    @FunctionalInterface
    interface Factory {
        PingEngine create(PingPlan plan, Consumer<PingEvent> sink);
    }
}
