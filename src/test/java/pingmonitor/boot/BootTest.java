package pingmonitor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process of its own: without its libraries, and with those of another computer. */
@Timeout(300)
class BootTest {
    private static final String GRAPHICS = "javafx-graphics";

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final String FOREIGN_LIBRARY = WINDOWS ? "libglass.so" : "glass.dll";
    private static final byte[] FOREIGN =
            WINDOWS ? LibraryHeads.LINUX_X64 : LibraryHeads.WINDOWS_X64;

    @TempDir Path folder;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = folder.resolve("udp ping mónitor.jar");
        List<Path> libraries = libraries();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Boot.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                libraries.stream()
                        .map(library -> "lib/" + library.getFileName())
                        .collect(Collectors.joining(" ")));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            Path classes = Path.of("target/classes");
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = classes.relativize(file).toString();
                    out.putNextEntry(new ZipEntry(name.replace(File.separatorChar, '/')));
                    Files.copy(file, out);
                }
            }
        }
    }

    @Test
    void withoutItsLibrariesItSaysWhereTheyMustStand() throws Exception {
        Result window = run();
        assertEquals(1, window.code());
        assertEquals("", window.out());
        assertTrue(window.err().startsWith("Parts of UDP Ping Monitor are missing: picocli, "));
        assertTrue(window.err().contains("The folder \"lib\" must stand beside the jar ("));
        assertEquals(2, window.err().lines().count(), window::err);

        Result command = run("--version");
        assertEquals(2, command.code());
        assertTrue(
                command.err()
                        .startsWith(
                                "Parts of UDP Ping Monitor are missing: picocli, gson, HdrHistogram."));
    }

    /** A script whose output goes into a file would wait until somebody closes the window. */
    @Test
    void windowStartAloneReportsInAWindow() throws Exception {
        String loaded = MessageWindow.class.getName() + " ";
        List<String> options = List.of("-verbose:class");
        assertTrue(run(options).out().contains(loaded));
        assertFalse(run(options, "ping", "127.0.0.1", "12000").out().contains(loaded));
    }

    @Test
    void withTheJavaFxOfAnotherPlatformOnlyTheCommandsRun() throws Exception {
        copyLibraries(true);

        Result window = run();
        assertEquals(1, window.code());
        assertTrue(window.err().startsWith("The JavaFX inside is made for "), window::err);
        assertEquals(3, window.err().lines().count(), window::err);

        Result command = run("--version");
        assertEquals(0, command.code(), command::err);
        assertEquals("", command.err());
        assertTrue(command.out().startsWith("UDP Ping Monitor "), command::out);
    }

    @Test
    void withItsLibrariesItIsTheProgram() throws Exception {
        copyLibraries(false);

        Result wrong = run("nonsense");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().startsWith("There is no command \"nonsense\""), wrong::err);

        assertEquals(
                List.of(),
                run(List.of("-verbose:class"), "--version")
                        .out()
                        .lines()
                        .filter(
                                line ->
                                        line.matches(
                                                ".*[\\] ](javax\\.swing|java\\.awt|javafx)\\..*"))
                        .toList(),
                "nothing of a window is loaded without need");
    }

    private record Result(int code, String out, String err) {}

    private Result run(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Result run(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-Duser.language=en", "-Djava.awt.headless=true", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // announces itself on stderr
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
            return new Result(
                    process.exitValue(),
                    new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1),
                    new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1));
        } finally {
            process.destroyForcibly();
        }
    }

    private void copyLibraries(boolean foreign) throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        for (Path library : libraries()) {
            Path copy = lib.resolve(library.getFileName());
            if (foreign && library.getFileName().toString().startsWith(GRAPHICS)) {
                copyAsForeign(library, copy);
            } else {
                Files.copy(library, copy);
            }
        }
    }

    /** With one native library of another computer in place of all those it has. */
    private static void copyAsForeign(Path library, Path copy) throws IOException {
        try (JarFile from = new JarFile(library.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy))) {
            to.putNextEntry(new ZipEntry(FOREIGN_LIBRARY));
            to.write(FOREIGN);
            for (ZipEntry entry :
                    from.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
                copy(from, entry, to);
            }
        }
    }

    private static void copy(JarFile from, ZipEntry entry, JarOutputStream to) throws IOException {
        to.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
        }
    }

    /** Those of the program, which are among those of the tests. */
    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(
                        file ->
                                file.getFileName()
                                        .toString()
                                        .matches(
                                                "(picocli|gson|HdrHistogram|javafx-|atlantafx-|ikonli-|core-3|jmdns|slf4j-).*\\.jar"))
                .toList();
    }
}
