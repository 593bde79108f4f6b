package pingmonitor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.cli.Cli;

class TextLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "ar-EG, en",
        "ar-EG-u-nu-arab, en",
        "de-DE, en",
        "en-DE, en",
        "en-IN, en",
        "fa, en",
        "pt-PT, pt-BR",
        "pt-BR-u-nu-arab, pt-BR",
        "pt, pt-BR"
    })
    void textsHaveOneOfTwoLanguages(String locale, String language) {
        Locale asked = Locale.forLanguageTag(locale);

        assertEquals(language, TextLanguage.of(asked).toLanguageTag());
        assertEquals(language, Messages.beside(Cli.class, asked).locale().toLanguageTag());
    }
}
