package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.echo.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitSettingsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NEGATIVE_INFINITY, Double.NaN})
    void everyRateIsAboveZero(double rate) {
        assertRefused("perClient " + rate, () -> new RateLimitSettings(rate, 1, 1, false));
        assertRefused("perAddress " + rate, () -> new RateLimitSettings(1, rate, 1, false));
        assertRefused("inAll " + rate, () -> new RateLimitSettings(1, 1, rate, false));
    }

    @Test
    void anyRateAboveZeroIsAccepted() {
        double slowest = Double.MIN_VALUE;
        assertEquals(slowest, new RateLimitSettings(slowest, slowest, slowest, true).inAll());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
    void aPersonMayNotAskForLessThanOneOrMoreThanAMillion(int perSecond) {
        assertRefused("limit " + perSecond, () -> RateLimitSettings.ofClient(perSecond));
    }

    @Test
    void lowLimitForAClientLeavesTheOthersAsTheyAre() {
        assertEquals(new RateLimitSettings(1, 4_000, 50_000, true), RateLimitSettings.ofClient(1));
        assertEquals(
                new RateLimitSettings(1_000, 4_000, 50_000, true),
                RateLimitSettings.ofClient(1_000));
    }

    @Test
    void highLimitForAClientMakesTheOthersGrowWithIt() {
        assertEquals(
                new RateLimitSettings(1_500, 6_000, 75_000, true),
                RateLimitSettings.ofClient(1_500));
        assertEquals(
                new RateLimitSettings(1_000_000, 4_000_000, 50_000_000, true),
                RateLimitSettings.ofClient(RateLimitSettings.MAX_PER_CLIENT));
    }

    @Test
    void switchedOffLimitsAreInfinite() {
        assertTrue(Double.isInfinite(RateLimitSettings.OFF.perClient()));
        assertTrue(Double.isInfinite(RateLimitSettings.OFF.perAddress()));
        assertTrue(Double.isInfinite(RateLimitSettings.OFF.inAll()));
    }
}
