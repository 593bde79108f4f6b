package pingmonitor.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts of this package. It reads the bundles itself because Java 8 takes a bundle in UTF-8 for Latin 1. */
final class BootTexts {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private final Properties texts = new Properties();
    private final Locale locale;

    BootTexts(Locale locale) {
        boolean isPortuguese = locale.getLanguage().equals(PORTUGUESE.getLanguage());
        // Figures go with the words around them.
        this.locale = isPortuguese ? PORTUGUESE : Locale.ENGLISH;
        read("messages.properties");
        if (isPortuguese) {
            read("messages_pt.properties");
        }
    }

    private void read(String file) {
        try (InputStream in = BootTexts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with its placeholders filled in. */
    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getProperty(key), locale).format(arguments);
    }
}
