package pingmonitor.ui.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import pingmonitor.settings.Settings;

/** Theme, language and size of the text. FX thread only. */
final class Appearance {
    /** Factor of one key stroke: clearly seen on a projector, and eight of them suit a hall. */
    private static final double SIZE_STEP = 1.15;

    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<String> language = new SimpleObjectProperty<>();
    private final IntegerProperty fontSize = new SimpleIntegerProperty();

    Appearance(Settings.Look settings) {
        theme.addListener((property, was, is) -> apply(is));
        theme.set(settings.theme());
        language.set(settings.language());
        fontSize.set(settings.fontSize());
    }

    ReadOnlyObjectProperty<Settings.Theme> themeProperty() {
        return theme;
    }

    /** A language tag, or {@link Settings.Look#SYSTEM_LANGUAGE}. */
    ReadOnlyObjectProperty<String> languageProperty() {
        return language;
    }

    /** Size of ordinary text, in pixels of the toolkit. */
    ReadOnlyIntegerProperty fontSizeProperty() {
        return fontSize;
    }

    /** The language of the texts now. */
    Locale locale() {
        return language.get().equals(Settings.Look.SYSTEM_LANGUAGE)
                ? Locale.getDefault(Locale.Category.DISPLAY)
                : Locale.forLanguageTag(language.get());
    }

    void speak(String languageTag) {
        language.set(languageTag);
    }

    void toggleTheme() {
        theme.set(theme.get() == Settings.Theme.DARK ? Settings.Theme.LIGHT : Settings.Theme.DARK);
    }

    void larger() {
        size(Math.max(fontSize.get() + 1, Math.round(fontSize.get() * SIZE_STEP)));
    }

    void smaller() {
        size(Math.min(fontSize.get() - 1, Math.round(fontSize.get() / SIZE_STEP)));
    }

    void usualSize() {
        size(Settings.Look.DEFAULT_FONT_SIZE);
    }

    Settings.Look settings() {
        return new Settings.Look(theme.get(), language.get(), fontSize.get());
    }

    private void size(long pixels) {
        fontSize.set(
                (int)
                        Math.max(
                                Settings.Look.MIN_FONT_SIZE,
                                Math.min(Settings.Look.MAX_FONT_SIZE, pixels)));
    }

    private static void apply(Settings.Theme chosen) {
        Theme theme = chosen == Settings.Theme.DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
