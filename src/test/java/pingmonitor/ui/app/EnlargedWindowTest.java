package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.server.ServerState;

/** The window with large text, and on small screens: everything is in reach, by one scroll bar. */
@Tag("window")
@Timeout(240)
@ExtendWith(ApplicationExtension.class)
class EnlargedWindowTest {
    private WholeWindow window;

    @Start
    void start(Stage stage) throws IOException {
        window = new WholeWindow(stage, Optional.empty());
    }

    @BeforeEach
    void awaitComplete(FxRobot robot) throws Exception {
        window.awaitComplete();
        robot.interact(
                () -> {
                    window.stage.setMinWidth(1);
                    window.stage.setMinHeight(1);
                    window.models.server().turnOn();
                });
        Fx.await(() -> window.models.server().stateProperty().get() instanceof ServerState.On);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.models.close());
    }

    @Test
    void thereIsOneScrollBarAtTheMost() throws Exception {
        for (int[] size : new int[][] {{1280, 800}, {1024, 700}, {640, 480}}) {
            for (int font : new int[] {13, 17, 20, 26, 35, Settings.Look.MAX_FONT_SIZE}) {
                show(size[0], size[1], font);
                List<String> bars = Fx.get(this::bars);
                // The widest control of all does not fit into the smallest window with the largest
                // text.
                boolean possible = size[0] / font > 24;
                assertTrue(
                        bars.size() <= (possible ? 1 : 2),
                        size[0] + "x" + size[1] + " at " + font + ": " + bars);
            }
        }
    }

    @Test
    void panelThatFitsNotBesideTheChartIsBelowIt() throws Exception {
        show(640, 480, Settings.Look.DEFAULT_FONT_SIZE);
        assertTrue(place("#serverCard").getMinY() >= place("#tabs").getMaxY());
        show(1280, 800, Settings.Look.DEFAULT_FONT_SIZE);
        assertTrue(place("#serverCard").getMinX() >= place("#tabs").getMaxX());
        assertEquals(place("#split").getMinY(), place("#serverCard").getMinY());
    }

    @Test
    void nothingIsDrawnOverTheToolbarOfTheSmallestWindow() throws Exception {
        show(640, 480, Settings.Look.DEFAULT_FONT_SIZE);
        Bounds bar = place(".top-bar");
        for (String query : List.of("#tile-sent", "#tile-variation", "#chart-view", "#tabs")) {
            assertTrue(place(query).getMinY() >= bar.getMaxY(), query);
        }
        assertTrue(place("#tile-variation").getMaxY() <= place("#chart-view").getMinY());
    }

    @Test
    void optionsButtonStaysUnderTheHandInTheSmallestWindow() throws Exception {
        show(640, 480, Settings.Look.DEFAULT_FONT_SIZE);
        Bounds before = place("#options");
        Fx.run(() -> window.models.form().optionsOpenProperty().set(true));
        Fx.awaitFrames(3);
        assertEquals(before, place("#options"));
    }

    @Test
    void pageWithTheCodeScrollsWhereItDoesNotFit() throws Exception {
        show(640, 480, 26);
        Fx.run(() -> ((Button) window.node(".address-large")).fire());
        Fx.awaitFrames(5);
        ScrollPane page = (ScrollPane) window.node("#invitationPage");
        Bounds close = place("#invitationClose");
        assertEquals(1, Fx.get(() -> visibleBars(page)).size());
        assertTrue(
                close.getMaxY()
                        <= Fx.get(
                                () ->
                                        page.getContent()
                                                .localToScene(page.getContent().getLayoutBounds())
                                                .getMaxY()));
        Fx.run(() -> page.setVvalue(1));
        Fx.awaitFrames(1);
        assertTrue(place("#invitationClose").getMaxY() <= 480);
    }

    private void show(int width, int height, int font) throws Exception {
        Fx.run(
                () -> {
                    window.models.look().usualSize();
                    while (window.models.look().fontSizeProperty().get() < font) {
                        window.models.look().larger();
                    }
                });
        // A window that was just opened insists a few times on the size that it was opened with.
        while (Fx.get(() -> window.stage.getWidth() != width)
                || Fx.get(() -> window.stage.getHeight() != height)) {
            Fx.run(
                    () -> {
                        window.stage.setWidth(width);
                        window.stage.setHeight(height);
                    });
            Fx.awaitFrames(2);
        }
        // What depends on the measures of what was laid out follows a frame later each.
        Fx.awaitFrames(6);
    }

    /** Those that scroll the page or what lies beside it; tables and lists have their own. */
    private List<String> bars() {
        ScrollPane page = (ScrollPane) window.node("#pageScroll");
        ScrollPane card = (ScrollPane) window.node("#serverCard");
        return Stream.of(page, card).flatMap(pane -> visibleBars(pane).stream()).toList();
    }

    private static List<String> visibleBars(ScrollPane pane) {
        return pane.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .filter(Node::isVisible)
                .map(ScrollBar.class::cast)
                .map(bar -> pane.getId() + " " + (bar.getOrientation() == Orientation.VERTICAL))
                .toList();
    }

    private Bounds place(String query) {
        return Fx.get(
                () -> {
                    Node node = window.node(query);
                    return node.localToScene(node.getLayoutBounds());
                });
    }
}
