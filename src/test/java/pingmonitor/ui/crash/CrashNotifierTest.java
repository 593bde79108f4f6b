package pingmonitor.ui.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.echo.QuietLog;
import pingmonitor.log.ProgramLog;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.FxBridge;

/** What a person sees of a crash. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class CrashNotifierTest {
    private static final List<String> PROGRAM = List.of("Program 1", "Java 17", "Linux");

    private final ObjectProperty<CrashAftermath> aftermath =
            new SimpleObjectProperty<>(CrashAftermath.RUN_AND_SERVER);
    @TempDir private Path parent;
    private ProgramLog log;
    private Stage owner;
    private Locale locale = Locale.ENGLISH;
    private volatile Optional<RuntimeException> defect = Optional.empty();

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        owner = stage;
        stage.setScene(new Scene(new StackPane(), 800, 600));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> dialogs().forEach(Window::hide));
        if (log != null) {
            log.close();
        }
    }

    @Test
    void dialogTellsWhatGoesOnAndWhereTheLogIs(FxRobot robot) throws Exception {
        follow(robot, parent.resolve("logs"));
        crash("a");
        Fx.await(() -> text(robot, "#crashFile").contains(log.file().toString()));
        assertTrue(text(robot, "#crashGoesOn").startsWith("The ping run and the server go on."));
        robot.interact(() -> aftermath.set(CrashAftermath.WINDOW));
        assertTrue(text(robot, "#crashGoesOn").startsWith("No ping run is under way"));
        assertFalse(robot.lookup("#crashCount").query().isVisible());
        Fx.await(() -> !report(robot).isEmpty());
        String report = report(robot);
        assertTrue(report.startsWith("Program 1\nJava 17\nLinux\n"), report);
        assertTrue(report.contains("java.lang.IllegalStateException: a\n\tat "), report);
        assertTrue(Files.readString(log.file()).contains("IllegalStateException: a\n\tat "));
    }

    @Test
    void dialogTellsWhenTheLogCannotBeWritten(FxRobot robot) throws Exception {
        follow(robot, Files.writeString(parent.resolve("file"), "").resolve("logs"));
        crash("a");
        Fx.await(() -> text(robot, "#crashFile").startsWith("The log file could not be written"));
    }

    @Test
    void furtherCrashesAreCountedInTheSameDialog(FxRobot robot) throws Exception {
        follow(robot, parent.resolve("logs"));
        for (int i = 0; i < 10_000; i++) {
            crash("a");
        }
        otherCrash();
        Fx.await(() -> text(robot, "#crashCount").contains("10,001"));
        assertEquals(1, dialogs().size());
        Fx.await(() -> report(robot).contains("NullPointerException: other"));
    }

    @Test
    void closedDialogReopensOnlyForAnotherKindOfCrash(FxRobot robot) throws Exception {
        follow(robot, parent.resolve("logs"));
        crash("a");
        Fx.await(() -> dialogs().size() == 1);
        typeUntil(robot, KeyCode.ESCAPE, () -> dialogs().isEmpty());
        crash("a");
        otherCrash();
        Fx.await(() -> dialogs().size() == 1);
        Fx.await(() -> report(robot).contains("NullPointerException: other"));
        assertFalse(report(robot).contains("IllegalStateException"), report(robot));
    }

    @Test
    void reportIsCopied(FxRobot robot) throws Exception {
        follow(robot, parent.resolve("logs"));
        crash("a");
        Fx.await(() -> dialogs().size() == 1);
        // A dialog is showing before its content has found its place in it.
        Fx.awaitLaidOut(
                () ->
                        robot.lookup("#crashCopy")
                                .match(NodeQueryUtils.isVisible())
                                .tryQuery()
                                .isPresent());
        robot.clickOn("#crashCopy");
        String copied =
                WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
                        .get(20, TimeUnit.SECONDS);
        assertTrue(copied.startsWith("Program 1\n"), copied);
        assertTrue(copied.contains("IllegalStateException: a"), copied);
        assertFalse(copied.contains(parent.toString()), "nothing about the person's folders");
    }

    @Test
    void reportHasNothingThatThePersonTyped(FxRobot robot) throws Exception {
        follow(robot, parent.resolve("logs"));
        String home = System.getProperty("user.home");
        crash("no sala-3.escola.example in " + home + "/Diário de Ana/aula.csv");
        Fx.await(() -> !report(robot).isEmpty());
        String report = report(robot);
        assertTrue(report.contains("IllegalStateException: no <name> in <path>\n\tat "), report);
    }

    @Test
    void dialogIsInPortugueseAndTellsOfEarlierCrashes(FxRobot robot) throws Exception {
        locale = Locale.forLanguageTag("pt-BR");
        log = log(parent.resolve("logs"));
        crash("a");
        robot.interact(() -> dialog().follow());
        Fx.await(() -> dialogs().size() == 1);
        assertEquals("Algo deu errado no programa", text(robot, "#crashTitle"));
    }

    @Test
    void defectOfTheDialogItselfIsNotTold(FxRobot robot) throws Exception {
        follow(robot, parent.resolve("logs"));
        try (QuietLog quiet = QuietLog.of(CrashNotifier.class)) {
            defect = Optional.of(new IllegalStateException("in the dialog"));
            crash("a");
            Fx.await(() -> quiet.messages() == 1);
            defect = Optional.empty();
            crash("b");
            otherCrash();
            awaitALaterCrossing();
            assertEquals(List.of(), dialogs());
            assertEquals(1, quiet.messages());
        }
    }

    /**
     * Both bridges have their tasks from the same clock: whatever the dialog's would bring is there before this one.
     */
    private static void awaitALaterCrossing() throws TimeoutException {
        AtomicInteger crossings = new AtomicInteger();
        FxBridge slower = new FxBridge(crossings::incrementAndGet, Duration.ofSeconds(1));
        slower.signal();
        Fx.await(() -> crossings.get() == 1);
        slower.signal();
        Fx.await(() -> crossings.get() == 2);
    }

    private void follow(FxRobot robot, Path folder) {
        log = log(folder);
        robot.interact(() -> dialog().follow());
    }

    private CrashNotifier dialog() {
        return new CrashNotifier(
                log,
                this::program,
                new CrashNotifier.Setting(
                        Optional.of(owner),
                        () -> locale,
                        new SimpleIntegerProperty(13),
                        aftermath,
                        () -> List.of("sala-3.escola.example")));
    }

    private List<String> program() {
        if (defect.isPresent()) {
            throw defect.get();
        }
        return PROGRAM;
    }

    private static ProgramLog log(Path folder) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return ProgramLog.to(folder, () -> PROGRAM, nowhere);
    }

    private void crash(String message) {
        publish(new IllegalStateException(message));
    }

    private void otherCrash() {
        publish(new NullPointerException("other"));
    }

    private void publish(RuntimeException thrown) {
        LogRecord made = new LogRecord(Level.SEVERE, "broke");
        made.setLoggerName("pingmonitor.test");
        made.setThrown(thrown);
        log.publish(made);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static String report(FxRobot robot) {
        return robot.lookup("#crashReport")
                .tryQueryAs(TextArea.class)
                .map(TextArea::getText)
                .orElse("");
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream().filter(window -> window != owner).toList();
    }

    /**
     * Only a window in front gets what is typed, and a window manager may take a while, also after the toolkit takes a
     * window for the one in front.
     */
    private static void typeUntil(FxRobot robot, KeyCode key, Callable<Boolean> condition)
            throws TimeoutException {
        for (int tries = 1; tries < 20; tries++) {
            robot.type(key);
            try {
                WaitForAsyncUtils.waitFor(
                        1,
                        TimeUnit.SECONDS,
                        () -> WaitForAsyncUtils.asyncFx(condition).get(20, TimeUnit.SECONDS));
                return;
            } catch (TimeoutException missed) {
                continue;
            }
        }
        Fx.await(condition);
    }
}
