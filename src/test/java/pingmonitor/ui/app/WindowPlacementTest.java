package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;

/** Where the window opens. It plays the window manager itself, so it runs in memory only and not beside a real one. */
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class WindowPlacementTest {
    private Stage stage;
    private WindowPlacement placement;
    private Rectangle2D screen;

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
    }

    @Test
    void windowLargerThanTheScreenIsMadeToFit() {
        open(Optional.of(at(0, 0, 4_000, 3_000)));
        assertEquals(screen, place());
    }

    @Test
    void windowThatReachesBeyondTheEdgesIsMovedInside() {
        Rectangle2D all = Fx.get(() -> Screen.getPrimary().getVisualBounds());
        double width = WindowPlacement.MIN_WIDTH;
        double height = WindowPlacement.MIN_HEIGHT;
        open(Optional.of(at(all.getMaxX() - width + 200, all.getMaxY() - 50, width, height)));
        assertEquals(
                new Rectangle2D(all.getMaxX() - width, all.getMaxY() - height, width, height),
                place());
    }

    @Test
    void aWindowOutsideAllScreensOpensAtTheDefaultSize() {
        open(Optional.of(at(50_000, 0, 1_100, 720)));
        assertEquals(Math.min(WindowPlacement.WIDTH, screen.getWidth()), stage.getWidth());
        assertEquals(Math.min(WindowPlacement.HEIGHT, screen.getHeight()), stage.getHeight());
    }

    @Test
    void aSizeChangedByTheWindowManagerIsSetAgain() throws Exception {
        open(Optional.empty());
        Rectangle2D wanted = place();
        Fx.run(
                () -> {
                    placement.insist();
                    stage.setWidth(WindowPlacement.MIN_WIDTH);
                    stage.setHeight(WindowPlacement.MIN_HEIGHT);
                });
        Fx.await(
                () ->
                        stage.getWidth() == wanted.getWidth()
                                && stage.getHeight() == wanted.getHeight());
    }

    @Test
    void aWindowManagerThatInsistsKeepsItsSize() throws Exception {
        open(Optional.empty());
        double own = WindowPlacement.MIN_WIDTH;
        int[] kept = new int[1];
        Fx.run(
                () -> {
                    stage.widthProperty()
                            .addListener(
                                    (property, was, is) -> {
                                        if (is.doubleValue() != own) {
                                            kept[0]++;
                                            stage.setWidth(own);
                                        }
                                    });
                    stage.setWidth(own);
                    placement.insist();
                });
        Fx.awaitFrames(2);
        assertEquals(own, stage.getWidth());
        assertEquals(5, kept[0]);
    }

    private void open(Optional<Settings.Placement> before) {
        Fx.run(
                () -> {
                    screen = Screen.getPrimary().getVisualBounds();
                    stage = new Stage();
                    placement = new WindowPlacement(stage);
                    placement.apply(before);
                    stage.setScene(new Scene(new StackPane()));
                    stage.show();
                });
    }

    private Rectangle2D place() {
        return Fx.get(
                () ->
                        new Rectangle2D(
                                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    private static Settings.Placement at(double x, double y, double width, double height) {
        return new Settings.Placement(x, y, width, height, false, List.of());
    }
}
