package pingmonitor.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import pingmonitor.text.Messages;

/** Loads the FXML files that lie beside the class that controls them. */
public final class Fxml {
    private Fxml() {}

    /** Loads {@code name} from the controller's package, with its texts for {@code %key}. */
    public static Parent load(Object controller, String name, Messages messages) {
        URL url = Objects.requireNonNull(controller.getClass().getResource(name), name);
        FXMLLoader loader = new FXMLLoader(url, messages.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
