package pingmonitor.boot;

import java.util.Optional;

/** Whether the program can run here; what would fail first is found first. */
final class StartupCheck {
    private static final String JAVAFX = "javafx/application/Application.class";

    private final CurrentJava java;
    private final JarContents contents;

    StartupCheck(CurrentJava java, JarContents contents) {
        this.java = java;
        this.contents = contents;
    }

    /** What keeps a terminal command from running; it needs nothing of JavaFX. */
    Optional<StartupProblem> forCommand() {
        Optional<StartupProblem> old = OldJava.find(java, OldJava.PROGRAM_NEEDS);
        return old.isPresent() ? old : MissingParts.ofCommands(java, contents);
    }

    /** What keeps the window from opening. */
    Optional<StartupProblem> forWindow() {
        Optional<StartupProblem> old = OldJava.find(java, OldJava.PROGRAM_NEEDS);
        if (old.isPresent()) {
            return old;
        }
        Optional<StartupProblem> missing = MissingParts.ofWindow(java, contents);
        if (missing.isPresent()) {
            return missing;
        }
        // JavaFX may ask for more than the program does: 25 cannot be read by Java 17.
        int javaFxNeeds = ClassFile.javaFor(contents.head(JAVAFX, ClassFile.HEAD_BYTES));
        Optional<StartupProblem> oldForJavaFx = OldJava.find(java, javaFxNeeds);
        return oldForJavaFx.isPresent()
                ? oldForJavaFx
                : ForeignJavaFx.find(java.computer(), contents);
    }
}
