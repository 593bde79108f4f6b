package smallest;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** One stage, one label. With an argument it closes once it was shown. */
public final class Smallest extends Application {
    /** Opens the window. */
    public static void main(String[] args) {
        Application.launch(Smallest.class, args);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("smallest"), 1_280, 800));
        stage.setTitle("smallest");
        stage.show();
        if (!getParameters().getRaw().isEmpty()) {
            Platform.runLater(stage::close);
        }
    }
}
