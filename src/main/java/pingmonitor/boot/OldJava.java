package pingmonitor.boot;

import java.util.Optional;

/** The Java is older than what the classes were made for. */
final class OldJava implements StartupProblem {
    /** For what the rest of the program is compiled ({@code maven.compiler.release}). */
    static final int PROGRAM_NEEDS = 17;

    private final CurrentJava java;
    private final int needed;

    private OldJava(CurrentJava java, int needed) {
        this.java = java;
        this.needed = needed;
    }

    /** Nothing when the Java is new enough, or does not say how new it is. */
    static Optional<StartupProblem> find(CurrentJava java, int needed) {
        int feature = java.feature();
        boolean isOld = feature > 0 && feature < needed;
        return isOld ? Optional.of(new OldJava(java, needed)) : Optional.empty();
    }

    @Override
    public String in(BootTexts texts) {
        String number = Integer.toString(needed);
        // Debian names a package after each version, but has only some of them.
        boolean hasPackage = java.computer().isLinux() && needed == PROGRAM_NEEDS;
        String remedy =
                hasPackage ? texts.text("java.get.linux", number) : texts.text("java.get", number);
        return texts.text("java.old", number, java.version(), java.home())
                + "\n"
                + remedy
                + "\n"
                + texts.text("java.installer");
    }
}
