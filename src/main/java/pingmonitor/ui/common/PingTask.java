package pingmonitor.ui.common;

import java.util.function.Consumer;
import javafx.concurrent.Task;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;

/**
 * A run as a JavaFX task: the engine on the task's thread, its progress in pings done of the count. Cancelling it stops
 * the run at once; the events that follow still arrive.
 */
public final class PingTask extends Task<PingEvent.Outcome> {
    private final PingEngine engine;

    PingTask(PingPlan plan, Consumer<PingEvent> sink, PingEngine.Factory engines) {
        this.engine = engines.create(plan, sink);
    }

    /** Reports how far the run is. */
    void progress(long done, long count) {
        updateProgress(done, count);
    }

    @Override
    protected PingEvent.Outcome call() {
        return engine.run();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        // Never by interruption: the engine has its own way out, which settles the pings under way
        // first.
        engine.stop();
        return super.cancel(false);
    }
}
