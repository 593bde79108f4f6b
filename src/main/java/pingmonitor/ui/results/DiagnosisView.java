package pingmonitor.ui.results;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.diagnosis.Action;
import pingmonitor.diagnosis.DiagnosisText;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.Step;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.FirewallCommands;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.LazyValue;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.View;

/**
 * What may be wrong with the selected run, and what to try next. Hidden while there is nothing to say, or when the
 * person has dismissed it.
 */
public final class DiagnosisView implements View {
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final StackPane root = new StackPane();
    private final RunDiagnoses diagnoses;
    private final Messages messages;
    private final DiagnosisText text;
    private final Consumer<HostAndPort> ping;
    private final Disposables disposables = new Disposables();
    private final LazyValue<Node> panel = new LazyValue<>(this::load);
    private Disposables ofRun = new Disposables();
    private Optional<RunModel> shownRun = Optional.empty();

    @FXML private Label meaning;
    @FXML private Button fold;
    @FXML private FontIcon foldIcon;
    @FXML private FittingTooltip foldTip;
    @FXML private Button dismiss;
    @FXML private ScrollPane pane;
    @FXML private VBox body;

    /**
     * @param ping starts a run to a server
     */
    public DiagnosisView(
            RunListModel runs, RunDiagnoses diagnoses, Consumer<HostAndPort> ping, Locale locale) {
        this.diagnoses = diagnoses;
        this.ping = ping;
        this.messages = Messages.beside(DiagnosisView.class, locale);
        this.text = DiagnosisText.inWindow(locale);
        disposables.add(() -> ofRun.dispose());
        disposables.follow(runs.selectedProperty(), this::select);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void dispose() {
        disposables.dispose();
    }

    private void select(Optional<RunModel> run) {
        ofRun.dispose();
        ofRun = new Disposables();
        shownRun = run;
        if (run.isEmpty()) {
            show();
        }
        run.ifPresent(
                selected -> {
                    ofRun.follow(diagnoses.of(selected), findings -> show());
                    ofRun.follow(diagnoses.dismissedProperty(selected), dismissed -> show());
                });
    }

    private void show() {
        List<Finding> findings =
                shownRun.filter(run -> !diagnoses.dismissedProperty(run).get())
                        .map(run -> diagnoses.of(run).get())
                        .orElse(List.of());
        NodeVisibility.set(root, !findings.isEmpty());
        if (findings.isEmpty()) {
            return;
        }
        // The panel is made when there is something to say for the first time.
        root.getChildren().setAll(panel.get());
        meaning.setText(text.of(findings.get(0)));
        List<Node> lines = new ArrayList<>(steps(findings.get(0)));
        for (Finding further : findings.subList(1, findings.size())) {
            lines.add(label(text.of(further), "diagnosis-further"));
            lines.addAll(steps(further));
        }
        body.getChildren().setAll(lines);
        pane.pseudoClassStateChanged(SHORT, lines.size() <= 1);
        pane.setVvalue(0);
    }

    private List<Node> steps(Finding finding) {
        List<Node> lines = new ArrayList<>();
        int number = 1;
        for (Step step : finding.steps()) {
            String numbered =
                    messages.text("diagnosis.step", Integer.toString(number++), text.of(step));
            lines.add(label(numbered, "diagnosis-step"));
            if (step.action() == Action.OPEN_FIREWALL) {
                shownRun.ifPresent(run -> lines.add(firewall(run.session().plan().port())));
            } else if (step.action() == Action.PING_OWN_SERVER) {
                String port = step.facts().get(0).toString();
                shownRun.ifPresent(run -> lines.add(pingNow(run.session().plan().host(), port)));
            }
        }
        return lines;
    }

    private Node firewall(int port) {
        Node commands = FirewallCommands.ofAny(text, port).root();
        commands.getStyleClass().add("diagnosis-commands");
        return commands;
    }

    private Node pingNow(String host, String port) {
        Button start = new Button(text.pingOwnServer(port), new FontIcon(Feather.PLAY));
        start.setId("diagnosis-ping");
        start.getStyleClass().add(Styles.SMALL);
        start.setOnAction(event -> ping.accept(new HostAndPort(host, port)));
        HBox below = new HBox(start);
        below.getStyleClass().add("diagnosis-commands");
        return below;
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private Node load() {
        Node loaded = Fxml.load(this, "diagnosis.fxml", messages);
        fold.setAccessibleText(text.tryNext());
        foldTip.setText(text.tryNext());
        disposables.follow(
                diagnoses.unfoldedProperty(),
                unfolded -> {
                    foldIcon.setIconCode(unfolded ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
                    NodeVisibility.set(pane, unfolded);
                });
        fold.setOnAction(
                event -> diagnoses.unfoldedProperty().set(!diagnoses.unfoldedProperty().get()));
        dismiss.setOnAction(
                event -> shownRun.ifPresent(run -> diagnoses.dismissedProperty(run).set(true)));
        return loaded;
    }
}
