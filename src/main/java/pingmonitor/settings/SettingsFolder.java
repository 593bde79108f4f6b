package pingmonitor.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Where the settings live, by the custom of each system. */
public final class SettingsFolder {
    private static final String SHOWN_NAME = "UDP Ping Monitor";

    private SettingsFolder() {}

    /** The folder of the person who runs the program. It may not exist yet. */
    public static Path ofThisPerson() {
        return of(
                System.getProperty("os.name"),
                name -> Optional.ofNullable(System.getenv(name)),
                Path.of(System.getProperty("user.home")));
    }

    /**
     * The folder in a given environment.
     *
     * @param system as in the property {@code os.name}
     * @param environment the value of an environment variable
     * @param home the person's home folder
     */
    static Path of(String system, Function<String, Optional<String>> environment, Path home) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return environment
                    .apply("APPDATA")
                    .filter(value -> !value.isBlank())
                    .map(Path::of)
                    .orElseGet(() -> home.resolve("AppData").resolve("Roaming"))
                    .resolve(SHOWN_NAME);
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(SHOWN_NAME);
        }
        // The XDG specification asks to ignore a relative path.
        return environment
                .apply("XDG_CONFIG_HOME")
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".config"))
                .resolve("udp-ping-monitor");
    }
}
