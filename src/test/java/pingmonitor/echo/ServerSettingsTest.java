package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.LossDisclosure;
import pingmonitor.echo.fate.SeededFatePolicy;

class ServerSettingsTest {
    private static final Impairments HALF = Impairments.ofLoss(0.5);

    private final ServerSettings first = new ServerSettings(fates(42, HALF), AbuseLimits.DEFAULT);

    @Test
    void eachSeedBeginsTheNextGenerationAlsoWhenItIsTheSame() {
        ServerSettings second = first.begunAnew(fates(42, HALF));
        assertEquals(settings(42, HALF, AbuseLimits.DEFAULT, 1), second);
        assertEquals(settings(7, HALF, AbuseLimits.DEFAULT, 2), second.begunAnew(fates(7, HALF)));
    }

    @Test
    void otherChangesTouchNothingElse() {
        Impairments none = Impairments.ofLoss(0);
        ServerSettings second = first.begunAnew(fates(7, HALF));
        assertEquals(
                settings(7, none, AbuseLimits.DEFAULT, 1), second.with(fates(7, HALF).with(none)));
        assertEquals(settings(7, HALF, AbuseLimits.OFF, 1), second.with(AbuseLimits.OFF));
    }

    private static ServerSettings settings(
            long seed, Impairments impairments, AbuseLimits limits, long generation) {
        return new ServerSettings(
                fates(seed, impairments), LossDisclosure.FULL, limits, generation);
    }

    private static SeededFatePolicy fates(long seed, Impairments impairments) {
        return new SeededFatePolicy(seed, impairments);
    }
}
