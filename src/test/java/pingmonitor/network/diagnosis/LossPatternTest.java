package pingmonitor.network.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossPatternTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, 0, 0",
        "..., 0, 3, 1, 0",
        "xxx, 3, 0, 1, 3",
        "x.xx., 3, 2, 4, 2",
        "xcx, 2, 0, 1, 2",
        "p.h, 2, 1, 3, 1"
    })
    void stretchesAreCounted(String fates, long lost, long answered, long stretches, long longest) {
        LossPattern pattern = LossPattern.of(Story.to("127.0.0.1").pings(fates).session);

        assertEquals(
                new LossPattern(lost, answered, stretches, longest, OptionalLong.empty()), pattern);
    }

    @Test
    void theSlowestLateReplyIsRemembered() {
        Story story = Story.to("127.0.0.1").late(1_100).late(1_300).late(1_200);

        assertEquals(
                OptionalLong.of(1_300_000_000), LossPattern.of(story.session).slowestLateNanos());
    }

    @ParameterizedTest
    @CsvSource({
        "xxxxxxxxxx, false",
        ".x.x.x.x.x.x, false",
        "..x..x...x, false",
        "....xxxx...., false",
        "....................xxxxxxxxxxxx...................., true",
        ".....xxxxx.....xxxxx.....xxxxx....., true"
    })
    void burstsAreMoreThanChanceBringsAbout(String fates, boolean bursts) {
        assertEquals(bursts, LossPattern.of(Story.to("127.0.0.1").pings(fates).session).inBursts());
    }

    @Test
    void independentLossesHardlyEverLookLikeBursts() {
        Random random = new Random(11);
        int bursts = 0;
        for (int run = 0; run < 1_000; run++) {
            StringBuilder fates = new StringBuilder();
            for (int ping = 0; ping < 60; ping++) {
                fates.append(random.nextDouble() < 0.3 ? 'x' : '.');
            }
            Story story = Story.to("127.0.0.1").pings(fates.toString());
            bursts += LossPattern.of(story.session).inBursts() ? 1 : 0;
        }
        assertTrue(bursts <= 5, bursts + " of 1000");
    }
}
