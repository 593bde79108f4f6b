package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.Stylesheet;

/** Whose the wheel is, and the way back from where the chart was moved to. */
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class ChartFollowTest {
    private static final int PINGS = 1_000;

    private final FedEngine engine = new FedEngine();
    private final RunListModel runs = new RunListModel(engine);
    private final AtomicInteger scrolledPage = new AtomicInteger();
    private TextField elsewhere;
    private ChartView view;
    private Stage window;

    @Start
    void open(Stage shared) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        window = new Stage();
        elsewhere = new TextField();
        view = new ChartView(runs, Locale.ENGLISH, () -> {});
        VBox page = new VBox(elsewhere, view.root());
        page.addEventHandler(ScrollEvent.SCROLL, event -> scrolledPage.incrementAndGet());
        Scene scene = new Scene(page, 900, 500);
        scene.getStylesheets().add(Stylesheet.beside(ChartView.class, "results.css"));
        window.setScene(scene);
        window.show();
    }

    @AfterEach
    void close() {
        Fx.run(
                () -> {
                    runs.stop();
                    view.dispose();
                    window.hide();
                });
    }

    @Test
    void wheelScrollsThePageWhileTheChartHasNoFocus() throws Exception {
        run();
        Fx.run(elsewhere::requestFocus);
        ChartRange before = range();
        Fx.run(() -> Wheel.turn(chart(), 120));
        assertEquals(before, range());
        assertEquals(1, scrolledPage.get());
    }

    @Test
    void wheelZoomsWithCtrlAndAfterAClick(FxRobot robot) throws Exception {
        run();
        Fx.run(elsewhere::requestFocus);
        ChartRange before = range();
        Fx.run(() -> Wheel.turn(chart(), 120, true));
        ChartRange once = range();
        assertNotEquals(before, once);
        robot.clickOn(chart());
        Fx.run(() -> Wheel.turn(chart(), 120));
        assertNotEquals(once, range());
        assertEquals(0, scrolledPage.get());
    }

    @Test
    void draggedChartOffersToFollowAgain(FxRobot robot) throws Exception {
        run();
        assertFalse(offered());
        robot.drag(chart()).moveBy(200, 0).drop();
        Fx.await(this::offered);
        assertEquals("Follow", Fx.get(() -> button().getText()));
        assertFalse(range().following());
        Fx.click(robot, "#chart-follow");
        Fx.await(() -> !offered());
        assertTrue(range().following());
        assertEquals(PINGS + 0.5, range().high());
        assertTrue(Fx.get(() -> chart().isFocused()), "the keyboard is not lost with the button");
    }

    @Test
    void runThatIsOverOffersToShowTheWhole(FxRobot robot) throws Exception {
        run();
        robot.drag(chart()).moveBy(200, 0).drop();
        engine.finished(PingEvent.Outcome.COMPLETED);
        Fx.await(() -> button().getText().equals("Whole run"));
        Fx.click(robot, "#chart-follow");
        Fx.await(() -> !offered());
        assertEquals(0.5, range().low());
        assertEquals(PINGS + 0.5, range().high());
    }

    @Test
    void keysFollowTheRunAgain(FxRobot robot) throws Exception {
        run();
        Fx.run(() -> chart().requestFocus());
        robot.type(KeyCode.PAGE_UP);
        Fx.await(this::offered);
        robot.type(KeyCode.END);
        Fx.await(() -> !offered());
    }

    @Test
    void anotherRunIsFollowedFromTheBeginning(FxRobot robot) throws Exception {
        run();
        robot.drag(chart()).moveBy(200, 0).drop();
        Fx.await(this::offered);
        Fx.run(() -> runs.selectedProperty().set(Optional.empty()));
        assertFalse(offered());
    }

    private void run() throws TimeoutException {
        PingPlan plan =
                new PingPlan(
                        "127.0.0.1",
                        12_000,
                        AddressFamily.ANY,
                        PingPlan.UNTIL_STOPPED,
                        PingPlan.DEFAULT_TIMEOUT,
                        new Pacing.StopAndWait(Duration.ZERO),
                        0);
        RunModel run = Fx.get(() -> runs.start(plan));
        engine.started();
        for (int sequence = 1; sequence <= PINGS; sequence++) {
            engine.sent(sequence).replied(sequence, 0.4);
        }
        Fx.await(() -> chart().pings() == PINGS && run.session().rowCount() == PINGS);
        Fx.awaitFrames(2);
    }

    private ChartCanvas chart() {
        return (ChartCanvas) window.getScene().lookup(".rtt-chart");
    }

    private ChartRange range() {
        return Fx.get(() -> chart().range());
    }

    private Button button() {
        return (Button) window.getScene().lookup("#chart-follow");
    }

    private boolean offered() {
        return Fx.get(() -> button().isVisible());
    }
}
