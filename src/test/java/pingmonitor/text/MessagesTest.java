package pingmonitor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pingmonitor.session.ConsoleText;

/** Which language is spoken, whatever the system speaks. */
class MessagesTest {
    private static final String KEY = "console.summary.late";

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void systemSpeaksPortuguese() {
        Locale.setDefault(Locale.forLanguageTag("pt-BR"));
    }

    @AfterEach
    void restoreSystem() {
        Locale.setDefault(before);
    }

    @Test
    void englishStandsInForALanguageThereIsNoBundleOf() {
        assertEquals(text("en"), text("de-DE"));
        assertEquals(text("en"), text("en-GB"));
    }

    @Test
    void portugueseOfEveryCountryIsPortuguese() {
        assertNotEquals(text("en"), text("pt"));
        assertEquals(text("pt"), text("pt-BR"));
        assertEquals(text("pt"), text("pt-PT"));
    }

    private static String text(String language) {
        return Messages.beside(ConsoleText.class, Locale.forLanguageTag(language)).text(KEY);
    }
}
