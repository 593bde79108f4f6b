package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.host.OperatingSystem;

class ApplicationFoldersTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();
    private static final String ABSOLUTE = Path.of("/etc/ada").toAbsolutePath().toString();

    @TempDir private Path home;

    @Test
    void settingsOnLinuxFollowXdg() {
        assertEquals(
                Path.of(ABSOLUTE, "udp-ping-monitor"),
                of("Linux", Map.of("XDG_CONFIG_HOME", ABSOLUTE)).settings());
        Path usual = HOME.resolve(".config/udp-ping-monitor");
        assertEquals(usual, of("Linux", Map.of()).settings());
        assertEquals(
                usual,
                of("Linux", Map.of("XDG_CONFIG_HOME", "relative")).settings(),
                "a relative path is to be ignored");
        assertEquals(usual, of("Linux", Map.of("XDG_CONFIG_HOME", "")).settings());
    }

    @Test
    void homeOnLinuxIsTheVariableBeforeTheUserDatabase() {
        ApplicationFolders elsewhere = of("Linux", Map.of("HOME", ABSOLUTE));
        assertEquals(Path.of(ABSOLUTE, ".config/udp-ping-monitor"), elsewhere.settings());
        assertEquals(Path.of(ABSOLUTE, ".local/state/udp-ping-monitor"), elsewhere.logs());
        assertEquals(
                HOME.resolve(".config/udp-ping-monitor"),
                of("Linux", Map.of("HOME", "relative")).settings());
    }

    @Test
    void settingsOnWindowsAreInAppData() {
        assertEquals(
                Path.of("roaming", "UDP Ping Monitor"),
                of("Windows 11", Map.of("APPDATA", "roaming", "XDG_CONFIG_HOME", "/x")).settings());
        assertEquals(
                HOME.resolve("AppData/Roaming/UDP Ping Monitor"),
                of("Windows 11", Map.of()).settings());
    }

    @Test
    void settingsOnMacAreInApplicationSupport() {
        assertEquals(
                HOME.resolve("Library/Application Support/UDP Ping Monitor"),
                of("Mac OS X", Map.of()).settings());
    }

    @Test
    void logsOnLinuxAreState() {
        assertEquals(
                Path.of(ABSOLUTE, "udp-ping-monitor"),
                of("Linux", Map.of("XDG_STATE_HOME", ABSOLUTE)).logs());
        Path usual = HOME.resolve(".local/state/udp-ping-monitor");
        assertEquals(usual, of("Linux", Map.of()).logs());
        assertEquals(usual, of("Linux", Map.of("XDG_STATE_HOME", "relative")).logs());
    }

    @Test
    void logsOnWindowsStayOnTheMachine() {
        assertEquals(
                Path.of("local", "UDP Ping Monitor", "Logs"),
                of("Windows 11", Map.of("LOCALAPPDATA", "local")).logs());
        assertEquals(
                HOME.resolve("AppData/Local/UDP Ping Monitor/Logs"),
                of("Windows 11", Map.of()).logs());
    }

    @Test
    void logsOnMacAreInLogs() {
        assertEquals(
                HOME.resolve("Library/Logs/UDP Ping Monitor"), of("Mac OS X", Map.of()).logs());
    }

    @Test
    void notesOfTheProgramAreState() {
        assertEquals(HOME.resolve(".local/state/udp-ping-monitor"), of("Linux", Map.of()).state());
        assertEquals(
                Path.of("local", "UDP Ping Monitor"),
                of("Windows 11", Map.of("LOCALAPPDATA", "local")).state());
        assertEquals(
                HOME.resolve("Library/Application Support/UDP Ping Monitor"),
                of("Mac OS X", Map.of()).state());
    }

    @Test
    void runsAreData() {
        assertEquals(
                HOME.resolve(".local/share/udp-ping-monitor/runs"), of("Linux", Map.of()).runs());
        assertEquals(
                HOME.resolve("data/udp-ping-monitor/runs"),
                of("Linux", Map.of("XDG_DATA_HOME", HOME.resolve("data").toString())).runs());
        assertEquals(
                Path.of("local", "UDP Ping Monitor", "Runs"),
                of("Windows 11", Map.of("LOCALAPPDATA", "local")).runs());
        assertEquals(
                HOME.resolve("Library/Application Support/UDP Ping Monitor/Runs"),
                of("Mac OS X", Map.of()).runs());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths of Linux")
    void documentsAreWhereTheDesktopKeepsThem() throws IOException {
        userDirs(
                "# XDG_DOCUMENTS_DIR=\"$HOME/no\"",
                "XDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"",
                "XDG_DOCUMENTS_DIR=\"$HOME/Meine \\\"Dokumente\\\"\"");
        Path documents = Files.createDirectory(home.resolve("Meine \"Dokumente\""));
        assertEquals(documents, documents("Linux"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths of Linux")
    void documentsMayBeElsewhereThanAtHome() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere")).toAbsolutePath();
        userDirs("XDG_DOCUMENTS_DIR=\"" + elsewhere + "\"");
        assertEquals(elsewhere, documents("Linux"));
    }

    @Test
    void withoutUserDirsDocumentsAreInDocuments() throws IOException {
        Path usual = Files.createDirectory(home.resolve("Documents"));
        for (String system : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            assertEquals(usual, documents(system));
        }
        userDirs("XDG_DOCUMENTS_DIR=\"relative\"");
        assertEquals(usual, documents("Linux"));
    }

    @Test
    void whereThereIsNoFolderForDocumentsHomeIsTaken() throws IOException {
        for (String system : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            assertEquals(home, documents(system));
        }
        userDirs("XDG_DOCUMENTS_DIR=\"$HOME/gone\"");
        assertEquals(home, documents("Linux"));
    }

    @Test
    void userDirsOfAnyLengthAreRead() throws IOException {
        Path usual = Files.createDirectory(home.resolve("Documents"));
        userDirs("XDG_DOCUMENTS_DIR=\"$HOME/" + "x".repeat(500_000) + "\"");
        assertEquals(home, documents("Linux"));
        userDirs("XDG_DOCUMENTS_DIR=\"$HOME/" + "\\x".repeat(250_000) + "\"");
        assertEquals(home, documents("Linux"));
        userDirs("# " + "x".repeat(BoundedFileReader.MAX_BYTES));
        assertEquals(usual, documents("Linux"));
    }

    /** As every name with an accent in the locale C; a null character is in no name on any system. */
    @Test
    void homeWhoseNameCannotBeUsedHasNoFolders() throws IOException {
        String unfit = home + "/\0";
        Map<String, String> environment = Map.of("HOME", unfit, "LANG", "de_DE.UTF-8");
        ApplicationFolders folders =
                new ApplicationFolders(
                        OperatingSystem.LINUX,
                        name -> Optional.ofNullable(environment.get(name)),
                        unfit);

        assertEquals(Optional.of("LANG=de_DE.UTF-8"), folders.unfitLanguage());
        SettingsStore store = new SettingsStore(folders.settings().resolve("settings.properties"));
        assertEquals(
                new SettingsStore.Loaded(Settings.DEFAULT, false, Optional.empty()), store.load());
        assertFalse(store.isWritable());
        assertThrows(IOException.class, () -> store.save(Settings.DEFAULT));
        assertFalse(Files.isDirectory(folders.documents()));
        assertEquals(Map.of(), new NoteFolder(folders.state().resolve("notes")).all());
    }

    @Test
    void usableHomeNamesNoLocaleVariable() {
        assertEquals(Optional.empty(), of("Linux", Map.of("LC_ALL", "C")).unfitLanguage());
    }

    private void userDirs(String... lines) throws IOException {
        Path config = Files.createDirectories(home.resolve("own-config"));
        Files.write(config.resolve("user-dirs.dirs"), List.of(lines));
    }

    private Path documents(String system) {
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", home.resolve("own-config").toAbsolutePath().toString());
        return new ApplicationFolders(
                        OperatingSystem.of(system),
                        name -> Optional.ofNullable(environment.get(name)),
                        home.toString())
                .documents();
    }

    private static ApplicationFolders of(String system, Map<String, String> environment) {
        return new ApplicationFolders(
                OperatingSystem.of(system),
                name -> Optional.ofNullable(environment.get(name)),
                HOME.toString());
    }
}
