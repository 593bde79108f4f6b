package pingmonitor.ui.ping;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem.Field;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.session.Statistics;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/**
 * Starts and stops the runs that the form describes, and shows in the form what only a run finds out. FX thread only.
 */
public final class RunStarter {
    private final PingFormModel form;
    private final RunListModel runs;
    private RunGuard guard = RunGuard.NONE;

    public RunStarter(PingFormModel form, RunListModel runs) {
        this.form = form;
        this.runs = runs;
    }

    /** The runs that it starts. */
    public RunListModel runs() {
        return runs;
    }

    /** Sets who is asked before a key ends a run. */
    public void setGuard(RunGuard newGuard) {
        guard = newGuard;
    }

    /** Starts a run, which ends an active one. With a mistake in the form nothing is started or stopped. */
    public void start() {
        form.plan().ifPresent(plan -> guard.beforeAnother(() -> run(plan)));
    }

    /** Puts a server into the form and starts a run to it. */
    public void startTo(HostAndPort server) {
        form.text(Field.HOST).set(server.host());
        form.text(Field.PORT).set(server.port());
        start();
    }

    /** The action of the button. */
    public void startOrStop() {
        if (runs.activeProperty().get().isPresent()) {
            runs.stop();
        } else {
            start();
        }
    }

    /** The action of the keys that do the same as the button. It may ask the person first. */
    public void startOrStopByKey() {
        if (runs.activeProperty().get().isPresent()) {
            guard.beforeStopping(runs::stop);
        } else {
            start();
        }
    }

    private void run(PingPlan plan) {
        // The window shows one run, so it lets only one go on.
        runs.stop();
        RunModel run = runs.start(plan);
        ChangeListener<Boolean> whenOver =
                (property, was, running) -> {
                    if (failed(run)) {
                        run.session().problem().ifPresent(form::showProblem);
                    }
                };
        run.runningProperty().addListener(whenOver);
    }

    private static boolean failed(RunModel run) {
        Statistics statistics = run.session().statistics();
        boolean nothingLeft = statistics.sent() == 0 && statistics.sendFailed() > 0;
        return nothingLeft || run.session().outcome().equals(Optional.of(PingEvent.Outcome.FAILED));
    }
}
