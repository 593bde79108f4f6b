package pingmonitor.ui.server;

import java.net.URL;
import java.util.Objects;

/** The style sheet of the server's views; the window adds it to its scene. */
public final class ServerStyles {
    private ServerStyles() {}

    /** Its address, for {@code scene.getStylesheets()}. */
    public static String url() {
        URL url = ServerStyles.class.getResource("server.css");
        return Objects.requireNonNull(url, "server.css").toExternalForm();
    }
}
