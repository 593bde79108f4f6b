package pingmonitor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.cli.Cli;

/** Which language is spoken. */
class MessagesTest {
    private final Locale system = Locale.getDefault();

    @AfterEach
    void restoreTheSystemsLanguage() {
        Locale.setDefault(system);
    }

    @ParameterizedTest
    @CsvSource({"en-US, Usage:", "pt-BR, Uso:", "pt-PT, Uso:", "pt, Uso:", "de-DE, Usage:"})
    void whatIsAskedFor(String language, String heading) {
        for (String systems : new String[] {"pt-BR", "en-US", "ja-JP"}) {
            Locale.setDefault(Locale.forLanguageTag(systems));
            ResourceBundle.clearCache();

            assertEquals(heading, heading(language));
        }
    }

    private static String heading(String language) {
        return Messages.bundle(Cli.class, "usage", Locale.forLanguageTag(language))
                .getString("usage.synopsisHeading")
                .strip();
    }
}
