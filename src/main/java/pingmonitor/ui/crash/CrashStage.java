package pingmonitor.ui.crash;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import pingmonitor.log.Crashes;
import pingmonitor.log.ProgramLog;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.FocusRing;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.Stylesheet;

/** One crash dialog on the screen, from opening to closing. */
final class CrashStage {
    private final CrashDialog.Setting setting;
    private final Stage stage = new Stage();

    /** Delayed, since the nodes have to know their new sizes first. */
    private final FxBridge fit = new FxBridge(stage::sizeToScene);

    private final CrashView view;
    private final Disposables disposables = new Disposables();
    private Crashes.Untold told = Crashes.Untold.NONE;

    /**
     * @param closed takes what the dialog had told when it was closed
     */
    CrashStage(
            ProgramLog log,
            Supplier<List<String>> program,
            CrashDialog.Setting setting,
            Consumer<Crashes.Untold> closed) {
        this.setting = setting;
        Locale locale = setting.locale().get();
        view = new CrashView(log, program, setting, locale, fit::signal, stage::close);
        StackPane root = new StackPane(view.root());
        root.getStyleClass().add("crash-window");
        disposables.follow(
                setting.fontSize(), pixels -> root.setStyle("-fx-font-size: " + pixels + "px;"));
        Scene scene = new Scene(root);
        scene.getStylesheets().add(Stylesheet.beside(CrashStage.class, "crash.css"));
        FocusRing.in(scene, root);
        stage.setScene(scene);
        stage.setTitle(Messages.beside(CrashStage.class, locale).text("window"));
        setting.owner()
                .ifPresent(
                        owner -> {
                            stage.initOwner(owner);
                            stage.getIcons().setAll(owner.getIcons());
                        });
        stage.setOnShown(event -> place());
        stage.setOnHidden(
                event -> {
                    view.dispose();
                    disposables.dispose();
                    closed.accept(told);
                });
    }

    /** Shows what is to be told now. */
    void tell(Crashes.Untold untold) {
        told = untold;
        view.show(untold);
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
}
