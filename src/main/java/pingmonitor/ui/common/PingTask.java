package pingmonitor.ui.common;

import java.lang.System.Logger;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/**
 * A run as a JavaFX task: the engine on the task's thread, its progress in pings done of the count. Cancelling it stops
 * the run; the events that follow still arrive.
 */
public final class PingTask extends Task<PingEvent.Outcome> {
    private static final Logger LOG = System.getLogger(PingTask.class.getName());

    private final Consumer<PingEvent> sink;
    private final PingEngine engine;

    PingTask(PingPlan plan, Consumer<PingEvent> sink, PingEngine.Factory engines) {
        this.sink = sink;
        this.engine = engines.create(plan, sink);
    }

    /** Reports how far the run is. */
    void progress(long done, long count) {
        updateProgress(done, count);
    }

    @Override
    protected PingEvent.Outcome call() {
        try {
            return engine.run();
        } catch (RuntimeException | Error defect) {
            broke(defect);
            throw defect;
        }
    }

    /** Ends a run that cannot end itself: else it would be shown as running for ever. */
    void broke(Throwable defect) {
        LOG.log(Logger.Level.ERROR, "a ping run broke", defect);
        sink.accept(new PingEvent.Failed(new Problem(Problem.Kind.OTHER, "", defect.toString())));
        sink.accept(new PingEvent.Finished(PingEvent.Outcome.FAILED, Instant.now()));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        // Never by interruption: the engine has its own way out, which settles the pings under way
        // first.
        engine.stop();
        return super.cancel(false);
    }
}
