package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingState;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunModel;

@Tag("window")
class ResultsWindowTest extends ResultsWindowFixture {
    private static final PseudoClass SUCCESS = PseudoClass.getPseudoClass("success");

    @Start
    void open(Stage shared) {
        openWindow();
    }

    @Test
    void figuresAreUndefinedBeforeThereIsAnything() {
        for (String id :
                List.of(
                        "#tile-sent",
                        "#tile-received",
                        "#tile-lost",
                        "#tile-rtt",
                        "#tile-deviation")) {
            assertEquals("—", tile(id), id);
        }
        assertFalse(fx(() -> find("#message", Node.class).isVisible()));
        assertEquals("Ready", text("#status"));
        assertTrue(fx(() -> ((Label) table().getPlaceholder()).getText()).contains("press Enter"));
    }

    @Test
    void oneReplyHasNoDeviationAndNoVariation() throws TimeoutException {
        start(LAB);
        engine.started().sent(1).replied(1, 0.412);
        await(() -> find("#tile-received .tile-value", Label.class).getText().equals("1"));

        assertEquals("0.412 · 0.412 · 0.412", tile("#tile-rtt"));
        assertEquals("—", tile("#tile-deviation"));
        assertEquals("— · —", tile("#tile-variation"));
        assertEquals("0%", tile("#tile-lost"));
    }

    @Test
    void finishedRunIsToldByEveryView() throws TimeoutException {
        labRun();

        assertEquals("10", tile("#tile-sent"));
        assertEquals("7", tile("#tile-received"));
        assertEquals("on time, 1 late", text("#tile-received .tile-note"));
        assertEquals("30%", tile("#tile-lost"));
        assertEquals("11\u00a0–\u00a060% likely", text("#tile-lost .tile-note"));
        assertEquals("3 of 10 pings were lost.", text("#message-title"));
        assertEquals("Finished: 10 pings to 127.0.0.1:12000 in 5.1\u00a0s", text("#status"));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertEquals(3, console.split("Request timed out", -1).length - 1, console);
        assertTrue(console.contains("PING 1 1795342927.102331"), console);
        assertTrue(console.contains("30% packet loss"), console);
    }

    @Test
    void endWithoutAnyReplyIsNoSuccess() throws TimeoutException {
        fx(() -> runs.start(LAB));
        engine.started().sent(1).timedOut(1).finished(PingEvent.Outcome.COMPLETED);
        await(() -> text("#status").startsWith("Finished"));

        Label status = fx(() -> find("#status", Label.class));
        assertFalse(fx(() -> status.getPseudoClassStates().contains(SUCCESS)));
        assertEquals(Feather.FLAG, fx(() -> ((FontIcon) status.getGraphic()).getIconCode()));

        fx(() -> runs.start(LAB));
        engine.started().sent(1).replied(1, 400_000).finished(PingEvent.Outcome.COMPLETED);
        await(() -> status.getPseudoClassStates().contains(SUCCESS));
        assertEquals(Feather.CHECK, fx(() -> ((FontIcon) status.getGraphic()).getIconCode()));
    }

    @Test
    void anotherLanguageTellsTheSameRun() throws TimeoutException {
        labRun();
        fx(
                () -> {
                    compose(Locale.forLanguageTag("pt-BR"));
                    return null;
                });

        assertEquals("3 de 10 pings foram perdidos.", text("#message-title"));
        assertEquals("Concluído: 10 pings a 127.0.0.1:12000 em 5,1\u00a0s", text("#status"));
        assertEquals("0,210 · 0,253 · 0,300", tile("#tile-rtt"));
    }

    @Test
    void earlierRunsCanBeSelectedAgain() throws TimeoutException {
        labRun();
        start(LAB);
        engine.started().sent(1).replied(1, 0.5);
        await(() -> table().getItems().size() == 1);
        fx(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<RunModel> list = find("#run-list", ComboBox.class);
                    list.setValue(runs.all().get(0));
                    return null;
                });

        assertEquals(10, fx(() -> table().getItems().size()));
        assertEquals("30%", tile("#tile-lost"));
        assertEquals("Pinging 127.0.0.1:12000 · 1 of 10 · 1 answered", text("#status"));
        assertTrue(fx(() -> find("#console", TextArea.class).getText()).contains("10 packets"));

        engine.sent(2);
        await(() -> text("#status").contains("2 of 10"));
        assertEquals(10, fx(() -> table().getItems().size()));
        fx(
                () -> {
                    runs.selectedProperty().set(Optional.of(runs.all().get(1)));
                    return null;
                });
        assertEquals(2, fx(() -> table().getItems().size()));
        assertEquals(
                2, fx(() -> ((RunModel) find("#run-list", ComboBox.class).getValue()).number()));
    }

    @Test
    void arrowKeysTellOfThePingsInTheChart(FxRobot robot) throws TimeoutException {
        labRun();
        fx(
                () -> {
                    find(".rtt-chart", ChartCanvas.class).requestFocus();
                    return null;
                });
        for (int i = 0; i < 3; i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }

        String told = fx(() -> find(".rtt-chart", ChartCanvas.class).getAccessibleText());
        assertTrue(told.startsWith("Ping 3 · "), told);
        assertTrue(told.contains("Timed out"), told);
        assertTrue(fx(() -> find(".rtt-tip", Label.class).isVisible()));
    }

    @Test
    void tenThousandEventsArriveWholeAndStayInTheCaps() throws TimeoutException {
        int count = 5_000;
        start(
                new PingPlan(
                        "127.0.0.1",
                        12_000,
                        AddressFamily.ANY,
                        count,
                        PingPlan.DEFAULT_TIMEOUT,
                        new Pacing.StopAndWait(Duration.ZERO),
                        0));
        engine.started();
        for (int i = 1; i <= count; i++) {
            engine.sent(i).replied(i, 0.1 + i % 7 / 100.0);
        }
        engine.finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();

        assertEquals("5,000", tile("#tile-received"));
        assertEquals(count, fx(() -> table().getItems().size()));
        assertTrue(
                fx(
                        () ->
                                table().getItems().stream()
                                        .allMatch(
                                                item -> item.row().state() == PingState.REPLIED)));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertTrue(console.lines().count() <= ConsoleView.CAP * 5 / 4, "lines");
        assertTrue(console.contains("5000 packets transmitted"), "summary");
        assertTrue(fx(() -> find(".console-note", Label.class).isVisible()));
    }

    @Test
    void savingTellsWhereTheFileIsOrWhyThereIsNone(@TempDir Path folder) throws Exception {
        labRun();
        chosenFile = Optional.of(folder.resolve("run"));
        fx(
                () -> {
                    find("#save-run", Button.class).fire();
                    return null;
                });
        await(() -> notices.size() == 1);
        Path file = folder.resolve("run.csv");
        assertEquals(Severity.SUCCESS, notices.get(0).severity());
        assertEquals("Saved as " + file, text("#status"));
        assertEquals(11, Files.readAllLines(file).size());

        chosenFile = Optional.of(folder.resolve("gone").resolve("run.json"));
        fx(
                () -> {
                    find("#console-save", Button.class).fire();
                    return null;
                });
        await(() -> notices.size() == 2);
        assertEquals(Severity.DANGER, notices.get(1).severity());
        assertTrue(text("#status").contains("its folder is gone"), text("#status"));
    }

    @Test
    void tilesFitBesideTheServerPanelInBothLanguages() throws TimeoutException {
        labRun();
        double frame = fx(() -> window.getWidth() - window.getScene().getWidth());
        for (String language : List.of("en", "pt-BR")) {
            fx(
                    () -> {
                        compose(Locale.forLanguageTag(language));
                        window.setWidth(708 + frame);
                        window.setHeight(760);
                        return null;
                    });
            await(() -> window.getScene().getWidth() == 708);
            Fx.awaitFrames(2);
            List<Node> tiles =
                    fx(() -> List.copyOf(window.getScene().getRoot().lookupAll(".tile-figure")));

            assertEquals(6, tiles.size());
            assertEquals(1, fx(() -> tiles.stream().map(Node::getLayoutY).distinct().count()));
            for (Node label :
                    fx(() -> window.getScene().getRoot().lookupAll(".tile-figure > .label"))) {
                assertTrue(
                        fx(() -> ((Label) label).getWidth() >= label.prefWidth(-1) - 1),
                        () -> language + ": " + ((Label) label).getText());
            }
        }
    }
}
