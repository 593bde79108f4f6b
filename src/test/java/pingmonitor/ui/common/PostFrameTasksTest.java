package pingmonitor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class PostFrameTasksTest {
    private static final int MOST_SECONDS = 20;
    private static final int FRAMES = 5;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final BooleanProperty quiet = new SimpleBooleanProperty();
    private Stage stage;
    private Scene scene;
    private PostFrameTasks afterFrames;

    @Start
    void start(Stage window) {
        stage = window;
        scene = new Scene(new StackPane());
        stage.setScene(scene);
        afterFrames = new PostFrameTasks(scene, quiet);
    }

    @Test
    void noTaskRunsBeforeTheWindowIsShown(FxRobot robot) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        robot.interact(
                () -> {
                    afterFrames.add(() -> seen.add("piece"));
                    afterFrames.add(() -> done.complete(null));
                });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), seen);
        robot.interact(stage::show);
        done.get(MOST_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("piece"), seen);
    }

    @Test
    void eachTaskFollowsAFrame(FxRobot robot) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        robot.interact(
                () -> {
                    scene.addPreLayoutPulseListener(this::frame);
                    afterFrames.add(() -> seen.add("first"));
                    afterFrames.add(() -> seen.add("second"));
                    afterFrames.add(() -> done.complete(null));
                    stage.show();
                });
        done.get(MOST_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("frame", "first", "frame", "second", "frame"), seen);
    }

    @Test
    void noTaskRunsInAQuietPeriodAndAllRunAfterIt(FxRobot robot) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        robot.interact(
                () -> {
                    afterFrames.add(() -> seen.add("first"));
                    afterFrames.add(
                            () -> {
                                seen.add("second");
                                quiet.set(true);
                                // A quiet that is renewed is still one.
                                quiet.set(false);
                                quiet.set(true);
                            });
                    afterFrames.add(() -> seen.add("third"));
                    afterFrames.add(() -> done.complete(null));
                    stage.show();
                });
        WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, () -> seen.size() == 2);
        for (int frame = 0; frame < FRAMES; frame++) {
            robot.interact(Platform::requestNextPulse);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertEquals(List.of("first", "second"), seen);
        robot.interact(() -> quiet.set(false));
        done.get(MOST_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("first", "second", "third"), seen);
    }

    @Test
    void aTaskThatBreaksKeepsNoOtherFromRunning(FxRobot robot) throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        IllegalStateException defect = new IllegalStateException("a defect");
        robot.interact(
                () -> {
                    Thread.currentThread()
                            .setUncaughtExceptionHandler((thread, thrown) -> told.complete(thrown));
                    afterFrames.add(
                            () -> {
                                throw defect;
                            });
                    afterFrames.add(() -> done.complete(null));
                    stage.show();
                });
        try {
            done.get(MOST_SECONDS, TimeUnit.SECONDS);
            assertEquals(defect, told.get(MOST_SECONDS, TimeUnit.SECONDS));
        } finally {
            robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }

    /** More than one between two pieces says no more than one. */
    private void frame() {
        if (seen.isEmpty() || !seen.get(seen.size() - 1).equals("frame")) {
            seen.add("frame");
        }
    }
}
