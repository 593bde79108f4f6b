package pingmonitor.host;

import java.util.Locale;

/** The kinds of system whose customs differ. */
public enum OperatingSystem {
    LINUX,
    WINDOWS,
    MACOS,
    /** One that nobody has tried, most likely a Unix. */
    OTHER;

    /**
     * Understands a name of Java's.
     *
     * @param name as in the property {@code os.name}
     */
    public static OperatingSystem of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        if (lower.startsWith("mac")) {
            return MACOS;
        }
        return lower.startsWith("linux") ? LINUX : OTHER;
    }

    /** That of this machine. */
    public static OperatingSystem current() {
        return of(System.getProperty("os.name", ""));
    }
}
