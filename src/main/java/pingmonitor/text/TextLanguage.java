package pingmonitor.text;

import java.util.Locale;

/**
 * The languages of the texts. Figures are written in the language of the words around them, whatever the region of the
 * system: a foreign decimal point in a sentence can be misread.
 */
public final class TextLanguage {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private TextLanguage() {}

    /**
     * The language of texts and figures for a person with this locale: Brazilian Portuguese for any Portuguese, else
     * English.
     */
    public static Locale of(Locale locale) {
        return isPortuguese(locale) ? PORTUGUESE : Locale.ENGLISH;
    }

    /** Whether a locale is one of the Portuguese ones. */
    public static boolean isPortuguese(Locale locale) {
        return locale.getLanguage().equals(PORTUGUESE.getLanguage());
    }
}
