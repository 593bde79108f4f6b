package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.selftest.SelfTestVerdict;

/** The self-test in a real window, with servers that tell the truth and some that do not. */
@Tag("view")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class WindowSelfTestTest {
    private static final int MOST_SECONDS = 60;

    private final CompletableFuture<SelfTestVerdict> outcome = new CompletableFuture<>();
    private final List<String> seen = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
    }

    @Test
    void passesAndHasLookedAtEverything(FxRobot robot) throws Exception {
        robot.interact(() -> begin(EchoServer::startOnLoopback));
        SelfTestVerdict verdict = outcome.get(MOST_SECONDS, TimeUnit.SECONDS);

        assertTrue(verdict.passed(), verdict::toString);
        assertEquals(10, verdict.answered() + verdict.dropped());
        // Where the first replies come late the later pings are of other clients.
        assertTrue(verdict.answered() == 7 || verdict.late() > 0, verdict::toString);
        assertFalse(stage.isShowing());
        assertEquals(List.of("tab 2", "tab 1", "tab 0", "dark", "light", "help", "no help"), seen);
    }

    @Test
    void failsWithAServerThatSaysWhatItDidNotDo(FxRobot robot) throws Exception {
        robot.interact(() -> begin((plan, sink) -> EchoServer.startOnLoopback(plan, lying(sink))));
        SelfTestVerdict verdict = outcome.get(MOST_SECONDS, TimeUnit.SECONDS);

        assertFalse(verdict.passed());
        assertFalse(stage.isShowing());
    }

    @Test
    void failsWithAServerThatDoesNotStart(FxRobot robot) {
        robot.interact(() -> begin(WindowSelfTestTest::refuse));

        assertTrue(failure().contains("No buffer space"));
        assertFalse(stage.isShowing());
    }

    @Test
    void failsAtOnceWhenAPersonClosesTheWindow(FxRobot robot) {
        robot.interact(() -> begin(EchoServer::startOnLoopback));
        robot.interact(stage::close);

        assertEquals("the window was closed before the end", failure());
    }

    @Test
    void failsAtOnceWhenALookAtTheWindowBreaks(FxRobot robot) {
        IllegalStateException defect = new IllegalStateException("a defect");
        robot.interact(
                () -> {
                    begin(EchoServer::startOnLoopback);
                    TabPane tabs = (TabPane) stage.getScene().lookup("#tabs");
                    tabs.getTabs()
                            .get(2)
                            .setOnSelectionChanged(
                                    event -> {
                                        throw defect;
                                    });
                });

        assertSame(defect, cause());
        assertFalse(stage.isShowing());
    }

    @Test
    void failsAtOnceWhenAViewBreaksThoughTheRunGoesOn(FxRobot robot) {
        SelfTestStart.failOnCrash(outcome);
        // A view may set no text that is bound.
        ServerControl.Factory breaking =
                (plan, sink) ->
                        EchoServer.startOnLoopback(
                                plan,
                                event -> {
                                    if (event instanceof ServerEvent.Dropped) {
                                        Platform.runLater(this::bindTile);
                                    }
                                    sink.accept(event);
                                });
        robot.interact(() -> begin(breaking));

        assertTrue(failure().contains("A bound value cannot be set"), this::failure);
        robot.interact(stage::close);
    }

    private void bindTile() {
        Label value = (Label) stage.getScene().lookup("#tile-sent .tile-value");
        if (!outcome.isDone()) {
            value.textProperty().bind(new SimpleStringProperty(""));
            outcome.whenComplete((verdict, failure) -> value.textProperty().unbind());
        }
    }

    private String failure() {
        return cause().getMessage();
    }

    private Throwable cause() {
        ExecutionException e =
                assertThrows(
                        ExecutionException.class,
                        () -> outcome.get(MOST_SECONDS, TimeUnit.SECONDS));
        return e.getCause();
    }

    private void begin(ServerControl.Factory servers) {
        new WindowSelfTest(stage, servers, outcome).begin();
        TabPane tabs = (TabPane) stage.getScene().lookup("#tabs");
        tabs.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, was, is) -> seen.add("tab " + is));
        FontIcon theme = (FontIcon) stage.getScene().lookup("#themeIcon");
        theme.iconCodeProperty()
                .addListener((property, was, is) -> seen.add(is == Feather.SUN ? "dark" : "light"));
        Node help = stage.getScene().lookup(".overlay-shade");
        help.visibleProperty()
                .addListener((property, was, is) -> seen.add(is ? "help" : "no help"));
    }

    private static ServerControl refuse(EchoPlan plan, Consumer<ServerEvent> sink)
            throws IOException {
        throw new IOException("No buffer space");
    }

    /** Tells of every datagram that was dropped that it was answered. */
    private static Consumer<ServerEvent> lying(Consumer<ServerEvent> sink) {
        return event ->
                sink.accept(
                        event instanceof ServerEvent.Dropped dropped
                                ? new ServerEvent.Answered(
                                        dropped.client(),
                                        dropped.text(),
                                        dropped.bytes(),
                                        dropped.at(),
                                        Duration.ZERO,
                                        1)
                                : event);
    }
}
