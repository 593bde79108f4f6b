package pingmonitor.ui.common;

import java.util.function.Consumer;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;

/** What a {@link PingTask} runs; the seam at which a window test puts a scripted run. */
public interface PingEngine {

    /** Runs to the end on the calling thread. */
    PingEvent.Outcome run();

    /** Ends the run at once, from any thread. */
    void stop();

    /** Makes an engine for a plan that tells its events to a sink. */
    @FunctionalInterface
    interface Factory {
        PingEngine create(PingPlan plan, Consumer<PingEvent> sink);
    }

    /** The real one, over UDP. */
    static PingEngine udp(PingPlan plan, Consumer<PingEvent> sink) {
        Pinger pinger = new Pinger(plan, sink);
        return new PingEngine() {
            @Override
            public PingEvent.Outcome run() {
                return pinger.run();
            }

            @Override
            public void stop() {
                pinger.stop();
            }
        };
    }
}
