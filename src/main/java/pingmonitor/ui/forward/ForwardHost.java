package pingmonitor.ui.forward;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import pingmonitor.router.Consent;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.ui.common.SerialExecutor;

/**
 * The half of the model that works in the background: it opens and closes forwardings, one order after the other, and
 * collects what they tell. After every change it signals; what it has can then be read from any thread.
 */
final class ForwardHost {
    private static final Logger LOG = System.getLogger(ForwardHost.class.getName());

    /** What a router is given to confirm the removal, and a little more. */
    private static final long SHUTDOWN_SECONDS = 4;

    private final ForwardingControl.Factory engines;
    private final Runnable signal;
    private final ThreadPoolExecutor worker;
    private volatile Optional<ForwardingControl> engine = Optional.empty();
    private Progress told = Progress.NONE;

    ForwardHost(ForwardingControl.Factory engines, Runnable signal) {
        this.engines = engines;
        this.signal = signal;
        this.worker = SerialExecutor.worker("port-forwarding-switch");
    }

    /** The newest of all that is to be shown. */
    Progress progress() {
        synchronized (this) {
            return told.knowing(engine.map(ForwardingControl::now));
        }
    }

    /** Orders a start. */
    void open(ForwardingPlan plan) {
        order(() -> engine = Optional.of(engines.start(plan, Consent.NOT_YET, this::happened)));
    }

    /** Orders something of the forwarding that is under way then. */
    void tell(Consumer<ForwardingControl> wish) {
        order(() -> engine.ifPresent(wish));
    }

    /** Orders a stop. */
    void close() {
        order(this::end);
    }

    /** Orders to close what an earlier program left open. */
    void removeLeftovers() {
        order(
                () -> {
                    var closed = engines.removeLeftovers();
                    synchronized (this) {
                        told = told.afterRemoving(closed);
                    }
                });
    }

    /** Stops for good and waits for it, 4 s at most; on any thread, and once more does no harm. */
    void shutdown() {
        close();
        worker.shutdown();
        SerialExecutor.awaitEnd(worker, SHUTDOWN_SECONDS);
    }

    private void end() {
        // Until it is closed what it tells of its end is to be seen.
        engine.ifPresent(ForwardingControl::close);
        engine = Optional.empty();
    }

    private void order(Runnable work) {
        worker.execute(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error defect) {
                        LOG.log(Logger.Level.ERROR, "a port forwarding broke", defect);
                    } finally {
                        signal.run();
                    }
                });
    }

    private void happened(ForwardingEvent event) {
        synchronized (this) {
            told = told.after(event);
        }
        signal.run();
    }
}
