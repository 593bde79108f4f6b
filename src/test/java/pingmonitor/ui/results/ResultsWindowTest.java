package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingState;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.View;

@Tag("window")
@ExtendWith(ApplicationExtension.class)
class ResultsWindowTest {
    private static final PseudoClass SUCCESS = PseudoClass.getPseudoClass("success");
    private static final PingPlan LAB = PingPlan.lab("127.0.0.1", 12_000);

    private final FedEngine engine = new FedEngine();
    private final List<View> views = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final ObjectProperty<OwnServerHint> way =
            new SimpleObjectProperty<>(OwnServerHint.USUAL);
    private RunListModel runs;
    private Stage window;
    private Optional<Path> chosenFile = Optional.empty();

    @Start
    void open(Stage shared) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        // The stage that all tests share keeps the least and the chosen measures of the test
        // before.
        window = new Stage();
        runs = new RunListModel(engine);
        compose(Locale.ENGLISH);
        window.show();
    }

    private void compose(Locale locale) {
        views.forEach(View::dispose);
        StatusLineView status = new StatusLineView(runs, locale);
        ExportAction export =
                new ExportAction(
                        runs,
                        locale,
                        (owner, name, proposed) ->
                                chosenFile.map(file -> new FileChoice.Choice(file, proposed)),
                        notice -> {
                            notices.add(notice);
                            status.tell(notice);
                        });
        views.clear();
        views.addAll(
                List.of(
                        new TilesView(runs, locale),
                        new ChartView(runs, locale, () -> export.save(Optional.of(window))),
                        new RunHeadlineView(runs, locale),
                        new PingTableView(runs, way, locale, notices::add),
                        new ConsoleView(runs, locale, export),
                        status));
        VBox box = new VBox();
        views.forEach(view -> box.getChildren().add(view.root()));
        box.setStyle("-fx-font-size: " + Settings.Look.DEFAULT_FONT_SIZE + "px;");
        Scene scene = new Scene(box, 1280, 800);
        scene.getStylesheets().add(ResultsStyles.url());
        window.setScene(scene);
    }

    @AfterEach
    void close() {
        fx(
                () -> {
                    runs.stop();
                    views.forEach(View::dispose);
                    window.hide();
                    return null;
                });
    }

    private static <T> T fx(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(condition));
    }

    private void start(PingPlan plan) {
        fx(() -> runs.start(plan));
    }

    private void labRun() throws TimeoutException {
        start(LAB);
        engine.started();
        for (int i = 1; i <= 10; i++) {
            engine.sent(i);
            if (i == 3 || i == 6) {
                engine.timedOut(i);
            } else if (i == 9) {
                engine.timedOut(i).late(i, 1240);
            } else {
                engine.replied(i, 0.2 + i / 100.0);
            }
        }
        engine.finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();
    }

    private void awaitEnd() throws TimeoutException {
        await(() -> runs.activeProperty().get().isEmpty());
    }

    private <T extends Node> T find(String query, Class<T> type) {
        return type.cast(window.getScene().lookup(query));
    }

    private String text(String query) {
        return fx(() -> find(query, Label.class).getText());
    }

    private String tile(String id) {
        return text(id + " .tile-value");
    }

    @SuppressWarnings("unchecked")
    private TableView<PingTableItem> table() {
        return find("#pings", TableView.class);
    }

    private PingState state(int index) {
        return table().getItems().get(index).row().state();
    }

    @Test
    void rowWaitsWhenItsPingIsSentAndSettlesWhenTheReplyComes() throws TimeoutException {
        start(LAB);
        engine.started().sent(1);
        await(() -> table().getItems().size() == 1 && state(0) == PingState.WAITING);
        engine.replied(1, 0.412);
        await(() -> state(0) == PingState.REPLIED);
        engine.sent(2).timedOut(2);
        await(() -> table().getItems().size() == 2 && state(1) == PingState.TIMED_OUT);
        engine.late(2, 1240);
        await(() -> state(1) == PingState.LATE);

        assertEquals("Pinging 127.0.0.1:12000 · 2 of 10 · 1 answered", text("#status"));
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
    void withoutAnyReplyTheEndIsNoSuccess() throws TimeoutException {
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
    void theEmptyTableFollowsTheLossyServer() {
        assertEquals(
                "Type a server and a port, then press Enter. Or switch on the lossy server on the"
                        + " right and press Start.",
                emptyWith(OwnServerHint.USUAL));
        assertEquals(
                "Type a server and a port, then press Enter. Or switch on the lossy server on the"
                        + " right, and ping 127.0.0.1, port 12001.",
                emptyWith(new OwnServerHint(false, false, "12001")));
        assertEquals(
                "The lossy server on the right is on: press Start to ping it. Or type another server"
                        + " and its port.",
                emptyWith(new OwnServerHint(true, true, "12001")));
        assertEquals(
                "Type a server and a port, then press Enter. The lossy server on the right is on:"
                        + " from here it is 127.0.0.1, port 12001.",
                emptyWith(new OwnServerHint(true, false, "12001")));
    }

    private String emptyWith(OwnServerHint now) {
        return fx(
                () -> {
                    way.set(now);
                    return find("#pings-empty", Label.class).getText();
                });
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
    void runsOfThisSittingCanBeLookedAtAgain() throws TimeoutException {
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
    void rttSortsAsANumberWithTheUnansweredLast() throws TimeoutException {
        start(LAB);
        engine.started();
        double[] millis = {10, 9, 100, 0, 0.5};
        for (int i = 1; i <= millis.length; i++) {
            engine.sent(i);
            if (millis[i - 1] == 0) {
                engine.timedOut(i);
            } else {
                engine.replied(i, millis[i - 1]);
            }
        }
        await(() -> table().getItems().size() == 5 && state(4) == PingState.REPLIED);
        List<Long> order =
                fx(
                        () -> {
                            TableColumn<PingTableItem, ?> rtt = table().getColumns().get(2);
                            table().getSortOrder().add(rtt);
                            return table().getItems().stream()
                                    .map(item -> item.row().sequence())
                                    .toList();
                        });
        assertEquals(List.of(5L, 2L, 1L, 3L, 4L), order);

        engine.sent(6).replied(6, 9.5);
        await(() -> table().getItems().size() == 6 && state(2).equals(PingState.REPLIED));
        await(() -> table().getItems().get(2).row().sequence() == 6);
    }

    @Test
    void selectionSurvivesNewsAndIsCopiedWithTitles(FxRobot robot) throws TimeoutException {
        start(LAB);
        engine.started().sent(1).replied(1, 0.412).sent(2);
        await(() -> table().getItems().size() == 2);
        fx(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().selectIndices(0, 1);
                    return null;
                });
        engine.timedOut(2).sent(3);
        await(() -> table().getItems().size() == 3 && state(1) == PingState.TIMED_OUT);
        assertEquals(
                List.of(0, 1),
                fx(() -> List.copyOf(table().getSelectionModel().getSelectedIndices())));

        fx(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    return null;
                });
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        await(() -> Clipboard.getSystemClipboard().hasString());
        String[] lines = fx(() -> Clipboard.getSystemClipboard().getString()).split("\n");
        assertEquals(3, lines.length);
        assertEquals("#\tSent at\tRTT (ms)\tResult\tReply text\tBytes\tFrom", lines[0]);
        assertTrue(
                lines[1].endsWith("\t0.412\tReply\tPING 1 1795342927.102331\t24\t127.0.0.1:12000"),
                lines[1]);
        assertTrue(lines[2].endsWith("\t—\tTimed out\t\t\t"), lines[2]);
    }

    @Test
    void whereEachPingWasLostIsToldByEveryView(FxRobot robot) throws TimeoutException {
        lostEverywhere();

        assertEquals(
                List.of(
                        "Reply",
                        "Lost on the way there",
                        "Dropped by the server",
                        "Refused by its limits",
                        "Lost on the way back",
                        "Timed out",
                        "Late"),
                fx(this::results));
        assertEquals(
                List.of(
                        "1 lost on the way there",
                        "1 dropped by the server",
                        "1 refused by its limits",
                        "1 lost on the way back"),
                fx(this::particulars));
        assertTrue(text("#message-text").contains("1 was lost on the way there."));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertEquals(6, console.split("Request timed out", -1).length - 1, console);
        assertTrue(console.contains("\nlost on the way back: 1 (ping 5)\n"), console);
        assertEquals(
                "Timed out · lost on the way back\nThe server got it and answered it; the reply was lost on"
                        + " the way back, on the network or in a firewall.",
                fx(() -> resultCell(4).getTooltip().getText()));

        copyAll(robot);
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("\tTimed out · lost on the way there\t"), copied);

        fx(
                () -> {
                    find(".rtt-chart", ChartCanvas.class).tell(3);
                    return null;
                });
        String told = fx(() -> find(".rtt-chart", ChartCanvas.class).getAccessibleText());
        assertTrue(told.endsWith("\nTimed out · dropped by the server"), told);
    }

    @Test
    void whereEachPingWasLostIsToldInPortugueseToo() throws TimeoutException {
        fx(
                () -> {
                    compose(Locale.forLanguageTag("pt-BR"));
                    return null;
                });
        lostEverywhere();

        assertEquals(
                List.of(
                        "Resposta",
                        "Perdido na ida",
                        "Descartado no servidor",
                        "Recusado pelos limites",
                        "Perdido na volta",
                        "Tempo esgotado",
                        "Atrasada"),
                fx(this::results));
        assertEquals(
                List.of(
                        "1 perdido na ida",
                        "1 descartado pelo servidor",
                        "1 recusado pelos limites do servidor",
                        "1 perdido na volta"),
                fx(this::particulars));
        assertTrue(text("#message-text").contains("1 se perdeu na ida."));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertTrue(console.contains("\nperdidos na volta: 1 (ping 5)\n"), console);
    }

    @Test
    void whereAPingWasLostIsReadableBesideTheServerPanelInBothLanguages() throws TimeoutException {
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
            lostEverywhere();
            for (int row = 0; row < 7; row++) {
                int index = row;
                String shown = fx(() -> ((Text) resultCell(index).lookup(".text")).getText());
                assertEquals(fx(() -> resultCell(index).getText()), shown, language);
            }
            assertFalse(fx(this::scrollsSideways), language);
        }
    }

    @Test
    void underWhichAddressTheServerSeesThisMachineIsInTheStatusLine() throws TimeoutException {
        start(LAB);
        InetSocketAddress local = new InetSocketAddress("192.168.1.20", 50_000);
        engine.started().sent(1).replied(1, 0.3);
        await(() -> text("#status").contains("1 answered"));
        assertFalse(text("#status").contains("sees"), "a lab server");

        engine.seenAs(local, local);
        await(
                () ->
                        text("#status")
                                .endsWith(
                                        " · the server sees this computer as 192.168.1.20:50000"));
        engine.seenAs(
                new InetSocketAddress("203.0.113.7", 40_112),
                new InetSocketAddress("192.168.1.20", 50_001));
        await(
                () ->
                        text("#status")
                                .endsWith(
                                        " · the server sees this computer as 203.0.113.7:40112, behind a NAT"));
        engine.seenAs(
                new InetSocketAddress("203.0.113.7", 40_113),
                new InetSocketAddress("192.168.1.20", 50_001));
        await(
                () ->
                        text("#status")
                                .endsWith(
                                        " · the server now sees this computer as 203.0.113.7:40113; the NAT has changed it"));
        assertEquals(
                text("#status"), fx(() -> find("#status", Label.class).getTooltip().getText()));
        engine.finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();
        fx(
                () -> {
                    compose(Locale.forLanguageTag("pt-BR"));
                    return null;
                });
        assertTrue(
                text("#status")
                        .endsWith(
                                " · o servidor agora vê este computador como 203.0.113.7:40113, o NAT o alterou"),
                text("#status"));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertTrue(console.contains("203.0.113.7:40113, antes como 203.0.113.7:40112"), console);
    }

    /** One answered ping, one lost at each place, one lost nobody knows where, one late. */
    private void lostEverywhere() throws TimeoutException {
        start(LAB);
        engine.started().sent(1).replied(1, 0.3);
        for (int i = 2; i <= 7; i++) {
            engine.sent(i).timedOut(i);
        }
        engine.late(7, 1240).seenAs(FedEngine.server(), FedEngine.server());
        engine.verdict(2, LossLocation.FORWARD_PATH)
                .verdict(3, LossLocation.SERVER)
                .verdict(4, LossLocation.LIMITED);
        engine.verdict(5, LossLocation.RETURN_PATH).finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();
        Fx.awaitFrames(2);
    }

    private boolean scrollsSideways() {
        return table().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
    }

    private ResultCell resultCell(int row) {
        return table().lookupAll(".result-cell").stream()
                .map(ResultCell.class::cast)
                .filter(cell -> cell.getTableRow().getIndex() == row && !cell.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<String> results() {
        table().layout();
        return IntStream.range(0, table().getItems().size())
                .mapToObj(row -> resultCell(row).getText())
                .toList();
    }

    private List<String> particulars() {
        return find("#particulars", FlowPane.class).getChildren().stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private void copyAll(FxRobot robot) throws TimeoutException {
        fx(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    table().requestFocus();
                    table().getSelectionModel().selectAll();
                    return null;
                });
        fx(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    return null;
                });
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        await(() -> Clipboard.getSystemClipboard().hasString());
    }

    @Test
    void arrowKeysTellThePingsOfTheChart(FxRobot robot) throws TimeoutException {
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

    @Test
    void newestRowIsSeenInAWindowOfAnyHeight() throws TimeoutException {
        startUntilStopped();
        int rows = 0;
        for (int height = 800; height >= 680; height -= 3) {
            int newHeight = height;
            fx(
                    () -> {
                        window.setHeight(newHeight);
                        return null;
                    });
            answered(rows + 1, rows + 11);
            rows += 11;
            int newest = rows - 1;
            await(() -> table().getItems().size() == newest + 1 && lastVisibleRow() == newest);
        }
    }

    @Test
    void tableFollowsTheNewestUntilThePersonScrollsBack() throws TimeoutException {
        startUntilStopped();
        answered(1, 200);
        await(() -> lastVisibleRow() == 199);
        fx(
                () -> {
                    Wheel.turn(table().lookup(".virtual-flow"), 600);
                    return null;
                });
        await(() -> lastVisibleRow() < 190);
        int lookedAt = fx(this::lastVisibleRow);
        answered(201, 300);
        await(() -> table().getItems().size() == 300);
        Fx.awaitFrames(2);

        assertEquals(lookedAt, fx(this::lastVisibleRow));
    }

    private void startUntilStopped() {
        start(
                new PingPlan(
                        "127.0.0.1",
                        12_000,
                        AddressFamily.ANY,
                        0,
                        Duration.ofSeconds(1),
                        new Pacing.StopAndWait(Duration.ZERO),
                        0));
        engine.started();
    }

    private void answered(int first, int last) {
        for (int i = first; i <= last; i++) {
            engine.sent(i).replied(i, 0.3);
        }
    }

    /** The last of the rows that are seen whole. */
    private int lastVisibleRow() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null ? -1 : last.getIndex();
    }
}
