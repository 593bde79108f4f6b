package pingmonitor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is shipped of others is named with its licence; Maven wrote what that is. */
class NoticesTest {
    private static final Path LIBRARIES = Path.of("target/libraries.txt");
    private static final Path NOTICES = Path.of("src/packaging/notices");
    private static final Path DEBIAN_COPYRIGHT = Path.of("src/packaging/linux/copyright");
    private static final Pattern LIBRARY_OF_MAVEN =
            Pattern.compile("(?m)^ +([\\w.-]+:[\\w.-]+):jar:");

    @Test
    void everyLibraryHasItsNotice() throws IOException {
        Set<String> shipped = all(LIBRARY_OF_MAVEN, LIBRARIES);
        assertFalse(shipped.isEmpty(), "Maven names no library");
        assertEquals(shipped, fields("Library"), "libraries and their notices");
    }

    @Test
    void everyLicenceStandsInFull() throws IOException {
        Set<String> named = fields("Licence");
        try (var files = Files.list(NOTICES.resolve("licences"))) {
            Set<String> texts =
                    files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(named, texts, "licences and their texts");
        }
    }

    @Test
    void everyEntrySaysWhoseItIsAndUnderWhat() throws IOException {
        List<String> entries =
                Pattern.compile("\n\n(?=\\S.*\n    )")
                        .splitAsStream(Files.readString(NOTICES.resolve("THIRD-PARTY.txt")))
                        .skip(1)
                        .toList();
        assertFalse(entries.isEmpty(), "no entry");
        assertAll(
                entries.stream()
                        .map(
                                entry ->
                                        () -> {
                                            assertTrue(entry.contains("    Copyright:  "), entry);
                                            assertTrue(entry.contains("    Licence:    "), entry);
                                            assertTrue(entry.contains("    Home page:  "), entry);
                                        }));
    }

    @Test
    void debiansCopyrightFileKnowsEveryLibraryToo() throws IOException {
        Set<String> patterns = all(Pattern.compile("(?m)^Files: (\\*/.*)$"), DEBIAN_COPYRIGHT);
        assertAll(
                fields("Library").stream()
                        .map(name -> name.substring(name.indexOf(':') + 1))
                        .map(
                                artifact ->
                                        () ->
                                                assertTrue(
                                                        oneMatches(patterns, artifact), artifact)));
    }

    private static boolean oneMatches(Set<String> patterns, String artifact) {
        Path jar = Path.of("lib", artifact + "-1.0.jar");
        return patterns.stream()
                .anyMatch(
                        pattern ->
                                FileSystems.getDefault()
                                        .getPathMatcher("glob:" + pattern)
                                        .matches(jar));
    }

    private static Set<String> fields(String name) throws IOException {
        return all(
                Pattern.compile("(?m)^    " + name + ": +(.*)$"),
                NOTICES.resolve("THIRD-PARTY.txt"));
    }

    private static Set<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
