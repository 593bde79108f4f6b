package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.text.Messages;

class NoWindowTextTest {
    private final NoWindowText noWindow =
            new NoWindowText(Messages.beside(NoWindowText.class, Locale.ENGLISH));

    @Test
    void withoutADisplayItSaysSo() {
        Throwable failure = new UnsupportedOperationException("Unable to open DISPLAY");
        assertTrue(words(failure, Optional.empty()).endsWith("DISPLAY is not set."));
        assertTrue(words(failure, Optional.of("")).endsWith("DISPLAY is not set."));
        assertTrue(words(failure, Optional.of(":99")).endsWith("cannot be used: :99"));
    }

    @Test
    void withoutGtkItNamesThePackage() {
        Throwable failure = new UnsupportedOperationException("Unable to load glass GTK library.");
        assertTrue(words(failure, Optional.of(":0")).contains("libgtk-3-0"));
        Throwable link = new RuntimeException(new UnsatisfiedLinkError("no glassgtk3"));
        assertTrue(words(link, Optional.of(":0")).contains("libgtk-3-0"));
    }

    @Test
    void aDefectHasNoSuchText() {
        Throwable failure = new RuntimeException(new IllegalStateException("DISPLAY"));
        assertEquals(Optional.empty(), noWindow.words(failure, Optional.empty()));
    }

    private String words(Throwable failure, Optional<String> display) {
        return noWindow.words(failure, display).orElseThrow();
    }
}
