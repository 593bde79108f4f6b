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

/** Puts the window where it was, unless that is no longer on any screen, and never beyond the edges of its screen. */
final class WindowPlacement {
    static final double WIDTH = 1_280;
    static final double HEIGHT = 800;
    static final double MIN_WIDTH = 1_024;
    static final double MIN_HEIGHT = 700;

    /** So much of the title bar must be on a screen, or nobody can take hold of the window. */
    private static final double REACHABLE = 100;

    /** A window manager has settled by then; later it is the person who changes the size. */
    private static final Duration SETTLING = Duration.seconds(2);

    /** One that keeps its windows at sizes of its own gets its way in the end. */
    private static final int MAX_INSISTENCES = 5;

    private final Stage stage;
    private int insistences;
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
        PauseTransition settling = new PauseTransition(SETTLING);
        settling.setOnFinished(
                event -> {
                    stage.widthProperty().removeListener(resized);
                    stage.heightProperty().removeListener(resized);
                });
        settling.play();
        wantAgain();
    }

    private void wantAgain() {
        // Not at once: first the toolkit has to know the size that it was told of.
        Platform.runLater(
                () -> {
                    boolean other =
                            stage.getWidth() != wanted.getWidth()
                                    || stage.getHeight() != wanted.getHeight();
                    if (other && !stage.isMaximized() && insistences < MAX_INSISTENCES) {
                        insistences++;
                        stage.setWidth(wanted.getWidth());
                        stage.setHeight(wanted.getHeight());
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

    private void restore(Settings.Placement placement, Rectangle2D screen) {
        double width = between(stage.getMinWidth(), placement.width(), screen.getWidth());
        double height = between(stage.getMinHeight(), placement.height(), screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(between(screen.getMinX(), placement.x(), screen.getMaxX() - width));
        stage.setY(between(screen.getMinY(), placement.y(), screen.getMaxY() - height));
        stage.setMaximized(placement.maximised());
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(value, most));
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

    /** The screen on which the window can be taken hold of, without what the desktop keeps for itself. */
    private static Optional<Rectangle2D> screenOf(Settings.Placement placement) {
        double width = Math.min(REACHABLE, placement.width());
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
