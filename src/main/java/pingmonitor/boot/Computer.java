package pingmonitor.boot;

import java.util.Locale;

/** A kind of computer, as native libraries are made for: its system and its processor. */
final class Computer {
    static final String LINUX = "Linux";
    static final String WINDOWS = "Windows";
    static final String MACOS = "macOS";

    private final String system;
    private final String processor;

    Computer(String system, String processor) {
        this.system = system;
        this.processor = processor;
    }

    /** From the properties {@code os.name} and {@code os.arch}, each of which has several words for the same. */
    static Computer of(String osName, String osArch) {
        return new Computer(system(osName), processor(osArch));
    }

    private static String system(String osName) {
        if (osName.startsWith("Windows")) {
            return WINDOWS;
        }
        return osName.startsWith("Mac") ? MACOS : osName;
    }

    private static String processor(String osArch) {
        switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64":
            case "x86_64":
                return "x64";
            case "arm64":
                return "aarch64";
            case "i386":
            case "i486":
            case "i586":
            case "i686":
                return "x86";
            default:
                return osArch;
        }
    }

    String system() {
        return system;
    }

    boolean isLinux() {
        return LINUX.equals(system);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Computer
                && system.equals(((Computer) other).system)
                && processor.equals(((Computer) other).processor);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Like {@code Linux x64}. */
    @Override
    public String toString() {
        return system + " " + processor;
    }
}
