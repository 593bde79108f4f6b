package pingmonitor.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts of this package, read here because a resource bundle of Java 8 takes UTF-8 for Latin 1. */
final class BootTexts {
    private final Properties texts = new Properties();
    private final Locale locale;

    BootTexts(Locale locale) {
        this.locale = locale;
        read("messages.properties");
        if (locale.getLanguage().equals("pt")) {
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
