package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.server.ServerState;

/** Goes through the window with Tab and looks at the pixels: whatever takes the keyboard has to show it. */
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class FocusTest {
    private static final int LEAST = 10;
    private static final double FAR_OUTSIDE = -1_000;
    private static final int MOST_STEPS = 100;

    private final Set<Node> seen = new HashSet<>();
    private WholeWindow window;

    @Start
    void start(Stage stage) throws IOException {
        window = new WholeWindow(stage, Optional.empty());
    }

    @BeforeEach
    void unfoldEverything(FxRobot robot) throws Exception {
        window.awaitComplete();
        robot.interact(
                () -> {
                    window.models.form().optionsOpenProperty().set(true);
                    window.models.find().openProperty().set(true);
                    window.models.server().turnOn();
                });
        FoundServer found =
                new FoundServer(
                        "Sala 3",
                        "ana.local",
                        List.of(InetAddress.getByName("192.0.2.31")),
                        12_007,
                        false);
        window.finders.tell(new SearchResult(MulticastReach.WORKS, List.of(found)));
        window.run(3);
        window.finish();
        Fx.awaitLaidOut(
                () -> window.models.server().stateProperty().get() instanceof ServerState.On);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.models.close());
    }

    @Test
    void everyFocusedNodeHasARingInTheLightTheme(FxRobot robot) throws Exception {
        walkThroughEveryTab(robot);
    }

    @Test
    void everyFocusedNodeHasARingInTheDarkTheme(FxRobot robot) throws Exception {
        robot.interact(window.models.look()::toggleTheme);
        walkThroughEveryTab(robot);
    }

    @Test
    void everyFocusedNodeOfAPageHasARing(FxRobot robot) throws Exception {
        robot.type(KeyCode.F1);
        Fx.awaitLaidOut(() -> window.has("#helpClose"));
        walk(robot, overlay("#helpClose"));
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> robot.lookup("#forwardOpen").queryButton().fire());
        Fx.awaitLaidOut(() -> window.has("#forwardClose"));
        walk(robot, overlay("#forwardPage"));
    }

    @Test
    void aClickHidesTheRing(FxRobot robot) throws Exception {
        robot.type(KeyCode.TAB);
        Fx.await(() -> window.node(".focus-ring").isVisible());
        robot.clickOn("#theme");
        Fx.await(() -> !window.node(".focus-ring").isVisible());
        robot.type(KeyCode.TAB);
        Fx.await(() -> window.node(".focus-ring").isVisible());
    }

    @Test
    void theRingMovesNothing(FxRobot robot) throws Exception {
        List<String> before = places();
        robot.type(KeyCode.TAB);
        Fx.await(() -> window.node(".focus-ring").isVisible());
        assertEquals(before, places());
    }

    private void walkThroughEveryTab(FxRobot robot) throws Exception {
        for (int tab = 0; tab < 3; tab++) {
            int shown = tab;
            robot.interact(
                    () ->
                            robot.lookup("#tabs")
                                    .queryAs(TabPane.class)
                                    .getSelectionModel()
                                    .select(shown));
            Fx.awaitFrames(1);
            walk(robot, (Pane) window.stage.getScene().getRoot());
        }
    }

    /** With Tab, until it comes to where it was before. */
    private void walk(FxRobot robot, Pane part) throws Exception {
        Set<Node> reached = new LinkedHashSet<>();
        Node focused = next(robot);
        while (reached.add(focused)) {
            assertTrue(reached.size() < MOST_STEPS, () -> "no end: " + names(reached));
            if (seen.add(focused)) {
                assertShown(robot, part, focused);
            }
            focused = next(robot);
        }
        Set<Node> missed = traversable(part);
        missed.removeAll(reached);
        assertTrue(missed.isEmpty(), () -> "not reached: " + names(missed));
    }

    private Node next(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.TAB);
        Fx.awaitFrames(1);
        return window.stage.getScene().getFocusOwner();
    }

    private void assertShown(FxRobot robot, Pane part, Node node) throws TimeoutException {
        int[] with = picture(robot);
        Region elsewhere = new Region();
        elsewhere.setManaged(false);
        elsewhere.relocate(FAR_OUTSIDE, FAR_OUTSIDE);
        robot.interact(
                () -> {
                    part.getChildren().add(elsewhere);
                    elsewhere.requestFocus();
                });
        Fx.awaitFrames(1);
        int[] without = picture(robot);
        robot.interact(
                () -> {
                    node.requestFocus();
                    part.getChildren().remove(elsewhere);
                });
        assertRing(with, without, (int) window.stage.getScene().getWidth(), node);
    }

    /** A cursor that blinks is not enough: what differs has to go around something. */
    private static void assertRing(int[] one, int[] other, int width, Node node) {
        int[] differing = IntStream.range(0, one.length).filter(i -> one[i] != other[i]).toArray();
        IntSummaryStatistics x = Arrays.stream(differing).map(i -> i % width).summaryStatistics();
        IntSummaryStatistics y = Arrays.stream(differing).map(i -> i / width).summaryStatistics();
        assertTrue(differing.length > 0, () -> "not one pixel differs: " + node);
        int across = x.getMax() - x.getMin();
        int down = y.getMax() - y.getMin();
        assertTrue(
                differing.length >= 2 * (across + down) && across > LEAST && down > LEAST,
                () -> differing.length + " pixels in " + across + " x " + down + ": " + node);
    }

    private int[] picture(FxRobot robot) {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = window.stage.getScene().snapshot(null));
        int width = (int) taken[0].getWidth();
        int height = (int) taken[0].getHeight();
        int[] pixels = new int[width * height];
        taken[0].getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private Pane overlay(String query) {
        Node node = window.node(query);
        while (!node.getStyleClass().contains("overlay-shade")) {
            node = node.getParent();
        }
        return (Pane) node;
    }

    private static Set<Node> traversable(Parent part) {
        return part.lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled() && isShown(node))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isShown(Node node) {
        Node each = node;
        while (each != null && each.isVisible()) {
            each = each.getParent();
        }
        return each == null;
    }

    private List<String> places() {
        List<String> places =
                window.stage.getScene().getRoot().lookupAll("*").stream()
                        .filter(node -> !node.getStyleClass().contains("focus-ring"))
                        .filter(Node::isManaged)
                        .map(node -> node.getId() + node.localToScene(node.getLayoutBounds()))
                        .filter(place -> !place.startsWith("null"))
                        .collect(Collectors.toList());
        assertFalse(places.isEmpty());
        return places;
    }

    private static List<String> names(Set<Node> nodes) {
        return nodes.stream().map(Node::toString).collect(Collectors.toList());
    }
}
