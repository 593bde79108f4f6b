package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.ui.common.Fx;

@Tag("window")
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class SplitDividerTest {
    private static final double HEIGHT = 400;
    private static final double LEAST_BELOW = 80;
    private static final double BOX_HEIGHT = 120;
    private static final double HALF = 0.5;
    private static final double NEAR = 0.03;

    private Region growing;
    private VBox lower;
    private SplitPane split;
    private SplitDivider divider;
    private Stage own;

    @Start
    void start(Stage stage) {
        growing = new Region();
        VBox upper = new VBox(growing);
        lower = new VBox();
        split = new SplitPane(upper, lower);
        split.setOrientation(Orientation.VERTICAL);
        lower.setMinHeight(LEAST_BELOW);
        needs(100);
        divider = new SplitDivider(split, upper, lower, HALF);
        divider.move();
        // A test before may have left its size with the stage that all tests share.
        own = new Stage();
        own.setScene(new Scene(split, 300, HEIGHT));
        own.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(own::hide);
    }

    @Test
    void theUpperPartGetsMoreWhileItNeedsMore(FxRobot robot) throws Exception {
        awaitShare(HALF);

        robot.interact(() -> needs(280));
        awaitShare(280 / HEIGHT);
        assertEquals(HALF, divider.wanted());

        robot.interact(() -> needs(100));
        awaitShare(HALF);
    }

    @Test
    void theLowerPartKeepsItsMinimumHeight(FxRobot robot) throws Exception {
        robot.interact(() -> needs(1_000));
        awaitTrue(() -> growing.getHeight() >= 1_000);
        assertTrue(lower.getHeight() >= LEAST_BELOW - 1, "height " + lower.getHeight());
    }

    @Test
    void thePaneIsAtLeastAsHighAsItsPartsAtTheirWidth(FxRobot robot) throws Exception {
        FlowPane line = new FlowPane(box(), box(), box());
        robot.interact(
                () -> {
                    growing.setMinHeight(0);
                    ((VBox) growing.getParent()).getChildren().add(line);
                });
        // Three of them stand below each other in a pane of 300 pixels.
        awaitTrue(() -> split.getMinHeight() >= 3 * BOX_HEIGHT + LEAST_BELOW);
        assertTrue(split.getMinHeight() < 4 * BOX_HEIGHT + LEAST_BELOW);
    }

    private static Region box() {
        Region box = new Region();
        box.setMinSize(200, BOX_HEIGHT);
        return box;
    }

    @Test
    void draggingSetsTheWantedShare(FxRobot robot) throws Exception {
        awaitShare(HALF);
        Fx.awaitFrames(1);
        robot.drag(".split-pane-divider").moveBy(0, 60).drop();
        awaitShare(HALF + 60 / HEIGHT);
        assertEquals(HALF + 60 / HEIGHT, divider.wanted(), NEAR);

        robot.interact(() -> needs(300));
        awaitShare(300 / HEIGHT);
        robot.interact(() -> needs(100));
        awaitShare(HALF + 60 / HEIGHT);
    }

    private void needs(double height) {
        growing.setMinHeight(height);
        growing.setPrefHeight(height);
    }

    private void awaitShare(double share) throws Exception {
        awaitTrue(() -> Math.abs(split.getDividerPositions()[0] - share) < NEAR);
    }

    private static void awaitTrue(Callable<Boolean> condition) throws Exception {
        Fx.await(condition);
    }
}
