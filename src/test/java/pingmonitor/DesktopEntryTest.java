package pingmonitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.ui.app.MonitorApp;

/** The entry in a desktop's menu agrees with the program. */
class DesktopEntryTest {
    private static final Path ENTRY = Path.of("src/packaging/linux/udp-ping-monitor.desktop");
    private static final Path ICONS = Path.of("assets/icons/hicolor");

    /** JavaFX gives its windows the name of the application's class; by it a dock finds the entry of a window. */
    @Test
    void aWindowIsKnownByTheClassOfTheApplication() throws IOException {
        assertEquals(MonitorApp.class.getName(), entry().get("StartupWMClass"));
    }

    @Test
    void theIconIsThereInEverySize() throws IOException {
        String file = entry().get("Icon") + ".png";
        try (Stream<Path> sizes = Files.list(ICONS)) {
            assertEquals(
                    9,
                    sizes.filter(size -> Files.exists(size.resolve("apps").resolve(file))).count());
        }
        assertTrue(Files.exists(ICONS.resolve("scalable/apps/" + entry().get("Icon") + ".svg")));
    }

    private static Map<String, String> entry() throws IOException {
        return Files.readAllLines(ENTRY).stream()
                .filter(line -> line.contains("="))
                .collect(
                        Collectors.toMap(
                                line -> line.substring(0, line.indexOf('=')),
                                line -> line.substring(line.indexOf('=') + 1)));
    }
}
