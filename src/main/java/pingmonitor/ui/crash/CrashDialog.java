package pingmonitor.ui.crash;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.log.CrashReport;
import pingmonitor.log.Crashes;
import pingmonitor.log.LogEntry;
import pingmonitor.log.ProgramLog;
import pingmonitor.log.Redaction;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FocusRing;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.Stylesheet;

/**
 * One dialog about crashes, from opening to closing: what happened, what goes on, where the log is, and a report to
 * copy.
 */
final class CrashDialog extends FxmlView {
    private final ProgramLog log;
    private final Supplier<List<String>> program;
    private final CrashNotifier.Setting setting;
    private final Stage stage = new Stage();

    /** Delayed, since the nodes have to know their new sizes first. */
    private final FxBridge fit = new FxBridge(stage::sizeToScene);

    private Crashes.Untold told = Crashes.Untold.NONE;
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
     * @param closed takes what the dialog had told when it was closed
     */
    CrashDialog(
            ProgramLog log,
            Supplier<List<String>> program,
            CrashNotifier.Setting setting,
            Consumer<Crashes.Untold> closed) {
        super("crash.fxml", Messages.beside(CrashDialog.class, setting.locale().get()));
        this.log = log;
        this.program = program;
        this.setting = setting;
        // The theme gives its own class a fixed size, and one in em would grow at each styling.
        icon.getStyleClass().setAll("sign");
        disposables.follow(
                title.fontProperty(), font -> icon.setIconSize((int) Math.round(font.getSize())));
        disposables.follow(setting.aftermath(), this::tellAftermath);
        copy.setOnAction(event -> copy());
        close.setOnAction(event -> stage.close());
        details.setExpanded(false);
        for (ObservableValue<?> part :
                List.of(details.expandedProperty(), count.visibleProperty(), file.textProperty())) {
            part.addListener((property, was, is) -> fit.signal());
        }
        stage.setScene(scene());
        stage.setTitle(messages.text("window"));
        setting.owner()
                .ifPresent(
                        owner -> {
                            stage.initOwner(owner);
                            stage.getIcons().setAll(owner.getIcons());
                        });
        stage.setOnShown(event -> place());
        stage.setOnHidden(
                event -> {
                    dispose();
                    closed.accept(told);
                });
    }

    private Scene scene() {
        StackPane pane = new StackPane(root());
        pane.getStyleClass().add("crash-window");
        disposables.follow(
                setting.fontSize(), pixels -> pane.setStyle("-fx-font-size: " + pixels + "px;"));
        Scene scene = new Scene(pane);
        scene.getStylesheets().add(Stylesheet.beside(CrashDialog.class, "crash.css"));
        FocusRing.in(scene, pane);
        return scene;
    }

    void show() {
        stage.show();
    }

    void showAndWait() {
        stage.showAndWait();
    }

    void close() {
        stage.close();
    }

    /** Over the middle of its owner. */
    private void place() {
        setting.owner()
                .ifPresent(
                        owner -> {
                            stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
                            stage.setY(owner.getY() + (owner.getHeight() - stage.getHeight()) / 3);
                        });
        // JavaFX before 22 lets a window manager open it with another size (JDK-8316423).
        fit.signal();
    }

    /** Shows what is to be told now. */
    void tell(Crashes.Untold untold) {
        told = untold;
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

    private void tellAftermath(CrashAftermath aftermath) {
        title.setText(
                aftermath == CrashAftermath.END
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
