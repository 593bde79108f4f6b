package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When JavaFX is kept from looking for a graphics card. */
class RendererChoiceTest {
    private static final Optional<String> NOTHING = Optional.empty();

    @Test
    void withoutAGraphicsCardSoftwareRenderingIsChosen() {
        assertEquals(Optional.of("sw"), RendererChoice.order("Linux", NOTHING, path -> false));
    }

    @Test
    void withAnyGraphicsCardJavaFxChooses() {
        for (String device : new String[] {"/dev/dri", "/dev/nvidiactl", "/dev/dxg"}) {
            assertEquals(
                    NOTHING,
                    RendererChoice.order("Linux", NOTHING, path -> path.equals(Path.of(device))));
        }
    }

    @Test
    void anExplicitChoiceIsKept() {
        assertEquals(NOTHING, RendererChoice.order("Linux", Optional.of("es2"), path -> false));
    }

    @Test
    void otherSystemsAreLeftToJavaFx() {
        assertEquals(NOTHING, RendererChoice.order("Windows 11", NOTHING, path -> false));
        assertEquals(NOTHING, RendererChoice.order("Mac OS X", NOTHING, path -> false));
    }
}
