package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.text.Messages;

/** The help has a text for everything, uses every text, and names the limits that the program has. */
class UsageBundleTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void everyCommandOptionAndWordHasADescription(String language) {
        for (CommandLine command : commands(language)) {
            CommandLine.Model.CommandSpec spec = command.getCommandSpec();
            assertTrue(spec.usageMessage().description().length > 0, spec.name());
            assertTrue(spec.usageMessage().footer().length > 0, spec.name());
            for (ArgSpec arg : spec.args()) {
                assertTrue(arg.description().length > 0, spec.name() + ": " + arg);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void everyTextIsShown(String language) {
        String help = help(language);
        Set<String> unused = new TreeSet<>();
        ResourceBundle texts = bundle(language);
        for (String key : texts.keySet()) {
            if (!help.contains(texts.getString(key).replaceAll("\\s|%n", ""))) {
                unused.add(key);
            }
        }
        assertEquals(Set.of(), unused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void limitsAndNamesAreThoseOfTheProgram(String language) {
        ResourceBundle texts = bundle(language);
        String presets =
                Stream.of(Preset.values()).map(Preset::id).collect(Collectors.joining(", "));
        assertTrue(texts.getString("preset").contains(": " + presets + "."));
        assertTrue(texts.getString("reorder").contains(Impairments.REORDER_HOLD_MILLIS + " ms"));
        assertTrue(
                texts.getString("limit")
                        .contains(": " + (long) RateLimitSettings.DEFAULT.perClient()));
        assertTrue(texts.getString("name").contains(" " + ServiceName.MAX_BYTES + " bytes"));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(keys("usage.properties"), keys("usage_pt.properties"));
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = UsageBundleTest.class.getResourceAsStream(file)) {
            texts.load(in);
        }
        return texts.keySet();
    }

    /** Without spaces: the help breaks its lines within addresses, too. */
    private static String help(String language) {
        return commands(language).stream()
                .map(command -> command.getUsageMessage(Ansi.OFF).replaceAll("\\s", ""))
                .collect(Collectors.joining());
    }

    private static List<CommandLine> commands(String language) {
        CommandLine program =
                new CommandParser(Locale.forLanguageTag(language), CompletableFuture::new)
                        .program();
        return Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        return Messages.bundle(UsageBundleTest.class, "usage", Locale.forLanguageTag(language));
    }
}
