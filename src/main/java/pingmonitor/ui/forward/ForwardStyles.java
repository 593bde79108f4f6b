package pingmonitor.ui.forward;

import java.net.URL;
import java.util.Objects;

/** The style sheet of the port forwarding's views; the window adds it to its scene. */
public final class ForwardStyles {
    private ForwardStyles() {}

    /** Its address, for {@code scene.getStylesheets()}. */
    public static String url() {
        URL url = ForwardStyles.class.getResource("forward.css");
        return Objects.requireNonNull(url, "forward.css").toExternalForm();
    }
}
