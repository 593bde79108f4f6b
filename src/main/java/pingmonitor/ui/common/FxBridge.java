package pingmonitor.ui.common;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/**
 * The one crossing from work threads to the FX thread. A work thread changes shared state and signals; a refresh then
 * runs on the FX thread and takes that state over, always once more after the last signal. At most one refresh waits,
 * and there is at most one in {@link #SPACING_NANOS}.
 */
public final class FxBridge {
    /** About one pulse of the toolkit: nobody sees more. */
    static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(16);

    private final long gatheringNanos;
    private final long spacingNanos;
    private final Runnable refresh;
    private final LongFunction<Executor> fxAfterNanos;
    private final LongSupplier nanoTime;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long earliestNext;

    /** A bridge to the FX thread. */
    public FxBridge(Runnable refresh) {
        this(refresh, FxBridge::fxThread, System::nanoTime);
    }

    /** A bridge with a longer spacing, for what nobody has to see at once. */
    public FxBridge(Runnable refresh, Duration spacing) {
        this(0, spacing.toNanos(), refresh, FxBridge::fxThread, System::nanoTime);
    }

    /**
     * A bridge for signals that come in groups, as of a ping and its reply. It waits a pulse for the rest, so that the
     * window is drawn once for all of them, and not while the reply is on its way.
     */
    public static FxBridge gathering(Runnable refresh) {
        return gathering(refresh, FxBridge::fxThread, System::nanoTime);
    }

    static FxBridge gathering(
            Runnable refresh, LongFunction<Executor> fxAfterNanos, LongSupplier nanoTime) {
        return new FxBridge(SPACING_NANOS, SPACING_NANOS, refresh, fxAfterNanos, nanoTime);
    }

    FxBridge(Runnable refresh, LongFunction<Executor> fxAfterNanos, LongSupplier nanoTime) {
        this(0, SPACING_NANOS, refresh, fxAfterNanos, nanoTime);
    }

    private FxBridge(
            long gatheringNanos,
            long spacingNanos,
            Runnable refresh,
            LongFunction<Executor> fxAfterNanos,
            LongSupplier nanoTime) {
        this.gatheringNanos = gatheringNanos;
        this.spacingNanos = spacingNanos;
        this.refresh = refresh;
        this.fxAfterNanos = fxAfterNanos;
        this.nanoTime = nanoTime;
        this.earliestNext = nanoTime.getAsLong();
    }

    /** Says that there is something new; from any thread, never waits. */
    public void signal() {
        if (waiting.compareAndSet(false, true)) {
            long wait = Math.max(gatheringNanos, earliestNext - nanoTime.getAsLong());
            try {
                fxAfterNanos.apply(wait).execute(this::run);
            } catch (RuntimeException | Error defect) {
                // Nothing is waiting: the next signal must try again.
                waiting.set(false);
                throw defect;
            }
        }
    }

    private void run() {
        earliestNext = nanoTime.getAsLong() + spacingNanos;
        // Before the refresh: a signal that comes while it runs must lead to another one.
        waiting.set(false);
        refresh.run();
    }

    private static Executor fxThread(long afterNanos) {
        Executor now = Platform::runLater;
        return afterNanos == 0
                ? now
                : CompletableFuture.delayedExecutor(afterNanos, TimeUnit.NANOSECONDS, now);
    }
}
