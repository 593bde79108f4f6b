package pingmonitor.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the program can run here: a Java that is new enough, all libraries, the JavaFX of this platform. The first
 * problem that would stop the program is the one that is found.
 */
final class StartupCheck {
    /** The Java that the rest of the program is compiled for ({@code maven.compiler.release}). */
    static final int PROGRAM_NEEDS = 17;

    /** Library and a class of it, the ones of the terminal commands. */
    static final String[][] OF_COMMANDS = {
        {"picocli", "picocli/CommandLine.class"},
        {"gson", "com/google/gson/Gson.class"},
        {"HdrHistogram", "org/HdrHistogram/Histogram.class"},
    };

    private static final String JAVAFX = "javafx/application/Application.class";

    /** Library and a class of it, the ones the window needs besides. */
    static final String[][] OF_WINDOW = {
        {"javafx-base", "javafx/beans/Observable.class"},
        {"javafx-graphics", JAVAFX},
        {"javafx-controls", "javafx/scene/control/Control.class"},
        {"javafx-fxml", "javafx/fxml/FXMLLoader.class"},
        {"atlantafx-base", "atlantafx/base/theme/Theme.class"},
        {"ikonli-core", "org/kordamp/ikonli/Ikon.class"},
        {"ikonli-javafx", "org/kordamp/ikonli/javafx/FontIcon.class"},
        {"ikonli-feather-pack", "org/kordamp/ikonli/feather/Feather.class"},
        {"core", "com/google/zxing/BarcodeFormat.class"},
        {"jmdns", "javax/jmdns/JmDNS.class"},
        {"slf4j-api", "org/slf4j/Logger.class"},
        {"slf4j-nop", "org/slf4j/nop/NOPServiceProvider.class"},
    };

    /** The first native library that JavaFX loads, as each system names it. */
    private static final String GLASS_OF_LINUX = "libglass.so";

    private static final String GLASS_OF_WINDOWS = "glass.dll";
    private static final String GLASS_OF_MACOS = "libglass.dylib";

    static final int CLASS_HEAD_BYTES = 8;

    /** Java 1 wrote class files of version 45, Java 8 writes 52. */
    private static final int VERSION_BEFORE_JAVA_1 = 44;

    private final CurrentJava java;
    private final JarContents contents;

    StartupCheck(CurrentJava java, JarContents contents) {
        this.java = java;
        this.contents = contents;
    }

    /** What keeps a terminal command from running. It needs nothing of JavaFX. */
    Optional<StartupProblem> forCommand() {
        Optional<StartupProblem> old = oldJava(PROGRAM_NEEDS);
        return old.isPresent() ? old : missing(OF_COMMANDS);
    }

    /** What keeps the window from opening. */
    Optional<StartupProblem> forWindow() {
        Optional<StartupProblem> old = oldJava(PROGRAM_NEEDS);
        if (old.isPresent()) {
            return old;
        }
        Optional<StartupProblem> missing = missing(OF_COMMANDS, OF_WINDOW);
        if (missing.isPresent()) {
            return missing;
        }
        // JavaFX may ask for more than the program does: Java 17 cannot read JavaFX 25.
        int javaFxNeeds = javaFor(contents.head(JAVAFX, CLASS_HEAD_BYTES));
        Optional<StartupProblem> oldForJavaFx = oldJava(javaFxNeeds);
        return oldForJavaFx.isPresent()
                ? oldForJavaFx
                : foreignJavaFx(Math.max(PROGRAM_NEEDS, javaFxNeeds));
    }

    /** The oldest Java that can read a class file with these first bytes, 0 when they are of none. */
    static int javaFor(byte[] head) {
        return head.length < CLASS_HEAD_BYTES
                ? 0
                : ((head[6] & 0xff) << 8 | head[7] & 0xff) - VERSION_BEFORE_JAVA_1;
    }

    /** Nothing when the Java is new enough, or does not say how new it is. */
    private Optional<StartupProblem> oldJava(int needed) {
        int feature = java.feature();
        if (feature == 0 || feature >= needed) {
            return Optional.empty();
        }
        return Optional.of(
                texts ->
                        texts.text(
                                        "java.old",
                                        Integer.toString(needed),
                                        java.version(),
                                        java.home())
                                + "\n"
                                + getJava(texts, needed)
                                + "\n"
                                + texts.text("java.installer"));
    }

    /** Which Java to install, and of which platform where this one is of another than the program. */
    private String getJava(BootTexts texts, int needed) {
        String number = Integer.toString(needed);
        String wanted = NativePlatform.ofProgram(java.platform());
        if (!wanted.equals(java.platform())) {
            return texts.text("java.get.platform", number, wanted);
        }
        // Debian names a package after each version, but has only some of them.
        boolean hasPackage = java.isOnLinux() && needed == PROGRAM_NEEDS;
        return texts.text(hasPackage ? "java.get.linux" : "java.get", number);
    }

    /** Libraries that are not there: the jar was copied without its folder {@code lib}. */
    private Optional<StartupProblem> missing(String[][]... required) {
        List<String> names = new ArrayList<>();
        for (String[][] parts : required) {
            for (String[] part : parts) {
                if (!contents.has(part[1])) {
                    names.add(part[0]);
                }
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        texts ->
                                texts.text("parts.missing", String.join(", ", names))
                                        + "\n"
                                        + texts.text("parts.lib", java.classPath()));
    }

    /**
     * The JavaFX that is there has the native libraries of another platform. Nothing when there are none at all: then
     * they lie outside the jars, as in a linked runtime or in a distribution's packages, and JavaFX finds them by
     * itself.
     *
     * @param javaNeeded the oldest Java that would do, should another one be needed
     */
    private Optional<StartupProblem> foreignJavaFx(int javaNeeded) {
        String here = java.platform();
        for (String library :
                new String[] {ownGlass(here), GLASS_OF_LINUX, GLASS_OF_WINDOWS, GLASS_OF_MACOS}) {
            byte[] head = contents.head(library, NativePlatform.HEAD_BYTES);
            if (head.length > 0) {
                return NativePlatform.ofLibrary(head)
                        .filter(madeFor -> !madeFor.equals(here))
                        .map(madeFor -> foreignJavaFx(madeFor, here, javaNeeded));
            }
        }
        return Optional.empty();
    }

    private StartupProblem foreignJavaFx(String madeFor, String here, int javaNeeded) {
        String wanted = NativePlatform.ofProgram(here);
        return texts -> {
            List<String> lines = new ArrayList<>();
            lines.add(texts.text("javafx.foreign", madeFor, here));
            if (!madeFor.equals(wanted)) {
                lines.add(texts.text("javafx.get", wanted));
            }
            if (!here.equals(wanted)) {
                lines.add(getJava(texts, javaNeeded));
                lines.add(texts.text("java.installer"));
            }
            lines.add(texts.text("javafx.commands"));
            return String.join("\n", lines);
        };
    }

    private static String ownGlass(String platform) {
        if (platform.startsWith(NativePlatform.WINDOWS)) {
            return GLASS_OF_WINDOWS;
        }
        return platform.startsWith(NativePlatform.MACOS) ? GLASS_OF_MACOS : GLASS_OF_LINUX;
    }
}
