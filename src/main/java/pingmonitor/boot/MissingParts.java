package pingmonitor.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Libraries that are not there: the jar was copied without its folder {@code lib}. */
final class MissingParts implements StartupProblem {
    /** Library and a class of it, the ones of the terminal commands. */
    static final String[][] OF_COMMANDS = {
        {"picocli", "picocli/CommandLine.class"},
        {"gson", "com/google/gson/Gson.class"},
    };

    /** Library and a class of it, the ones the window needs besides. */
    static final String[][] OF_WINDOW = {
        {"javafx-base", "javafx/beans/Observable.class"},
        {"javafx-graphics", "javafx/application/Application.class"},
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

    private final String jar;
    private final List<String> names;

    private MissingParts(String jar, List<String> names) {
        this.jar = jar;
        this.names = names;
    }

    static Optional<StartupProblem> ofCommands(CurrentJava java, JarContents contents) {
        return of(java, missing(contents, OF_COMMANDS));
    }

    static Optional<StartupProblem> ofWindow(CurrentJava java, JarContents contents) {
        List<String> names = missing(contents, OF_COMMANDS);
        names.addAll(missing(contents, OF_WINDOW));
        return of(java, names);
    }

    private static Optional<StartupProblem> of(CurrentJava java, List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new MissingParts(java.classPath(), names));
    }

    private static List<String> missing(JarContents contents, String[][] parts) {
        List<String> names = new ArrayList<>();
        for (String[] part : parts) {
            if (!contents.has(part[1])) {
                names.add(part[0]);
            }
        }
        return names;
    }

    @Override
    public String in(BootTexts texts) {
        return texts.text("parts.missing", String.join(", ", names))
                + "\n"
                + texts.text("parts.lib", jar);
    }
}
