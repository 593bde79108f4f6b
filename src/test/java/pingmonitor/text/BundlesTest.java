package pingmonitor.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say the same things, and every text is used. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern JAVA_KEY = Pattern.compile("\\.text\\(\\s*\"([^\"]+)\"");

    static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages.properties"))
                    .map(Path::getParent)
                    .collect(Collectors.toList());
        }
    }

    @Test
    void thereAreBundles() throws IOException {
        assertFalse(folders().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesHaveTheSameKeysAndPlaceholders(Path folder) {
        Properties english = load(folder.resolve("messages.properties"));
        Properties portuguese = load(folder.resolve("messages_pt.properties"));
        assertEquals(
                new TreeSet<>(english.stringPropertyNames()),
                new TreeSet<>(portuguese.stringPropertyNames()));
        assertAll(
                english.stringPropertyNames().stream()
                        .map(
                                key ->
                                        () ->
                                                assertEquals(
                                                        placeholders(english.getProperty(key)),
                                                        placeholders(portuguese.getProperty(key)),
                                                        key)));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyTextCanBeFormatted(Path folder) {
        for (String name : List.of("messages.properties", "messages_pt.properties")) {
            Properties texts = load(folder.resolve(name));
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                new MessageFormat(text, Locale.ROOT);
                boolean loneApostrophe = text.replace("''", "").contains("'");
                assertFalse(loneApostrophe, name + ": an apostrophe must be doubled in " + key);
            }
        }
    }

    /** FXML takes a text as it is, with what is doubled for a format and the places of its arguments. */
    @ParameterizedTest
    @MethodSource("folders")
    void textsForFxmlNeedNoFormatting(Path folder) {
        Set<String> inFxml = found(FXML_KEY, textOf(folder, ".fxml"));
        for (String name : List.of("messages.properties", "messages_pt.properties")) {
            Properties texts = load(folder.resolve(name));
            for (String key : inFxml) {
                String text = texts.getProperty(key, "");
                assertFalse(text.contains("'") || text.contains("{"), name + ": " + key);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyKeyUsedExistsAndNoneIsUnused(Path folder) {
        Set<String> keys = load(folder.resolve("messages.properties")).stringPropertyNames();
        String java = textOf(SOURCES.resolve(RESOURCES.relativize(folder)), ".java");
        String fxml = textOf(folder, ".fxml");
        Set<String> used = new TreeSet<>();
        used.addAll(found(FXML_KEY, fxml));
        used.addAll(found(JAVA_KEY, java));
        used.removeAll(keys);
        assertEquals(Set.of(), used, "keys without a text");
        List<String> unused = new ArrayList<>();
        for (String key : new TreeSet<>(keys)) {
            boolean isUsed = java.contains("\"" + key + "\"") || fxml.contains("\"%" + key + "\"");
            if (!isUsed) {
                unused.add(key);
            }
        }
        assertEquals(List.of(), unused, "texts nobody uses");
    }

    private static Set<String> placeholders(String text) {
        return found(PLACEHOLDER, text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending))
                            .collect(Collectors.toList())) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
