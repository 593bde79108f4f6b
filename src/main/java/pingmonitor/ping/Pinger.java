package pingmonitor.ping;

import java.util.function.Consumer;

/** Runs a {@link PingPlan} over UDP. One instance is one run. */
public final class Pinger {
    private final PingPlan plan;
    private final Consumer<PingEvent> sink;

    /**
     * @param sink takes every event, one at a time, on threads of the run; it must return quickly
     */
    public Pinger(PingPlan plan, Consumer<PingEvent> sink) {
        this.plan = plan;
        this.sink = sink;
    }

    /** Runs on the calling thread until the plan is done, {@link #stop} was called, or it failed. Never throws for what the network does. */
    public PingEvent.Outcome run() {
        throw new UnsupportedOperationException("todo");
    }

    /** Ends the run at once, from any thread, also while a name is being resolved; returns without waiting. */
    public void stop() {
        throw new UnsupportedOperationException("todo");
    }
}
