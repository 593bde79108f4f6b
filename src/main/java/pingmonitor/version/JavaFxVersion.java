package pingmonitor.version;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.Properties;
import pingmonitor.text.Messages;

/**
 * Which JavaFX the window would use, found without loading any of it: among the modules of the runtime, which come
 * first, and then on the class path.
 */
final class JavaFxVersion {
    private static final String MODULE = "javafx.graphics";
    private static final String APPLICATION = "javafx/application/Application.class";

    /** Lies in JavaFX's own jar and says its version. */
    private static final String PROPERTIES = "javafx.properties";

    private final ModuleLayer modules;
    private final ClassLoader classes;

    JavaFxVersion(ModuleLayer modules, ClassLoader classes) {
        this.modules = modules;
        this.classes = classes;
    }

    static JavaFxVersion ofThisProcess() {
        return new JavaFxVersion(ModuleLayer.boot(), JavaFxVersion.class.getClassLoader());
    }

    /** One line, also when there is none. */
    String line(Messages messages) {
        if (modules.findModule(MODULE).isEmpty() && classes.getResource(APPLICATION) == null) {
            return messages.text("version.javafx.none");
        }
        return ofModules()
                .or(this::ofProperties)
                .map(version -> "JavaFX " + version)
                .orElseGet(() -> messages.text("version.javafx.unknown"));
    }

    private Optional<String> ofModules() {
        return modules.findModule(MODULE)
                .map(Module::getDescriptor)
                .flatMap(ModuleDescriptor::rawVersion);
    }

    private Optional<String> ofProperties() {
        Properties properties = new Properties();
        try (InputStream in = classes.getResourceAsStream(PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("javafx.version"));
    }
}
