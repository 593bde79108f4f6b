package pingmonitor.ui.app;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import pingmonitor.settings.Settings;

/** Puts the window where it was, unless no screen is there any more, and within the edges of its screen. */
final class WindowPlacement {
    static final double WIDTH = 1_280;
    static final double HEIGHT = 800;
    static final double MIN_WIDTH = 1_024;
    static final double MIN_HEIGHT = 700;

    /** Width of the title bar that must be on a screen, so that the window can be dragged. */
    private static final double MIN_TITLE_BAR_PIXELS = 100;

    /** A window manager has chosen a size by then; a later change is the person's. */
    private static final Duration SETTLING_TIME = Duration.seconds(2);

    /** Number of times that the size is set again; a window manager that still keeps its own wins. */
    private static final int MAX_RESIZES = 5;

    private final Stage stage;
    private int resizes;
    private Dimension2D wanted = new Dimension2D(WIDTH, HEIGHT);
    private Optional<Rectangle2D> unmaximised = Optional.empty();

    WindowPlacement(Stage stage) {
        this.stage = stage;
    }

    /** To be called before the window is shown. */
    void apply(Optional<Settings.Placement> placement) {
        Optional<Rectangle2D> before = placement.flatMap(WindowPlacement::screenOf);
        Rectangle2D screen = before.orElseGet(() -> Screen.getPrimary().getVisualBounds());
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        placement.filter(place -> before.isPresent()).ifPresent(place -> restore(place, screen));
        wanted = new Dimension2D(stage.getWidth(), stage.getHeight());
        stage.xProperty().addListener(moved -> remember());
        stage.yProperty().addListener(moved -> remember());
        stage.widthProperty().addListener(resized -> remember());
        stage.heightProperty().addListener(resized -> remember());
    }

    /**
     * To be called after the window was shown: JavaFX before 22 lets a window manager open it with another size
     * (JDK-8316423), and tells of that size only some time later.
     */
    void insist() {
        ChangeListener<Number> resized = (property, was, is) -> wantAgain();
        stage.widthProperty().addListener(resized);
        stage.heightProperty().addListener(resized);
        PauseTransition settling = new PauseTransition(SETTLING_TIME);
        settling.setOnFinished(
                event -> {
                    stage.widthProperty().removeListener(resized);
                    stage.heightProperty().removeListener(resized);
                });
        settling.play();
        wantAgain();
    }

    private void wantAgain() {
        // Later: the toolkit first has to take over the size that it was told of.
        Platform.runLater(
                () -> {
                    boolean other =
                            stage.getWidth() != wanted.getWidth()
                                    || stage.getHeight() != wanted.getHeight();
                    if (other && !stage.isMaximized() && resizes < MAX_RESIZES) {
                        resizes++;
                        stage.setWidth(wanted.getWidth());
                        stage.setHeight(wanted.getHeight());
                    }
                });
    }

    /** The properties that {@link #now} is made of. */
    List<Observable> changes() {
        return List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty());
    }

    /** Where the window is now; of a maximised one, its last place before. */
    Settings.Placement now(List<Double> dividers) {
        Rectangle2D place = unmaximised.orElseGet(this::bounds);
        return new Settings.Placement(
                place.getMinX(),
                place.getMinY(),
                place.getWidth(),
                place.getHeight(),
                stage.isMaximized(),
                dividers);
    }

    private void restore(Settings.Placement placement, Rectangle2D screen) {
        double width = between(stage.getMinWidth(), placement.width(), screen.getWidth());
        double height = between(stage.getMinHeight(), placement.height(), screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(between(screen.getMinX(), placement.x(), screen.getMaxX() - width));
        stage.setY(between(screen.getMinY(), placement.y(), screen.getMaxY() - height));
        stage.setMaximized(placement.maximised());
    }

    private static double between(double min, double value, double max) {
        return Math.max(min, Math.min(value, max));
    }

    private void remember() {
        boolean known =
                stage.getWidth() > 0
                        && stage.getHeight() > 0
                        && Double.isFinite(stage.getX() + stage.getY());
        if (known && stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            unmaximised = Optional.of(bounds());
        }
    }

    private Rectangle2D bounds() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** The screen on which the window can be dragged, without what the desktop keeps for itself. */
    private static Optional<Rectangle2D> screenOf(Settings.Placement placement) {
        double width = Math.min(MIN_TITLE_BAR_PIXELS, placement.width());
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(
                        screen ->
                                screen.contains(
                                        placement.x() + placement.width() / 2 - width / 2,
                                        placement.y(),
                                        width,
                                        1))
                .findFirst();
    }
}
