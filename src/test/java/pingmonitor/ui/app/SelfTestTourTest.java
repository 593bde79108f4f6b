package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A tour of which a step breaks. */
@Tag("view")
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class SelfTestTourTest {
    private static final int MOST_SECONDS = 20;

    private final IllegalStateException defect = new IllegalStateException("a defect");
    private final CompletableFuture<Throwable> end = new CompletableFuture<>();
    private final List<String> seen = new ArrayList<>();
    private SelfTestTour tour;

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(new StackPane());
        stage.setScene(scene);
        stage.show();
        tour =
                new SelfTestTour(
                        scene, List.of(() -> seen.add("first"), this::broken), end::complete);
    }

    @Test
    void aStepThatBreaksWhileThePingsGoOnIsTheEnd(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    tour.goOn(1);
                    tour.goOn(2);
                    tour.goOn(3);
                });
        assertSame(defect, end.get(MOST_SECONDS, TimeUnit.SECONDS));
        assertEquals(List.of("first", "broken"), seen);
    }

    @Test
    void aStepThatBreaksAfterThePingsIsTheEnd(FxRobot robot) throws Exception {
        List<String> afterwards = new ArrayList<>();
        robot.interact(() -> tour.finish(() -> afterwards.add("more")));
        assertSame(defect, end.get(MOST_SECONDS, TimeUnit.SECONDS));
        assertEquals(List.of("first", "broken"), seen);
        assertTrue(afterwards.isEmpty());
    }

    private void broken() {
        seen.add("broken");
        throw defect;
    }
}
