package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "HOST_EMPTY, HOST",
                "NAME_NOT_FOUND, HOST",
                "NO_ROUTE, HOST",
                "PORT_OUT_OF_RANGE, PORT",
                "COUNT_INVALID, COUNT",
                "TIMEOUT_INVALID, TIMEOUT",
                "PAUSE_INVALID, PAUSE",
                "INTERVAL_INVALID, INTERVAL",
                "SIZE_INVALID, SIZE",
                "MESSAGE_TOO_LONG, SIZE",
                "PORT_CLOSED, NONE"
            })
    void aProblemIsShownBesideTheInputItCameFrom(Problem.Kind kind, Problem.Field field) {
        assertEquals(field, kind.field());
    }
}
