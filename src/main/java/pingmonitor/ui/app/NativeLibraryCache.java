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
 * Chooses the folder that JavaFX unpacks its native libraries into, if they come in a jar. JavaFX takes the home
 * folder, and gives up if Java cannot use its name, as one with letters outside ASCII in the locale C.
 */
final class NativeLibraryCache {
    private static final Logger LOG = System.getLogger(NativeLibraryCache.class.getName());
    private static final String PLACE = "javafx.cachedir";

    private NativeLibraryCache() {}

    /** To be called before the toolkit starts. A folder made here is deleted when the process ends. */
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
            // Without libraries there is no window, and WindowStart says so.
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

    /** Deletes a folder with all that is in it. */
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
