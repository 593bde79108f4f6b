package pingmonitor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the check relies on, held against the build. */
class ClassPathTest {
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    private final ClassPath classPath = new ClassPath();

    @Test
    void everyPartIsThere() {
        for (String[] part : allParts()) {
            assertTrue(classPath.has(part[1]), part[0]);
        }
        assertFalse(classPath.has("nothing/Such.class"));
        assertEquals(0, classPath.head("nothing/Such.class", 8).length);
    }

    @Test
    void everyLibraryOfTheBuildIsAPart() throws IOException {
        Set<String> parts =
                allParts().stream()
                        .map(part -> part[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing =
                DEPENDENCY
                        .matcher(Files.readString(Path.of("pom.xml")).split("<build>")[0])
                        .results()
                        .map(match -> match.group(1))
                        .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                        .map(ClassPathTest::artifact)
                        .filter(artifact -> !parts.contains(artifact))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }

    @Test
    void neededJavaIsTheOneOfTheCompiledClasses() {
        byte[] head = classPath.head("pingmonitor/Launcher.class", StartupCheck.CLASS_HEAD_BYTES);

        assertEquals(StartupCheck.PROGRAM_NEEDS, StartupCheck.javaFor(head));
    }

    @Test
    void java8CanReadAllClassesOfBoot() throws Exception {
        Path folder =
                Path.of(Boot.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .resolve("pingmonitor/boot");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class"))
                            .collect(Collectors.toList());
            assertFalse(classes.isEmpty());
            for (Path file : classes) {
                assertEquals(8, StartupCheck.javaFor(Files.readAllBytes(file)), file::toString);
            }
        }
    }

    @Test
    void javaFxOfThisBuildIsForThisPlatform() {
        assertEquals(
                List.of(),
                new StartupCheck(CurrentJava.ofThisProcess(), classPath)
                        .forWindow().stream()
                                .map(found -> found.in(new BootTexts(Locale.ENGLISH)))
                                .collect(Collectors.toList()));
        String here = CurrentJava.ofThisProcess().platform();
        assertEquals(
                List.of(here),
                Stream.of("libglass.so", "glass.dll", "libglass.dylib")
                        .map(name -> classPath.head(name, NativePlatform.HEAD_BYTES))
                        .flatMap(head -> NativePlatform.ofLibrary(head).stream())
                        .collect(Collectors.toList()));
    }

    private static String artifact(String dependency) {
        return ARTIFACT.matcher(dependency)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> allParts() {
        return Stream.of(StartupCheck.OF_COMMANDS, StartupCheck.OF_WINDOW)
                .flatMap(Arrays::stream)
                .collect(Collectors.toList());
    }
}
