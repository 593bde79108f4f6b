package pingmonitor.ui.results;

import java.lang.System.Logger;
import java.util.Locale;
import java.util.Optional;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.report.ConsoleText;
import pingmonitor.session.SessionView;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.CopyButton;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** The console text of the selected run, as the lab asks to print it: live, to be copied or saved whole. */
public final class ConsoleView extends FxmlView {
    /** Maximum number of lines. More make the text area slow; a student's run has a dozen. */
    static final int CAP = 2_000;

    private static final Logger LOG = System.getLogger(ConsoleView.class.getName());

    private final RunListModel runs;
    private final Locale locale;
    private final AppendingTextArea text;
    private final CopyButton copyButton;

    @FXML private TextArea area;
    @FXML private Label note;
    @FXML private Button copyAll;
    @FXML private Button save;

    private Optional<ConsoleLines> lines = Optional.empty();
    private boolean shown = true;

    /**
     * @param export action of the button {@code Save…}
     */
    public ConsoleView(RunListModel runs, Locale locale, ExportAction export) {
        super("console.fxml", Messages.beside(ConsoleView.class, locale));
        this.runs = runs;
        this.locale = locale;
        note.setText(messages.text("console.shortened", CAP));
        text = new AppendingTextArea(area, CAP);
        String copies = messages.text("console.copyAll");
        String copied = messages.text("console.copied");
        copyButton =
                new CopyButton(
                        copyAll,
                        Feather.COPY,
                        copies,
                        copied,
                        justCopied -> copyAll.setText(justCopied ? copied : copies));
        TextSizedIcon.put(save, Feather.DOWNLOAD);
        copyAll.setOnAction(event -> copyAll());
        save.setOnAction(
                event -> export.saveConsole(Optional.ofNullable(area.getScene().getWindow())));
        SelectedRunListener.follow(runs, disposables, this::show, change -> read());
    }

    /**
     * Sets whether it is visible. While it is not, no line is added: a text area lays out its whole text at each new
     * line, visible or not.
     */
    public void setShown(boolean newShown) {
        shown = newShown;
        read();
    }

    private void show(Optional<RunModel> selected) {
        copyAll.setDisable(selected.isEmpty());
        save.setDisable(selected.isEmpty());
        text.clear();
        lines = selected.map(run -> new ConsoleLines(run.session(), locale, CAP));
        read();
    }

    private void read() {
        lines.filter(console -> shown)
                .ifPresent(
                        console -> {
                            text.add(console.next());
                            boolean shortened = console.skipped() || text.shortened();
                            note.setVisible(shortened);
                        });
    }

    private void copyAll() {
        runs.selectedProperty().get().map(RunModel::session).ifPresent(this::copy);
    }

    private void copied(String whole) {
        // The text changes, and what lies beside the button must not move.
        copyAll.setMinWidth(copyAll.getWidth());
        copyButton.copy(whole);
    }

    /** On a thread of its own, since the text of a long run takes its time. */
    private void copy(SessionView session) {
        Task<String> wording =
                new Task<>() {
                    @Override
                    protected String call() {
                        return new ConsoleText(locale).whole(session);
                    }
                };
        wording.setOnSucceeded(event -> copied(wording.getValue()));
        wording.setOnFailed(
                event ->
                        LOG.log(
                                Logger.Level.ERROR,
                                "copying the console broke",
                                wording.getException()));
        Thread thread = new Thread(wording, "console-copy");
        thread.setDaemon(true);
        thread.start();
    }
}
