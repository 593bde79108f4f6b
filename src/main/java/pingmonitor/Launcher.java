package pingmonitor;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Probe. */
public final class Launcher {
    private Launcher() {}

    /** Starts. */
    public static void main(String[] args) {
        java.util.logging.Logger l = java.util.logging.Logger.getLogger("javafx");
        l.setFilter(r -> !r.getMessage().startsWith("Unsupported JavaFX configuration"));
        Application.launch(App.class, args);
    }

    /** A. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("hello")));
            stage.show();
            Thread t =
                    new Thread(
                            () -> {
                                try {
                                    Thread.sleep(1500);
                                } catch (InterruptedException e) {
                                }
                                javafx.application.Platform.exit();
                            });
            t.start();
        }
    }
}
