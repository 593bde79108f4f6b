package pingmonitor.ui.common;

import java.net.URL;
import java.util.Objects;

/** Finds the CSS files that lie beside a class. */
public final class Stylesheet {
    private Stylesheet() {}

    /** The address of {@code name} in the package of a class, for {@code scene.getStylesheets()}. */
    public static String beside(Class<?> type, String name) {
        URL url = Objects.requireNonNull(type.getResource(name), name);
        return url.toExternalForm();
    }
}
