package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.diagnosis.Action;
import pingmonitor.diagnosis.Cause;
import pingmonitor.diagnosis.DiagnosisText;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.FindingSamples;
import pingmonitor.diagnosis.Firewall;
import pingmonitor.diagnosis.Step;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.session.SessionView;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.Stylesheet;

/** What the window says about what may be wrong, with an examiner that finds what the test says. */
@Tag("view")
@Timeout(240)
@ExtendWith(ApplicationExtension.class)
class DiagnosisViewTest {
    private static final PingPlan LAB = PingPlan.lab("192.168.1.20", 12_000);
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private final FedEngine engine = new FedEngine();
    private final List<SessionView> examined = new CopyOnWriteArrayList<>();
    private final List<HostAndPort> pinged = new CopyOnWriteArrayList<>();
    private volatile Examiner examiner = Examiner.NONE;
    private RunListModel runs;
    private RunDiagnoses diagnoses;
    private DiagnosisView view;
    private Stage window;

    @Start
    void open(Stage shared) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        window = new Stage();
        runs = new RunListModel(engine);
        diagnoses =
                new RunDiagnoses(
                        runs,
                        (session, stopped, tell) -> {
                            examined.add(session);
                            examiner.examine(session, stopped, tell);
                        });
        compose(Locale.ENGLISH);
        window.show();
    }

    private void compose(Locale locale) {
        if (view != null) {
            view.dispose();
        }
        view = new DiagnosisView(runs, diagnoses, pinged::add, locale);
        VBox box = new VBox(view.root());
        box.setStyle("-fx-font-size: " + Settings.Look.DEFAULT_FONT_SIZE + "px;");
        Scene scene = new Scene(box, 700, 600);
        scene.getStylesheets().add(Stylesheet.beside(ChartView.class, "results.css"));
        window.setScene(scene);
    }

    @AfterEach
    void close() {
        fx(
                () -> {
                    runs.stop();
                    diagnoses.close();
                    view.dispose();
                    window.hide();
                    return null;
                });
    }

    private static <T> T fx(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, look);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(condition));
    }

    private void finds(Finding... findings) {
        examiner = (session, stopped, tell) -> tell.accept(List.of(findings));
    }

    private void lossyRun() throws TimeoutException {
        fx(() -> runs.start(LAB));
        engine.started().sent(1).timedOut(1).finished(PingEvent.Outcome.COMPLETED);
        await(() -> runs.activeProperty().get().isEmpty());
    }

    private boolean shown() {
        return view.root().isVisible() && view.root().isManaged();
    }

    /** Shown with its steps, which come into the scene with the first layout. */
    private boolean shownWhole() {
        return shown() && window.getScene().lookup("#diagnosis-body") != null;
    }

    private <T extends Node> T find(String query, Class<T> type) {
        return type.cast(window.getScene().lookup(query));
    }

    private String meaning() {
        return find("#diagnosis-meaning", Label.class).getText();
    }

    private List<Label> labels(String style) {
        return window.getScene().getRoot().lookupAll(style).stream()
                .map(Label.class::cast)
                .toList();
    }

    /** Whether every line is there in full, however many lines it takes. */
    private void assertWhole() {
        fx(
                () -> {
                    List<Label> all = new ArrayList<>(labels(".diagnosis-step"));
                    all.addAll(labels(".diagnosis-further"));
                    all.addAll(labels(".diagnosis-meaning"));
                    for (Label label : all) {
                        double needs = label.prefHeight(label.getWidth());
                        assertTrue(label.getHeight() >= needs - 1, label.getText());
                    }
                    return null;
                });
    }

    private void assertEverySentence(Locale locale) throws TimeoutException {
        fx(
                () -> {
                    compose(locale);
                    return null;
                });
        DiagnosisText text = DiagnosisText.inWindow(locale);
        for (Cause cause : Cause.values()) {
            Finding finding = FindingSamples.of(cause);
            finds(finding);
            lossyRun();
            await(() -> shown() && meaning().equals(text.of(finding)));
            List<String> steps = new ArrayList<>();
            for (Step step : finding.steps()) {
                steps.add((steps.size() + 1) + ". " + text.of(step));
            }
            await(
                    () ->
                            labels(".diagnosis-step").stream()
                                    .map(Label::getText)
                                    .toList()
                                    .equals(steps));
            fx(
                    () -> {
                        window.getScene().getRoot().applyCss();
                        window.getScene().getRoot().layout();
                        return null;
                    });
            assertWhole();
        }
    }

    @Test
    void everySentenceIsVisibleInEnglish() throws TimeoutException {
        assertEverySentence(Locale.ENGLISH);
    }

    @Test
    void everySentenceIsVisibleInPortuguese() throws TimeoutException {
        assertEverySentence(PORTUGUESE);
    }

    @Test
    void viewIsHiddenWithoutFindings() throws TimeoutException {
        assertFalse(fx(this::shown));
        finds();
        lossyRun();
        await(() -> examined.size() == 1);

        assertFalse(fx(this::shown));
    }

    @Test
    void likeliestFindingIsAboveTheOthers() throws TimeoutException {
        finds(
                FindingSamples.of(Cause.PRIVATE_ELSEWHERE),
                new Finding(Cause.NO_NETWORK, List.of(), List.of()));
        lossyRun();
        await(this::shownWhole);

        assertTrue(fx(this::meaning).startsWith("10.77.1.2 is a private address"));
        assertEquals(
                List.of(
                        "This computer is not connected to a network at the moment: it has no address that leads out."),
                fx(() -> labels(".diagnosis-further").stream().map(Label::getText).toList()));
    }

    @Test
    void buttonBelowTheStepPingsTheOwnServer() throws TimeoutException {
        finds(
                new Finding(
                        Cause.OWN_SERVER_AT_OTHER_PORT,
                        List.of("12000", "13000"),
                        List.of(new Step(Action.PING_OWN_SERVER, List.of("13000")))));
        lossyRun();
        await(this::shownWhole);

        assertEquals(
                "Port 12000 of this computer is closed: the lossy server of this window listens on"
                        + " port 13000.",
                fx(this::meaning));
        assertEquals(
                "Ping port 13000 now", fx(() -> find("#diagnosis-ping", Button.class).getText()));
        fx(
                () -> {
                    find("#diagnosis-ping", Button.class).fire();
                    return null;
                });
        assertEquals(List.of(new HostAndPort("192.168.1.20", "13000")), pinged);
    }

    @Test
    void laterFindingsReplaceEarlierOnes() throws TimeoutException {
        CountDownLatch goOn = new CountDownLatch(1);
        examiner =
                (session, stopped, tell) -> {
                    tell.accept(List.of(FindingSamples.of(Cause.SILENCE_NEAR)));
                    awaitLatch(goOn);
                    tell.accept(List.of(FindingSamples.of(Cause.OTHER_SOURCE)));
                };
        lossyRun();
        await(() -> shown() && meaning().startsWith("Silence"));
        goOn.countDown();
        await(() -> meaning().startsWith("Answers come, but from 203.0.113.9:40000"));
    }

    @Test
    void dismissedViewStaysHiddenUntilAnotherRun() throws TimeoutException {
        finds(FindingSamples.of(Cause.SILENCE_NEAR));
        lossyRun();
        await(this::shown);
        fx(
                () -> {
                    find("#diagnosis-dismiss", Button.class).fire();
                    return null;
                });
        assertFalse(fx(this::shown));
        fx(
                () -> {
                    compose(PORTUGUESE);
                    return null;
                });
        assertFalse(fx(this::shown));
        lossyRun();
        await(this::shown);
        fx(
                () -> {
                    runs.selectedProperty().set(Optional.of(runs.all().get(0)));
                    return null;
                });
        assertFalse(fx(this::shown));
    }

    @Test
    void foldedViewShowsTheMeaningAlone() throws TimeoutException {
        finds(FindingSamples.of(Cause.SILENCE_NEAR));
        lossyRun();
        await(this::shown);
        assertTrue(fx(() -> find("#diagnosis-pane", Node.class).isVisible()));
        fx(
                () -> {
                    find("#diagnosis-fold", Button.class).fire();
                    compose(PORTUGUESE);
                    return null;
                });

        assertTrue(fx(this::shown));
        assertFalse(fx(() -> find("#diagnosis-pane", Node.class).isManaged()));
    }

    @Test
    void firewallCommandFollowsTheChosenSystemAndCanBeCopied() throws TimeoutException {
        finds(FindingSamples.of(Cause.SILENCE_NEAR));
        lossyRun();
        await(this::shownWhole);
        assertFalse(fx(() -> find("#firewall-copy", Node.class).getParent().isVisible()));
        String said =
                fx(
                        () -> {
                            @SuppressWarnings("unchecked")
                            ComboBox<Firewall> choice = find("#firewall-choice", ComboBox.class);
                            choice.setValue(Firewall.FIREWALLD);
                            find("#firewall-copy", Button.class).fire();
                            // It says so for a moment only.
                            return find("#firewall-copy", Button.class).getAccessibleText();
                        });

        assertEquals(
                "sudo firewall-cmd --add-port=12000/udp",
                fx(() -> find("#firewall-command", Label.class).getText()));
        assertEquals(
                "sudo firewall-cmd --add-port=12000/udp",
                fx(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals("Copied", said);
    }

    @Test
    void clearSignIsExaminedDuringTheRun() throws TimeoutException {
        finds(FindingSamples.of(Cause.PORT_REFUSED));
        fx(() -> runs.start(LAB));
        engine.started();
        for (int i = 1; i <= 3; i++) {
            engine.sent(i).feed(new PingEvent.Unreachable(i, 300_000));
        }
        await(this::shown);

        assertTrue(fx(() -> runs.activeProperty().get().isPresent()));
        engine.finished(PingEvent.Outcome.COMPLETED);
        await(() -> examined.size() == 2);
    }

    @Test
    void findingsOfAPastSignDisappearAndALaterOneShowsAgain() throws TimeoutException {
        finds(FindingSamples.of(Cause.PORT_REFUSED));
        fx(() -> runs.start(LAB));
        engine.started();
        refuse(1, 3);
        await(this::shown);

        engine.sent(4).replied(4, 0.4);
        await(() -> !shown());
        refuse(5, 7);
        await(this::shown);
        assertEquals(2, examined.size());
        engine.finished(PingEvent.Outcome.COMPLETED);
        await(() -> examined.size() == 3);
        await(this::shown);
    }

    @Test
    void findingsOfASignThatIsOverAreNotShown() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> looking = new CompletableFuture<>();
        examiner =
                (session, stopped, tell) -> {
                    looking.complete(true);
                    awaitLatch(goOn);
                    tell.accept(List.of(FindingSamples.of(Cause.PORT_REFUSED)));
                };
        CountDownLatch heard = new CountDownLatch(1);
        fx(() -> runs.start(LAB));
        RunModel first = fx(() -> runs.all().get(0));
        first.listen(
                change -> {
                    if (change.statistics().received() > 0) {
                        heard.countDown();
                    }
                });
        engine.started();
        refuse(1, 3);
        assertTrue(looking.get(30, TimeUnit.SECONDS));
        engine.sent(4).replied(4, 0.4);
        awaitLatch(heard);
        examiner = Examiner.NONE;
        goOn.countDown();
        engine.finished(PingEvent.Outcome.COMPLETED);
        await(() -> examined.size() == 2);
        // What is found of another run comes over the same bridge, behind it.
        finds(FindingSamples.of(Cause.SILENCE_NEAR));
        lossyRun();
        await(this::shown);
        fx(
                () -> {
                    runs.selectedProperty().set(Optional.of(first));
                    return null;
                });

        assertFalse(fx(this::shown));
    }

    private void refuse(int from, int to) {
        for (int i = from; i <= to; i++) {
            engine.sent(i).feed(new PingEvent.Unreachable(i, 300_000));
        }
    }

    @Test
    void successfulRunIsNotExamined() throws TimeoutException {
        finds(FindingSamples.of(Cause.SILENCE_NEAR));
        fx(() -> runs.start(LAB));
        engine.started().sent(1).replied(1, 0.4).finished(PingEvent.Outcome.COMPLETED);
        await(() -> runs.activeProperty().get().isEmpty());
        lossyRun();
        await(() -> examined.size() == 1);

        assertEquals(fx(() -> runs.all().get(1).session()), examined.get(0));
    }

    @Test
    void anotherRunEndsTheExaminationOfTheOneBefore() throws Exception {
        CompletableFuture<BooleanSupplier> look = new CompletableFuture<>();
        examiner = (session, stopped, tell) -> look.complete(stopped);
        lossyRun();
        BooleanSupplier stopped = look.get(30, TimeUnit.SECONDS);

        assertFalse(stopped.getAsBoolean());
        fx(() -> runs.start(LAB));
        assertTrue(stopped.getAsBoolean());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
