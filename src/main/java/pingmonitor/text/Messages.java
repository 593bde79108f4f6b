package pingmonitor.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one package in one language: {@code messages.properties} (English) and {@code messages_pt.properties}
 * beside it, in {@link MessageFormat} syntax (an apostrophe is doubled), UTF-8.
 */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * The texts beside a class. English stands in for a language without a bundle, whatever the language of the system.
     */
    public static Messages beside(Class<?> type, Locale locale) {
        return new Messages(bundle(type, "messages", locale), TextLanguage.of(locale));
    }

    /** A bundle of that name beside a class, for a library with a syntax of its own. */
    public static ResourceBundle bundle(Class<?> type, String name, Locale locale) {
        // The root locale, because for a language without a bundle Java would try the system's. A
        // Control that prevents it is refused in a module.
        Locale ofBundle = TextLanguage.isPortuguese(locale) ? TextLanguage.of(locale) : Locale.ROOT;
        String folder = type.getPackageName().replace('.', '/');
        return ResourceBundle.getBundle(folder + "/" + name, ofBundle);
    }

    /** A text with its placeholders filled in. Numbers are written in its language; a string stays as it is. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The same texts for FXML's {@code %key}; only for texts without placeholders and apostrophes. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** The language of the texts, and of the figures that go with them. */
    public Locale locale() {
        return locale;
    }
}
