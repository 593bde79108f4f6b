package pingmonitor.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.text.Messages;

/** Which JavaFX is named, from wherever it comes. */
class JavaFxVersionTest {
    private static final ModuleLayer NO_MODULES = ModuleLayer.empty();

    @TempDir Path folder;

    @Test
    void thatOfTheJarsOnTheClassPath() throws IOException {
        putOnClassPath("javafx/application/Application.class", "");
        putOnClassPath("javafx.properties", "javafx.version=21.0.12\njavafx.runtime.build=2\n");

        assertEquals("JavaFX 21.0.12", line(NO_MODULES));
    }

    @Test
    void thatOfTheModulesComesFirst() throws IOException {
        putOnClassPath("javafx/application/Application.class", "");
        putOnClassPath("javafx.properties", "javafx.version=21.0.12\n");

        assertEquals("JavaFX 25.0.4", line(layer(Optional.of("25.0.4"))));
    }

    @Test
    void modulesWithoutAVersionHaveItInTheirJar() throws IOException {
        putOnClassPath("javafx.properties", "javafx.version=25.0.4\n");

        assertEquals("JavaFX 25.0.4", line(layer(Optional.empty())));
    }

    @Test
    void oneThatDoesNotSay() throws IOException {
        putOnClassPath("javafx/application/Application.class", "");

        assertEquals("JavaFX of an unknown version", line(NO_MODULES));
        assertEquals("JavaFX of an unknown version", line(layer(Optional.empty())));
    }

    @Test
    void noneIsSaidInWords() throws IOException {
        assertEquals("JavaFX: none here, so no window can be opened", line(NO_MODULES));

        // Without the part that opens windows, the rest of it is of no use.
        putOnClassPath("javafx.properties", "javafx.version=21.0.12\n");
        assertEquals("JavaFX: none here, so no window can be opened", line(NO_MODULES));
    }

    @Test
    void theOneOfThisBuild() {
        String line =
                JavaFxVersion.ofThisProcess()
                        .line(Messages.beside(JavaFxVersion.class, Locale.ENGLISH));

        assertTrue(line.matches("JavaFX \\d+\\.\\d+\\.\\d+"), line);
    }

    private void putOnClassPath(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String line(ModuleLayer modules) throws IOException {
        try (URLClassLoader classes = new URLClassLoader(new URL[] {url(folder)}, null)) {
            return new JavaFxVersion(modules, classes)
                    .line(Messages.beside(JavaFxVersion.class, Locale.ENGLISH));
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    /** A runtime that has JavaFX among its modules. */
    private static ModuleLayer layer(Optional<String> version) {
        ModuleDescriptor.Builder builder = ModuleDescriptor.newModule("javafx.graphics");
        version.ifPresent(builder::version);
        ModuleFinder finder = new OneModule(new NamedOnly(builder.build()));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("javafx.graphics"));
        return boot.defineModulesWithOneLoader(configuration, null);
    }

    /** Finds one module and nothing else. */
    private record OneModule(ModuleReference module) implements ModuleFinder {
        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.of(module).filter(it -> it.descriptor().name().equals(name));
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(module);
        }
    }

    /** A module nothing is read from. */
    private static final class NamedOnly extends ModuleReference {
        NamedOnly(ModuleDescriptor descriptor) {
            super(descriptor, null);
        }

        @Override
        public ModuleReader open() {
            throw new UnsupportedOperationException();
        }
    }
}
