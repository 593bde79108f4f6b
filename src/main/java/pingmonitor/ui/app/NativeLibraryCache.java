package pingmonitor.ui.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where JavaFX unpacks its native libraries, when they come in a jar. It takes the home folder, and gives up when Java
 * cannot use its name: in the locale C, or one that is not installed, a name with letters outside ASCII.
 */
final class NativeLibraryCache {
    private static final Logger LOG = System.getLogger(NativeLibraryCache.class.getName());
    private static final String PLACE = "javafx.cachedir";

    private NativeLibraryCache() {}

    /** To be called before the toolkit starts. A folder made for this start goes with it. */
    static void choose() {
        Optional<String> asked = Optional.ofNullable(System.getProperty(PLACE));
        if (asked.isPresent() || isUsable(System.getProperty("user.home"))) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("udp-ping-monitor");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "libraries"));
            System.setProperty(PLACE, folder.toString());
        } catch (IOException e) {
            // Without libraries there is no window, which is told.
            LOG.log(Logger.Level.DEBUG, "no folder for JavaFX", e);
        }
    }

    /** Whether Java can use a folder of that name. */
    static boolean isUsable(String folder) {
        try {
            return !Path.of(folder).toString().isEmpty();
        } catch (InvalidPathException notInThisLocale) {
            return false;
        }
    }

    /** A folder with all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : innermostFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "libraries are left behind", e);
        }
    }
}
