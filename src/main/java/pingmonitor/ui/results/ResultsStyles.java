package pingmonitor.ui.results;

import java.net.URL;
import java.util.Objects;

/** The style sheet of the results, for the window to add to its scene. */
public final class ResultsStyles {
    private ResultsStyles() {}

    /** Its address, for {@code scene.getStylesheets()}. */
    public static String url() {
        URL url = ResultsStyles.class.getResource("results.css");
        return Objects.requireNonNull(url, "results.css").toExternalForm();
    }
}
