package pingmonitor.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pingmonitor.host.OperatingSystem;

/** The folders of the person who runs the program, by the custom of each system. */
public final class ApplicationFolders {
    private static final String SHOWN_NAME = "UDP Ping Monitor";
    private static final String PLAIN_NAME = "udp-ping-monitor";

    /** Stands for a folder whose name cannot be used. Below it nothing is found and nothing can be made. */
    private static final Path NOWHERE = Path.of("/dev/null");

    private static final List<String> LANGUAGE_VARIABLES = List.of("LC_ALL", "LC_CTYPE", "LANG");

    private final OperatingSystem system;
    private final Function<String, Optional<String>> environment;
    private final Path home;

    /**
     * The folders in a given environment.
     *
     * @param environment the value of an environment variable
     * @param home the person's home folder, unless the custom is to ask the environment for it
     */
    ApplicationFolders(
            OperatingSystem system, Function<String, Optional<String>> environment, String home) {
        this.system = system;
        this.environment = environment;
        // Java reads the home folder from the user database; XDG means the variable.
        this.home = isXdg() ? xdg("HOME").orElseGet(() -> path(home)) : path(home);
    }

    /** Those of the person who runs this program. */
    public static ApplicationFolders ofThisPerson() {
        return new ApplicationFolders(
                OperatingSystem.current(),
                name -> Optional.ofNullable(System.getenv(name)),
                System.getProperty("user.home"));
    }

    /**
     * The locale variable, such as {@code LANG=C}, whose character set lacks letters of the settings folder's name, so
     * that settings can neither be read nor saved. Empty when the folder can be used.
     */
    public Optional<String> unfitLanguage() {
        return settings().startsWith(NOWHERE)
                ? Optional.of(
                        LANGUAGE_VARIABLES.stream()
                                .flatMap(name -> setting(name).stream())
                                .findFirst()
                                .orElse("LANG=C"))
                : Optional.empty();
    }

    /** The folder of the settings. It may not exist yet. */
    public Path settings() {
        return switch (system) {
            case WINDOWS ->
                    variable("APPDATA")
                            .orElseGet(() -> home.resolve("AppData").resolve("Roaming"))
                            .resolve(SHOWN_NAME);
            case MACOS ->
                    home.resolve("Library").resolve("Application Support").resolve(SHOWN_NAME);
            case LINUX, OTHER -> xdgConfig().resolve(PLAIN_NAME);
        };
    }

    /** The folder of the log files. It may not exist yet. */
    public Path logs() {
        return switch (system) {
            case WINDOWS -> state().resolve("Logs");
            case MACOS -> home.resolve("Library").resolve("Logs").resolve(SHOWN_NAME);
            case LINUX, OTHER -> state();
        };
    }

    /** The folder of what the program remembers for itself on this machine. It may not exist yet. */
    public Path state() {
        return switch (system) {
            case WINDOWS ->
                    variable("LOCALAPPDATA")
                            .orElseGet(() -> home.resolve("AppData").resolve("Local"))
                            .resolve(SHOWN_NAME);
            case MACOS ->
                    home.resolve("Library").resolve("Application Support").resolve(SHOWN_NAME);
            case LINUX, OTHER ->
                    xdg("XDG_STATE_HOME")
                            .orElseGet(() -> home.resolve(".local").resolve("state"))
                            .resolve(PLAIN_NAME);
        };
    }

    /** The folder of the kept runs. It may not exist yet. */
    public Path runs() {
        return switch (system) {
            case WINDOWS, MACOS -> state().resolve("Runs");
            case LINUX, OTHER ->
                    xdg("XDG_DATA_HOME")
                            .orElseGet(() -> home.resolve(".local").resolve("share"))
                            .resolve(PLAIN_NAME)
                            .resolve("runs");
        };
    }

    /**
     * Where a person expects to save documents: an existing folder, or the home folder. Not for the FX thread: it waits
     * for the disk.
     */
    public Path documents() {
        Path usual = home.resolve("Documents");
        Path documents =
                isXdg()
                        ? new XdgUserDirs(xdgConfig().resolve("user-dirs.dirs"), home)
                                .folder("XDG_DOCUMENTS_DIR")
                                .orElse(usual)
                        : usual;
        return Files.isDirectory(documents) ? documents : home;
    }

    /** Whether the XDG specification says where things are. */
    private boolean isXdg() {
        return system == OperatingSystem.LINUX || system == OperatingSystem.OTHER;
    }

    private Path xdgConfig() {
        return xdg("XDG_CONFIG_HOME").orElseGet(() -> home.resolve(".config"));
    }

    /** The XDG specification asks to ignore a relative path. */
    private Optional<Path> xdg(String name) {
        return variable(name).filter(Path::isAbsolute);
    }

    private Optional<Path> variable(String name) {
        return environment
                .apply(name)
                .filter(value -> !value.isBlank())
                .map(ApplicationFolders::path);
    }

    private Optional<String> setting(String name) {
        return environment
                .apply(name)
                .filter(value -> !value.isBlank())
                .map(value -> name + "=" + value);
    }

    /** In the locale C, or in one that is not installed, Java can use only paths of ASCII letters. */
    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException notInThisLocale) {
            return NOWHERE;
        }
    }
}
