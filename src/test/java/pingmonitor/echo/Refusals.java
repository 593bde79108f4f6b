package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What must not be made, and what is said of it then. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(String message, Runnable making) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, making::run, message);
        assertEquals(message, refusal.getMessage());
    }
}
