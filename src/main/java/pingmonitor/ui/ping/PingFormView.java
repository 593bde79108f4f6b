package pingmonitor.ui.ping;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.discovery.FoundServer;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Problem.Field;
import pingmonitor.report.ProblemText;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.ChoiceNames;
import pingmonitor.ui.common.FieldLengthLimit;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.WrapRow;

/** The form of the top bar: server, port, Start or Stop, and the options behind a button that sums them up. */
public final class PingFormView extends FxmlView {
    private static final PseudoClass INVALID = Styles.STATE_DANGER;

    private final PingFormModel model;
    private final RunStarter control;
    private final ProblemText problemText;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> notes = new EnumMap<>(Field.class);
    private final ServerSearchModel finds;
    private boolean listAdded;

    @FXML private WrapRow bar;
    @FXML private ServerField host;
    @FXML private ToggleButton find;
    @FXML private TextField port;
    @FXML private Button start;
    @FXML private FontIcon startIcon;
    @FXML private ProgressBar progress;
    @FXML private ToggleButton options;
    @FXML private Pane optionsPane;
    @FXML private TextField count;
    @FXML private CheckBox untilStopped;
    @FXML private TextField timeout;
    @FXML private TextField pause;
    @FXML private ChoiceBox<Boolean> fixedRate;
    @FXML private TextField interval;
    @FXML private TextField size;
    @FXML private ChoiceBox<AddressFamily> family;
    @FXML private CheckBox verdicts;
    @FXML private Label hostNote;
    @FXML private Label portNote;
    @FXML private Label countNote;
    @FXML private Label timeoutNote;
    @FXML private Label pauseNote;
    @FXML private Label intervalNote;
    @FXML private Label sizeNote;

    /** The form in one language. */
    public PingFormView(
            PingFormModel model, RunStarter control, ServerSearchModel finds, Locale locale) {
        super("ping-form.fxml", Messages.beside(PingFormView.class, locale));
        this.model = model;
        this.control = control;
        this.finds = finds;
        this.problemText = new ProblemText(locale);
        disposables.join(untilStopped.selectedProperty(), model.untilStoppedProperty());
        count.disableProperty().bind(untilStopped.selectedProperty());
        host.offerPasted(model::takePasted);
        bind(Field.HOST, host, hostNote);
        bind(Field.PORT, port, portNote);
        bind(Field.COUNT, count, countNote);
        bind(Field.TIMEOUT, timeout, timeoutNote);
        bind(Field.PAUSE, pause, pauseNote);
        bind(Field.INTERVAL, interval, intervalNote);
        bind(Field.SIZE, size, sizeNote);
        showProblems();
        InvalidationListener problemsChanged = change -> showProblems();
        model.problems().addListener(problemsChanged);
        disposables.add(() -> model.problems().removeListener(problemsChanged));
        disposables.join(find.selectedProperty(), finds.openProperty());
        initializeOptions();
        start.addEventFilter(KeyEvent.KEY_PRESSED, this::pressOnStart);
        disposables.follow(control.runs().activeProperty(), this::showActive);
        disposables.follow(
                finds.openProperty(),
                open -> {
                    if (open && !listAdded) {
                        addFound();
                    }
                });
        root().addEventFilter(KeyEvent.KEY_PRESSED, this::closeList);
    }

    /** Its first line, without the options and messages below. */
    public WrapRow bar() {
        return bar;
    }

    /** Puts the cursor where a person begins. */
    public void focus() {
        host.requestFocus();
        host.selectAll();
    }

    private void bind(Field name, TextField field, Label note) {
        FieldLengthLimit.set(field);
        disposables.join(field.textProperty(), model.text(name));
        fields.put(name, field);
        notes.put(name, note);
        field.setOnAction(event -> control.start());
        field.focusedProperty()
                .addListener(
                        (property, was, focused) -> {
                            if (!focused) {
                                model.leave(name);
                            }
                        });
    }

    /** Adds the list when it is first opened, so that the window opens sooner. */
    private void addFound() {
        ServerSearchView view = new ServerSearchView(finds, messages.locale(), find, this::choose);
        listAdded = true;
        disposables.add(view::dispose);
        VBox form = (VBox) root();
        form.getChildren().add(form.getChildren().indexOf(portNote) + 1, view.root());
    }

    /** Esc closes the list before it stops anything. */
    private void closeList(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && finds.openProperty().get()) {
            event.consume();
            finds.openProperty().set(false);
            focus();
        }
    }

    private void choose(FoundServer server) {
        model.text(Field.HOST).set(AddressText.of(server.address()));
        model.text(Field.PORT).set(Integer.toString(server.port()));
        finds.openProperty().set(false);
        focus();
    }

    private void initializeOptions() {
        family.getItems().setAll(AddressFamily.values());
        family.setConverter(new ChoiceNames<>(this::familyName));
        disposables.join(family.valueProperty(), model.familyProperty());
        disposables.join(verdicts.selectedProperty(), model.verdictsProperty());
        initializePacing();
        disposables.join(options.selectedProperty(), model.optionsOpenProperty());
        optionsPane.visibleProperty().bind(options.selectedProperty());
        optionsPane.managedProperty().bind(options.selectedProperty());
        disposables.follow(model.text(Field.COUNT), text -> showOptions());
        disposables.follow(model.text(Field.TIMEOUT), text -> showOptions());
        disposables.follow(model.untilStoppedProperty(), text -> showOptions());
        disposables.follow(model.fixedRateProperty(), text -> showOptions());
        disposables.follow(model.text(Field.INTERVAL), text -> showOptions());
    }

    private void initializePacing() {
        fixedRate.getItems().setAll(false, true);
        fixedRate.setConverter(
                new ChoiceNames<>(
                        fixed -> messages.text(fixed ? "pacing.fixedRate" : "pacing.stopAndWait")));
        // A choice box holds an object, which the property does not.
        disposables.follow(model.fixedRateProperty(), fixedRate::setValue);
        fixedRate
                .valueProperty()
                .addListener((property, was, is) -> model.fixedRateProperty().set(is));
        interval.visibleProperty().bind(model.fixedRateProperty());
        interval.managedProperty().bind(interval.visibleProperty());
        pause.visibleProperty().bind(interval.visibleProperty().not());
        pause.managedProperty().bind(pause.visibleProperty());
        disposables.add(interval.visibleProperty()::unbind);
    }

    private void showOptions() {
        List<String> parts = new ArrayList<>();
        String countText = model.text(Field.COUNT).get().strip();
        if (model.untilStoppedProperty().get()) {
            parts.add(messages.text("options.untilStopped"));
        } else if (countText.equals("1")) {
            parts.add(messages.text("options.one"));
        } else {
            parts.add(messages.text("options.count", countText));
        }
        // In the smallest window there is room for two parts.
        parts.add(
                model.fixedRateProperty().get()
                        ? messages.text("options.every", model.text(Field.INTERVAL).get().strip())
                        : messages.text(
                                "options.timeout", model.text(Field.TIMEOUT).get().strip()));
        options.setText(String.join(" · ", parts));
    }

    private void showProblems() {
        fields.forEach(
                (name, field) -> {
                    Optional<Problem> problem = Optional.ofNullable(model.problems().get(name));
                    field.pseudoClassStateChanged(INVALID, problem.isPresent());
                    Label note = notes.get(name);
                    NodeVisibility.text(note, problem.map(problemText::of).orElse(""));
                    field.setAccessibleHelp(note.getText());
                });
        boolean inOptions =
                List.of(Field.COUNT, Field.TIMEOUT, Field.PAUSE, Field.INTERVAL, Field.SIZE)
                        .stream()
                        .anyMatch(model.problems()::containsKey);
        if (inOptions) {
            model.optionsOpenProperty().set(true);
        }
    }

    private void showActive(Optional<RunModel> active) {
        progress.progressProperty().unbind();
        start.setText(messages.text(active.isPresent() ? "stop" : "start"));
        startIcon.setIconCode(active.isPresent() ? Feather.SQUARE : Feather.PLAY);
        // A run until stopped has no end. An indeterminate bar would cost most of a processor where
        // no
        // graphics card draws it.
        Optional<RunModel> counted = active.filter(run -> !run.session().plan().untilStopped());
        progress.setVisible(counted.isPresent());
        counted.ifPresent(run -> progress.progressProperty().bind(run.progressProperty()));
    }

    @FXML
    private void startOrStop() {
        control.startOrStop();
    }

    /** Space on the button, which has the focus after a click, counts as a key that may have to be confirmed. */
    private void pressOnStart(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            event.consume();
            control.startOrStopByKey();
        }
    }

    private String familyName(AddressFamily choice) {
        return switch (choice) {
            case IPV4 -> messages.text("family.ipv4");
            case IPV6 -> messages.text("family.ipv6");
            case ANY -> messages.text("family.any");
        };
    }
}
