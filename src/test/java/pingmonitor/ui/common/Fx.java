package pingmonitor.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.api.FxRobot;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what becomes of a window, for as long as a busy machine may need. */
public final class Fx {
    private static final long PATIENCE_SECONDS = 30;

    private Fx() {}

    /**
     * Until it is so, looked at on the FX thread: whatever one task there does is seen as a whole, and no node moves
     * while it is searched.
     */
    public static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> look(() -> isSo(condition)));
    }

    /** Does something on the FX thread, and returns when it is done. */
    public static void run(Runnable action) {
        look(
                () -> {
                    action.run();
                    return null;
                });
    }

    /** What something is on the FX thread. */
    public static <T> T get(Callable<T> value) {
        return look(value);
    }

    /** Until it is so and everything has found its place: before that a click goes where something else lies. */
    public static void awaitLaidOut(Callable<Boolean> condition) throws TimeoutException {
        await(condition);
        awaitFrames(1);
    }

    /** Until so many frames have been laid out from now on; what the toolkit had to do at the end is done. */
    public static void awaitFrames(int frames) throws TimeoutException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        AnimationTimer pulses =
                new AnimationTimer() {
                    private int begun;

                    @Override
                    public void handle(long now) {
                        // It is called at the beginning of a frame, also of one under way.
                        if (begun++ == frames + 1) {
                            stop();
                            over.complete(null);
                        }
                    }
                };
        look(
                () -> {
                    pulses.start();
                    return null;
                });
        try {
            over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Where it is now, and not where it was before something came in above it. */
    public static void click(FxRobot robot, String query) throws TimeoutException {
        awaitFrames(1);
        robot.clickOn(query);
    }

    private static boolean isSo(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (EmptyNodeQueryException notThereYet) {
            return false;
        }
    }

    private static <T> T look(Callable<T> look) {
        FutureTask<T> task = new FutureTask<>(look);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
