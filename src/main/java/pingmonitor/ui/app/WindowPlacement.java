package pingmonitor.ui.app;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import pingmonitor.settings.Settings;

/** Puts the window where it was, unless that is no longer on any screen. */
final class WindowPlacement {
    static final double WIDTH = 1_280;
    static final double HEIGHT = 800;
    static final double MIN_WIDTH = 1_024;
    static final double MIN_HEIGHT = 700;

    /** So much of the title bar must be on a screen, or nobody can take hold of the window. */
    private static final double REACHABLE = 100;

    private final Stage stage;
    private Dimension2D wanted = new Dimension2D(WIDTH, HEIGHT);
    private Optional<Rectangle2D> unmaximised = Optional.empty();

    WindowPlacement(Stage stage) {
        this.stage = stage;
    }

    /** To be called before the window is shown. */
    void apply(Optional<Settings.Placement> placement) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        placement.filter(WindowPlacement::isReachable).ifPresent(this::restore);
        wanted = new Dimension2D(stage.getWidth(), stage.getHeight());
        stage.xProperty().addListener(moved -> remember());
        stage.yProperty().addListener(moved -> remember());
        stage.widthProperty().addListener(resized -> remember());
        stage.heightProperty().addListener(resized -> remember());
    }

    /**
     * To be called after the window was shown: JavaFX before 22 lets a window manager open it with another size
     * (JDK-8316423).
     */
    void insist() {
        double width = wanted.getWidth();
        double height = wanted.getHeight();
        Platform.runLater(
                () -> {
                    if (!stage.isMaximized()
                            && (stage.getWidth() != width || stage.getHeight() != height)) {
                        stage.setWidth(width);
                        stage.setHeight(height);
                    }
                });
    }

    /** What changes when the window's place does. */
    List<Observable> changes() {
        return List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty());
    }

    /** Where the window is now; a maximised one will come back to its last ordinary place. */
    Settings.Placement now(List<Double> dividers) {
        Rectangle2D place =
                unmaximised.orElseGet(
                        () ->
                                new Rectangle2D(
                                        stage.getX(),
                                        stage.getY(),
                                        stage.getWidth(),
                                        stage.getHeight()));
        return new Settings.Placement(
                place.getMinX(),
                place.getMinY(),
                place.getWidth(),
                place.getHeight(),
                stage.isMaximized(),
                dividers);
    }

    private void restore(Settings.Placement placement) {
        stage.setX(placement.x());
        stage.setY(placement.y());
        stage.setWidth(Math.max(placement.width(), stage.getMinWidth()));
        stage.setHeight(Math.max(placement.height(), stage.getMinHeight()));
        stage.setMaximized(placement.maximised());
    }

    private void remember() {
        boolean known =
                stage.getWidth() > 0
                        && stage.getHeight() > 0
                        && Double.isFinite(stage.getX() + stage.getY());
        if (known && stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            unmaximised =
                    Optional.of(
                            new Rectangle2D(
                                    stage.getX(),
                                    stage.getY(),
                                    stage.getWidth(),
                                    stage.getHeight()));
        }
    }

    private static boolean isReachable(Settings.Placement placement) {
        double width = Math.min(REACHABLE, placement.width());
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(
                        screen ->
                                screen.contains(
                                        placement.x() + placement.width() / 2 - width / 2,
                                        placement.y(),
                                        width,
                                        1));
    }
}
