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
        FXMLLoader loader = loader(controller, name);
        loader.setResources(messages.bundle());
        return load(loader);
    }

    /** Loads {@code name} from the controller's package, which sets all texts itself. */
    static Parent load(Object controller, String name) {
        return load(loader(controller, name));
    }

    private static FXMLLoader loader(Object controller, String name) {
        URL url = Objects.requireNonNull(controller.getClass().getResource(name), name);
        FXMLLoader loader = new FXMLLoader(url);
        loader.setController(controller);
        return loader;
    }

    private static Parent load(FXMLLoader loader) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
