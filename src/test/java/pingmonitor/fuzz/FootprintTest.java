package pingmonitor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the tests by chance rely on. */
class FootprintTest {
    /** A room with a window to another. */
    private record Room(List<String> things, long[] figures, Optional<Room> other) {}

    @Test
    void whatIsHeldOnToIsCountedOnce() {
        List<String> things = new ArrayList<>(List.of("a", "b", "c"));
        Room inner = new Room(things, new long[10], Optional.empty());
        assertEquals(3 + 10, Footprint.of(inner));
        assertEquals(3 + 10 + 5, Footprint.of(new Room(things, new long[5], Optional.of(inner))));
        assertEquals(0, Footprint.of(inner, Room.class));
    }
}
