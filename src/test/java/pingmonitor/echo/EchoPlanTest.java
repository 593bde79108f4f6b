package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.echo.Refusals.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Impairments;

class EchoPlanTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, EchoPlan.DEFAULT_PORT, 65_535})
    void aPortMayBeZeroForAnyOrAValidPort(int port) {
        assertEquals(port, plan(port).port());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 65_536, Integer.MAX_VALUE})
    void otherPortsAreRefused(int port) {
        assertRefused("port " + port, () -> plan(port));
    }

    private static EchoPlan plan(int port) {
        return new EchoPlan(port, Impairments.ofLoss(0), 42, RateLimitSettings.DEFAULT);
    }
}
