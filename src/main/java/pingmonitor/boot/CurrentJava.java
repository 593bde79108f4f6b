package pingmonitor.boot;

import java.util.Properties;

/** The Java that runs this, by its system properties. */
final class CurrentJava {
    private final Properties properties;

    CurrentJava(Properties properties) {
        this.properties = properties;
    }

    static CurrentJava ofThisProcess() {
        return new CurrentJava(System.getProperties());
    }

    /** 8, 11, 17, …; 0 when it does not say. */
    int feature() {
        // Up to Java 8 it is "1.8", from Java 9 on "9".
        String specification = properties.getProperty("java.specification.version", "");
        String number = specification.startsWith("1.") ? specification.substring(2) : specification;
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** In full, like 1.8.0_432 or 17.0.15. */
    String version() {
        return properties.getProperty("java.version", "?");
    }

    /** The folder it is installed in. */
    String home() {
        return properties.getProperty("java.home", "?");
    }

    /** The platform it runs on; a 32-bit Java is of a 32-bit platform. */
    String platform() {
        return NativePlatform.of(
                properties.getProperty("os.name", ""), properties.getProperty("os.arch", ""));
    }

    boolean isOnLinux() {
        return properties.getProperty("os.name", "").equals(NativePlatform.LINUX);
    }

    /** The jar as it was named at the start; with more than one part, the whole class path. */
    String classPath() {
        return properties.getProperty("java.class.path", "");
    }
}
