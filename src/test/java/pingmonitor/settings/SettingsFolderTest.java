package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsXdg() {
        String absolute = Path.of("/etc/ada").toAbsolutePath().toString();
        assertEquals(
                Path.of(absolute, "udp-ping-monitor"),
                of("Linux", Map.of("XDG_CONFIG_HOME", absolute)));
        assertEquals(HOME.resolve(".config/udp-ping-monitor"), of("Linux", Map.of()));
        assertEquals(
                HOME.resolve(".config/udp-ping-monitor"),
                of("Linux", Map.of("XDG_CONFIG_HOME", "relative")),
                "a relative path is to be ignored");
        assertEquals(
                HOME.resolve(".config/udp-ping-monitor"),
                of("Linux", Map.of("XDG_CONFIG_HOME", "")));
    }

    @Test
    void windowsUsesAppData() {
        assertEquals(
                Path.of("roaming", "UDP Ping Monitor"),
                of("Windows 11", Map.of("APPDATA", "roaming", "XDG_CONFIG_HOME", "/x")));
        assertEquals(HOME.resolve("AppData/Roaming/UDP Ping Monitor"), of("Windows 11", Map.of()));
    }

    @Test
    void macUsesApplicationSupport() {
        assertEquals(
                HOME.resolve("Library/Application Support/UDP Ping Monitor"),
                of("Mac OS X", Map.of()));
    }

    private static Path of(String system, Map<String, String> environment) {
        return SettingsFolder.of(system, name -> Optional.ofNullable(environment.get(name)), HOME);
    }
}
