package pingmonitor.ui.app;

import java.util.List;
import pingmonitor.version.ProgramVersion;

/**
 * Versions of the program, Java, JavaFX and the system, with which a crash report begins. Nothing in it is about a
 * person.
 */
final class ProgramFacts {
    private ProgramFacts() {}

    /** One line each for the program, Java and JavaFX, and the system. */
    static List<String> lines() {
        return List.of(
                "UDP Ping Monitor " + ProgramVersion.program(),
                "Java "
                        + property("java.version")
                        + " ("
                        + property("java.vendor")
                        + "), JavaFX "
                        // JavaFX sets it when it starts.
                        + System.getProperty("javafx.runtime.version", "not started"),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
