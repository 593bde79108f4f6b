package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ui.common.Fx;

/** What a key may end without a question, and what not. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class RunEndConfirmationTest {
    private static final Duration LONG = Duration.ofSeconds(61);

    private WholeWindow window;

    @Start
    void start(Stage stage) throws IOException {
        window = new WholeWindow(stage, Optional.empty());
    }

    @BeforeEach
    void awaitComplete() throws TimeoutException {
        window.awaitComplete();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.models.close());
    }

    @Test
    void escEndsAShortRunAtOnce(FxRobot robot) throws Exception {
        ScriptedEngine engine = window.run(2);
        window.pass(Duration.ofSeconds(59));
        robot.type(KeyCode.ESCAPE);
        Fx.await(engine::isOver);
        assertFalse(asked());
    }

    @Test
    void escAsksBeforeItEndsALongRunAndTheRunGoesOn(FxRobot robot) throws Exception {
        ScriptedEngine engine = window.run(2);
        window.pass(LONG);
        robot.type(KeyCode.ESCAPE);
        Fx.await(this::asked);
        assertEquals("Stop the run?", text("#questionTitle"));
        assertEquals(
                "Run 1 to 127.0.0.1 has sent 2 pings so far. It goes on while you decide.",
                text("#questionText"));
        engine.sent(3);
        engine.replied(3, 400_000);
        Fx.await(() -> window.models.runs().all().get(0).session().rowCount() == 3);
        robot.type(KeyCode.ESCAPE);
        Fx.await(() -> !asked());
        assertFalse(engine.isOver());
    }

    @Test
    void enterAndSpaceOnTheQuestionAreTheHarmlessAnswer(FxRobot robot) throws Exception {
        ScriptedEngine engine = window.run(1);
        window.pass(LONG);
        for (KeyCode key : new KeyCode[] {KeyCode.ENTER, KeyCode.SPACE}) {
            robot.type(KeyCode.ESCAPE);
            Fx.await(this::asked);
            robot.type(key);
            Fx.await(() -> !asked());
        }
        assertFalse(engine.isOver());
    }

    @Test
    void otherAnswerIsReachedWithTabAndEndsTheRun(FxRobot robot) throws Exception {
        ScriptedEngine engine = window.run(1);
        window.pass(LONG);
        robot.type(KeyCode.ESCAPE);
        Fx.await(this::asked);
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        Fx.await(engine::isOver);
        assertFalse(asked());
    }

    @Test
    void everyKeyThatWouldEndALongRunAsks(FxRobot robot) throws Exception {
        ScriptedEngine engine = window.run(1);
        window.pass(LONG);
        robot.type(KeyCode.F5);
        Fx.await(this::asked);
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> window.node("#port").requestFocus());
        robot.type(KeyCode.ENTER);
        Fx.await(this::asked);
        assertEquals("Stop this run and start another?", text("#questionTitle"));
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> window.node("#start").requestFocus());
        robot.type(KeyCode.SPACE);
        Fx.await(this::asked);
        robot.type(KeyCode.ESCAPE);
        Fx.await(() -> !asked());
        assertFalse(engine.isOver());
        assertEquals(1, window.engines.size());
    }

    @Test
    void theButtonStopsALongRunAtOnce(FxRobot robot) throws Exception {
        ScriptedEngine engine = window.run(1);
        window.pass(LONG);
        Fx.click(robot, "#start");
        Fx.await(engine::isOver);
        assertFalse(asked());
    }

    @Test
    void questionIsTakenBackWhenTheRunEndsByItself(FxRobot robot) throws Exception {
        window.run(1);
        window.pass(LONG);
        robot.type(KeyCode.ESCAPE);
        Fx.await(this::asked);
        window.finish();
        Fx.await(() -> !asked());
    }

    @Test
    void quittingWithAHundredPingsAsksNothing(FxRobot robot) throws Exception {
        window.run(100);
        window.finish();
        quit(robot);
        Fx.await(() -> !window.stage.isShowing());
    }

    @Test
    void quittingWithMorePingsAsksAndStaysUnlessToldOtherwise(FxRobot robot) throws Exception {
        window.run(101);
        quit(robot);
        Fx.await(this::asked);
        assertEquals(
                "Run 1 to 127.0.0.1 has 101 pings that are in no file."
                        + " A run goes on while you decide; quitting stops it.",
                text("#questionText"));
        window.finish();
        assertTrue(asked(), "the pings are still in no file");
        robot.type(KeyCode.ENTER);
        Fx.await(() -> !asked());
        assertTrue(window.stage.isShowing());
        quit(robot);
        Fx.await(this::asked);
        Fx.click(robot, "Quit without saving");
        Fx.await(() -> !window.stage.isShowing());
    }

    @Test
    void closingTheWindowAsksToo(FxRobot robot) throws Exception {
        window.run(101);
        window.finish();
        robot.interact(
                () ->
                        Event.fireEvent(
                                window.stage,
                                new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        Fx.await(this::asked);
        assertTrue(window.stage.isShowing());
    }

    @Test
    void whatIsSavedIsNotAskedFor(FxRobot robot) throws Exception {
        window.run(101);
        window.finish();
        robot.interact(() -> window.models.runs().all().get(0).savedUpTo(101));
        quit(robot);
        Fx.await(() -> !window.stage.isShowing());
    }

    @Test
    void severalRunsAreAddedUp(FxRobot robot) throws Exception {
        for (int i = 0; i < 2; i++) {
            window.run(101);
            window.finish();
        }
        quit(robot);
        Fx.await(this::asked);
        assertEquals("2 runs have 202 pings that are in no file.", text("#questionText"));
    }

    private static void quit(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.Q).release(KeyCode.CONTROL);
    }

    private boolean asked() {
        return window.has("#question");
    }

    private String text(String query) {
        return Fx.get(() -> ((Label) window.node(query)).getText());
    }
}
