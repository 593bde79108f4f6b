package pingmonitor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyValueTest {
    @Test
    void isMadeWhenFirstAskedForAndOnlyOnce() {
        List<String> makings = new ArrayList<>();
        LazyValue<String> lazy =
                new LazyValue<>(
                        () -> {
                            makings.add("made");
                            return "page";
                        });
        assertEquals(List.of(), makings);
        assertEquals("page", lazy.get());
        assertEquals("page", lazy.get());
        assertEquals(List.of("made"), makings);
    }
}
