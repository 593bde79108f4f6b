package pingmonitor.ui.crash;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.log.CrashReport;
import pingmonitor.log.Crashes;
import pingmonitor.log.LogEntry;
import pingmonitor.log.ProgramLog;
import pingmonitor.log.Redaction;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;

/** The content of the crash dialog: what happened, what goes on, where the log is, and a report to copy. */
final class CrashView extends FxmlView {
    private final ProgramLog log;
    private final Supplier<List<String>> program;
    private final CrashDialog.Setting setting;
    private List<LogEntry> detailed = List.of();

    @FXML private Label title;
    @FXML private FontIcon icon;
    @FXML private Label count;
    @FXML private Label goesOn;
    @FXML private Label file;
    @FXML private TitledPane details;
    @FXML private TextArea report;
    @FXML private Button copy;
    @FXML private Button close;

    /**
     * @param program lines for the report
     * @param setting of the dialog
     * @param resized to be called when there is more or less to show
     * @param closed what Close does
     */
    CrashView(
            ProgramLog log,
            Supplier<List<String>> program,
            CrashDialog.Setting setting,
            Locale locale,
            Runnable resized,
            Runnable closed) {
        super("crash.fxml", Messages.beside(CrashView.class, locale));
        this.log = log;
        this.program = program;
        this.setting = setting;
        // The theme gives its own class a fixed size, and one in em would grow at each styling.
        icon.getStyleClass().setAll("sign");
        disposables.follow(
                title.fontProperty(), font -> icon.setIconSize((int) Math.round(font.getSize())));
        disposables.follow(setting.aftermath(), this::tellAftermath);
        copy.setOnAction(event -> copy());
        close.setOnAction(event -> closed.run());
        details.setExpanded(false);
        for (ObservableValue<?> part :
                List.of(details.expandedProperty(), count.visibleProperty(), file.textProperty())) {
            part.addListener((property, was, is) -> resized.run());
        }
    }

    /** Shows what is to be told now. */
    void show(Crashes.Untold untold) {
        NodeVisibility.set(count, untold.times() > 1);
        count.setText(messages.text("count", untold.times()));
        file.setText(
                switch (log.state()) {
                    case EMPTY -> "";
                    case WRITTEN -> messages.text("file.written", log.file().toString());
                    case FAILED -> messages.text("file.failed", log.file().toString());
                });
        detail(untold.seen());
    }

    /** Replaces the text only for a crash of a new kind, so that it does not jump under the eyes of its reader. */
    private void detail(List<Crashes.Seen> seen) {
        List<LogEntry> entries =
                seen.stream().map(Crashes.Seen::first).collect(Collectors.toList());
        if (!entries.equals(detailed)) {
            detailed = entries;
            report.setText(text(seen));
        }
    }

    private void tellAftermath(CrashFollowUp aftermath) {
        title.setText(
                aftermath == CrashFollowUp.END
                        ? messages.text("title.start")
                        : messages.text("title.running"));
        goesOn.setText(
                switch (aftermath) {
                    case RUN_AND_SERVER -> messages.text("goesOn.runAndServer");
                    case RUN -> messages.text("goesOn.run");
                    case SERVER -> messages.text("goesOn.server");
                    case WINDOW -> messages.text("goesOn.window");
                    case END -> messages.text("goesOn.end");
                });
    }

    private void copy() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, text(log.crashes().untold().seen())));
        copy.setText(messages.text("copied"));
    }

    private String text(List<Crashes.Seen> seen) {
        return CrashReport.text(
                program.get(),
                seen,
                ZoneId.systemDefault(),
                Redaction.ofThisPerson(setting.typed().get()));
    }
}
