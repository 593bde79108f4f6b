package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.LossDisclosure;
import pingmonitor.echo.fate.SeededFatePolicy;

class ServerSettingsTest {
    private static final Impairments HALF = Impairments.ofLoss(0.5);

    private final ServerSettings first =
            new ServerSettings(fates(42, HALF), RateLimitSettings.DEFAULT);

    @Test
    void settingASeedStartsTheNextGenerationEvenIfItIsTheSame() {
        ServerSettings second = first.begunAnew(fates(42, HALF));
        assertEquals(settings(42, HALF, RateLimitSettings.DEFAULT, 1), second);
        assertEquals(
                settings(7, HALF, RateLimitSettings.DEFAULT, 2), second.begunAnew(fates(7, HALF)));
    }

    @Test
    void otherChangesKeepTheRemainingSettings() {
        Impairments none = Impairments.ofLoss(0);
        ServerSettings second = first.begunAnew(fates(7, HALF));
        assertEquals(
                settings(7, none, RateLimitSettings.DEFAULT, 1),
                second.with(fates(7, HALF).with(none)));
        assertEquals(
                settings(7, HALF, RateLimitSettings.OFF, 1), second.with(RateLimitSettings.OFF));
    }

    private static ServerSettings settings(
            long seed, Impairments impairments, RateLimitSettings limits, long generation) {
        return new ServerSettings(
                fates(seed, impairments), LossDisclosure.FULL, limits, generation);
    }

    private static SeededFatePolicy fates(long seed, Impairments impairments) {
        return new SeededFatePolicy(seed, impairments);
    }
}
