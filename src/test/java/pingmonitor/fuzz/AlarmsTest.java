package pingmonitor.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tests by chance rely on. */
class AlarmsTest {
    private final Logger ours = Logger.getLogger("pingmonitor");
    private final Logger logger = Logger.getLogger("pingmonitor.fuzz.any");

    @BeforeEach
    void quiet() {
        ours.setUseParentHandlers(false);
    }

    @AfterEach
    void asItWas() {
        ours.setUseParentHandlers(true);
    }

    @Test
    void onlyWarningsAndWorseAreHeardAndOnlyWhileOpen() {
        try (Alarms alarms = new Alarms()) {
            logger.info("nothing");
            alarms.assertNone();
            logger.warning("fire");
            assertThrows(AssertionError.class, alarms::assertNone);
        }
        try (Alarms alarms = new Alarms()) {
            alarms.assertNone();
        }
    }
}
