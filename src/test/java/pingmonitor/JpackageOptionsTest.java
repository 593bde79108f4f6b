package pingmonitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the build says to jpackage on each system, read by jpackage itself. It reads all options first, and refuses one
 * that it does not know. JDK 17 takes the name of the system from a property, so it reads them as it does on that
 * system, and refuses those that do not go with the type of package; later JDKs say of an option of another system that
 * it is one. Nothing is made: the image that it is to pack is missing.
 */
@Timeout(300)
class JpackageOptionsTest {
    private static final Path SOURCES = Path.of("src/packaging");
    private static final String MISSING = "does not exist";

    @TempDir Path folder;

    private enum Target {
        LINUX("Linux", "udp-ping-monitor", "hicolor/512x512/apps/udp-ping-monitor.png", "deb"),
        WINDOWS("Windows 11", "UDP Ping Monitor", "udp-ping-monitor.ico", "msi"),
        MACOS("Mac OS X", "UDP Ping Monitor", "udp-ping-monitor.icns", "dmg");

        private final String javasName;
        private final String program;
        private final String icon;
        private final String type;

        Target(String javasName, String program, String icon, String type) {
            this.javasName = javasName;
            this.program = program;
            this.icon = icon;
            this.type = type;
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How options that only this system has begin. */
        String prefix() {
            return this == WINDOWS ? "--win-" : this == MACOS ? "--mac-" : "--linux-";
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void everyOptionIsKnownAndGoesWithItsPackage(Target target) throws Exception {
        List<List<String>> calls = new BuildFile(values(target)).calls("jpackage");

        assertEquals(2, calls.size(), "the image, and the package of it");
        for (List<String> call : calls) {
            String said = jpackage(target, call);
            boolean read = said.contains(MISSING);
            boolean foreign =
                    said.contains("[" + target.prefix())
                            && said.contains("is not valid on this platform");
            assertTrue(read || foreign && !followsProperty(target), said + call);
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void misspelledOptionIsNoticed(Target target) throws Exception {
        for (List<String> call : new BuildFile(values(target)).calls("jpackage")) {
            List<String> wrong = new ArrayList<>(call);
            wrong.add(target.prefix() + "nonsense");

            assertTrue(
                    jpackage(target, wrong)
                            .contains("Invalid Option: [" + target.prefix() + "nonsense]"));
        }
    }

    /** A launcher of its own properties: jpackage passes over a key that it does not know. */
    @Test
    void keysOfTheSecondLauncherAreKnown() throws Exception {
        Properties keys = new Properties();
        try (InputStream in = Files.newInputStream(SOURCES.resolve("windows/console.properties"))) {
            keys.load(in);
        }
        String help = jpackage(Target.LINUX, List.of("--help"));
        String known = help.substring(help.indexOf("--add-launcher"), help.indexOf("--arguments"));

        assertFalse(keys.isEmpty());
        for (String key : keys.stringPropertyNames()) {
            assertTrue(known.contains("\"" + key + "\""), key + " is not in " + known);
        }
    }

    /**
     * The Windows package takes its shortcuts from jpackage's record of the image. Here jpackage makes one for Linux,
     * with a runtime that is none.
     */
    @EnabledOnOs(OS.LINUX)
    @Test
    void secondLauncherIsTakenOutOfTheRecordOfTheImage() throws Exception {
        Path input = Files.createDirectory(folder.resolve("input"));
        Files.writeString(input.resolve("a.jar"), "");
        Files.createDirectories(folder.resolve("runtime/lib"));
        Path launcher = Files.writeString(folder.resolve("second.properties"), "");
        String said =
                jpackage(
                        Target.LINUX,
                        List.of(
                                "--type",
                                "app-image",
                                "--name",
                                "first",
                                "--dest",
                                folder.resolve("image").toString(),
                                "--input",
                                input.toString(),
                                "--main-jar",
                                "a.jar",
                                "--main-class",
                                "A",
                                "--runtime-image",
                                folder.resolve("runtime").toString(),
                                "--add-launcher",
                                "second=" + launcher));
        assertEquals("", said);
        String record = Files.readString(recordOf(folder.resolve("image")));
        assertTrue(record.contains("second"), record);

        String left = new BuildFile(Map.of()).replaced(".jpackage.xml", record);

        assertFalse(left.contains("second"), left);
        assertTrue(left.contains("first"), left);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(left.getBytes(StandardCharsets.UTF_8)));
    }

    private static Path recordOf(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(file -> file.endsWith(".jpackage.xml")).findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void filesThatTheOptionsNameAreThere(Target target) throws IOException {
        assertTrue(Files.exists(Path.of("assets/icons", target.icon)));
        for (String kind : List.of("image", "package")) {
            Path options = SOURCES.resolve(target.folder()).resolve(kind + ".options");
            for (String line : Files.readAllLines(options)) {
                if (line.startsWith("--add-launcher ")) {
                    Path file = Path.of(line.substring(line.indexOf('=') + 1));
                    assertTrue(Files.exists(file), line);
                }
            }
        }
    }

    /** Whether this JDK's jpackage behaves as on the system that a property names. */
    private boolean followsProperty(Target target) throws Exception {
        String own = target == Target.MACOS ? "--mac-sign" : target.prefix() + "shortcut";
        return !jpackage(target, List.of("--type", "app-image", own))
                .contains("is not valid on this platform");
    }

    private Map<String, String> values(Target target) {
        Map<String, String> values = new HashMap<>();
        values.put("work", folder.toString());
        values.put("dest", folder.resolve("packages").toString());
        values.put("sources", SOURCES.toString());
        values.put("system", target.folder());
        values.put("name", target.program);
        values.put("icon", target.icon);
        values.put("package.version", target == Target.MACOS ? "10.1.0" : "0.1.0");
        values.put("image", folder.resolve(target.program).toString());
        values.put("type", target.type);
        values.put("main", "pingmonitor/pingmonitor.Launcher");
        values.put("jvm.options", "-XX:+UseSerialGC -Xms16m");
        values.put("aot.option", "-Xshare:auto");
        return values;
    }

    private String jpackage(Target target, List<String> arguments) throws Exception {
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
        command.add("-J-Dos.name=" + target.javasName);
        command.addAll(List.of("-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "jpackage does not end");
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
