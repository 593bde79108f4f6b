package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    private static final Impairments HALF = Impairments.ofLoss(0.5);

    private final ServerSettings first = new ServerSettings(HALF, AbuseLimits.DEFAULT, 42, 0);

    @Test
    void eachSeedBeginsTheNextGenerationAlsoWhenItIsTheSame() {
        ServerSettings second = first.reseeded(42);
        assertEquals(new ServerSettings(HALF, AbuseLimits.DEFAULT, 42, 1), second);
        assertEquals(new ServerSettings(HALF, AbuseLimits.DEFAULT, 7, 2), second.reseeded(7));
    }

    @Test
    void otherChangesTouchNothingElse() {
        Impairments none = Impairments.ofLoss(0);
        ServerSettings second = first.reseeded(7);
        assertEquals(new ServerSettings(none, AbuseLimits.DEFAULT, 7, 1), second.with(none));
        assertEquals(new ServerSettings(HALF, AbuseLimits.OFF, 7, 1), second.with(AbuseLimits.OFF));
    }
}
