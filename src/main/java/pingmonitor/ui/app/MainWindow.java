package pingmonitor.ui.app;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FocusRing;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.PostFrameTasks;
import pingmonitor.ui.common.Stylesheet;
import pingmonitor.ui.forward.ForwardSection;
import pingmonitor.ui.results.ChartView;
import pingmonitor.ui.server.ServerCardView;

/** The window: its scene, keys and place on the screen. Its content is made anew when the language changes. */
final class MainWindow {
    private static final List<Integer> ICON_PIXELS = List.of(16, 32, 48, 64, 128, 256);

    private static final PseudoClass ENLARGED = PseudoClass.getPseudoClass("enlarged");

    private final Stage stage;
    private final MainModel models;
    private final Consumer<Settings> saver;
    private final WindowPlacement placement;
    private final StackPane root = new StackPane();
    private final PostFrameTasks afterFrames;
    private final FxBridge changed = new FxBridge(this::saveChanges);
    private final InvalidationListener noticeChange = change -> changed.signal();
    private Optional<Settings> saved = Optional.empty();
    private MainView view;

    MainWindow(
            Stage stage,
            MainModel models,
            Optional<Settings.Placement> before,
            Consumer<Settings> saver) {
        this.stage = stage;
        this.models = models;
        this.saver = saver;
        this.placement = new WindowPlacement(stage);
        this.view =
                new MainView(models, before.map(Settings.Placement::dividers).orElse(List.of()));
        root.getChildren().setAll(view.root());
        root.getStyleClass().add("window");
        placement.apply(before);
        // With a size the scene is laid out once; without, once more to learn its preferred size.
        Scene scene = new Scene(root, stage.getWidth(), stage.getHeight());
        afterFrames = new PostFrameTasks(scene, models.runs().quietProperty());
        scene.getStylesheets()
                .addAll(
                        Stylesheet.beside(MainWindow.class, "main.css"),
                        Stylesheet.beside(ChartView.class, "results.css"),
                        Stylesheet.beside(ServerCardView.class, "server.css"),
                        Stylesheet.beside(ForwardSection.class, "forward.css"));
        new MainKeys(() -> view, models, this::quit).addTo(scene);
        CaretBlinkStopper.in(scene);
        FocusRing.in(scene, root);
        stage.setScene(scene);
        stage.setTitle(messages().text("title"));
        ICON_PIXELS.forEach(pixels -> stage.getIcons().add(icon(pixels)));
        followLook();
    }

    void show() {
        stage.setOnHiding(event -> save());
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    quit();
                });
        stage.show();
        placement.insist();
        noticeChanges();
        view.focus();
        MainView shown = view;
        for (Runnable part : shown.afterwards()) {
            afterFrames.add(
                    () -> {
                        if (view == shown) {
                            part.run();
                        }
                    });
        }
    }

    /** Warms the window up for its first run, once all of it is on the screen. */
    void warmUp() {
        afterFrames.add(
                () -> {
                    if (models.runs().all().isEmpty()) {
                        UiWarmUp.start(
                                models.look().locale(),
                                root.getScene().getStylesheets(),
                                models.runs().quietProperty()::get);
                    }
                });
    }

    /** Warns that the settings file could not be understood, and says where it was moved. */
    void tellOfBrokenSettings(SettingsStore.Loaded loaded) {
        if (loaded.broken()) {
            view.warn(
                    loaded.backup()
                            .map(backup -> messages().text("settings.broken", backup.toString()))
                            .orElseGet(() -> messages().text("settings.broken.lost")));
        }
    }

    /** The content now. */
    MainView view() {
        return view;
    }

    Scene scene() {
        return root.getScene();
    }

    /** Warns that the settings cannot be saved, and says what to do. */
    void tellOfLostSettings(SettingsStore.Obstacle obstacle) {
        String path = obstacle.path().toString();
        view.warn(
                obstacle.readOnlyFile()
                        ? messages().text("settings.readOnly", path)
                        : messages().text("settings.lost", path));
    }

    /** Saves after each change: the process may end without telling the window. */
    private void noticeChanges() {
        models.remembered().forEach(each -> each.addListener(noticeChange));
        placement.changes().forEach(each -> each.addListener(noticeChange));
        view.dividerMoves().addListener(noticeChange);
    }

    private void saveChanges() {
        if (stage.isShowing() && !saved.equals(Optional.of(now()))) {
            save();
        }
    }

    /** Warns that the settings cannot be saved: the system's locale has no letters for their folder. */
    void tellOfUnfitLanguage(String setting) {
        view.warn(messages().text("settings.unfit", setting));
    }

    private void quit() {
        view.beforeQuitting(stage::close);
    }

    private void followLook() {
        models.look()
                .languageProperty()
                .addListener((property, was, is) -> Platform.runLater(this::speakAnew));
        models.look()
                .fontSizeProperty()
                .addListener(
                        (property, was, is) -> {
                            size(is.intValue());
                            view.usualDivider();
                        });
        size(models.look().fontSizeProperty().get());
    }

    private void size(int pixels) {
        root.pseudoClassStateChanged(ENLARGED, pixels > Settings.Look.DEFAULT_FONT_SIZE);
        root.setStyle("-fx-font-size: " + pixels + "px;");
    }

    private void speakAnew() {
        MainView before = view;
        before.dispose();
        view = new MainView(models, before.dividers());
        view.afterwards().forEach(Runnable::run);
        view.tab(before.tab());
        root.getChildren().set(0, view.root());
        view.dividerMoves().addListener(noticeChange);
        view.focus();
    }

    private void save() {
        Settings now = now();
        saved = Optional.of(now);
        saver.accept(now);
    }

    private Settings now() {
        return models.settings(placement.now(view.dividers()));
    }

    private Messages messages() {
        return Messages.beside(MainWindow.class, models.look().locale());
    }

    private static Image icon(int pixels) {
        String name = "icon-" + pixels + ".png";
        URL url = Objects.requireNonNull(MainWindow.class.getResource(name), name);
        return new Image(url.toExternalForm());
    }
}
