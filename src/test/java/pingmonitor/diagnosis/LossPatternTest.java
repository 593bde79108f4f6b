package pingmonitor.diagnosis;

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
        "'', 0, 0, 0, 0, false, 0",
        "..., 0, 3, 1, 0, false, 1",
        "xxx, 3, 0, 1, 3, true, 1",
        "x.xx., 3, 2, 4, 2, false, 5",
        "xcx, 2, 0, 1, 2, true, 1",
        "p.h, 2, 1, 3, 1, true, 3"
    })
    void stretchesAreCounted(
            String fates,
            long lost,
            long answered,
            long stretches,
            long longest,
            boolean endsLost,
            long lastFrom) {
        LossPattern pattern = LossPattern.of(Story.to("127.0.0.1").pings(fates).session);

        assertEquals(
                new LossPattern(
                        lost,
                        answered,
                        stretches,
                        longest,
                        endsLost,
                        lastFrom,
                        0,
                        OptionalLong.empty()),
                pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "......xxxx, true, false",
        "......xxxxc, true, false",
        "xxxx......, false, true",
        "...xxxxxxx, true, false",
        ".xxxxxxxxx, true, false",
        "xxxxxxx..., false, true",
        "xxxxxxxx.., false, true",
        ".xxx, false, false",
        ".......xxx, false, false",
        "xxxxxxxxx., false, false",
        ".....x.xxx, false, false",
        "....xxxx...., false, false",
        "..........................xx, false, false",
        "..........................xxx, true, false",
        "xxxxxxxxxx, false, false",
        ".........., false, false",
        "'', false, false"
    })
    void oneStretchAtAnEndIsMoreThanChanceBringsAbout(
            String fates, boolean wentSilent, boolean silentAtFirst) {
        LossPattern pattern = LossPattern.of(Story.to("127.0.0.1").pings(fates).session);

        assertEquals(wentSilent, pattern.wentSilent());
        assertEquals(silentAtFirst, pattern.silentAtFirst());
    }

    @Test
    void independentLossesHardlyEverLieAtOneEnd() {
        Random random = new Random(5);
        int atAnEnd = 0;
        for (int run = 0; run < 10_000; run++) {
            StringBuilder fates = new StringBuilder();
            for (int ping = 0; ping < 10; ping++) {
                fates.append(random.nextDouble() < 0.3 ? 'x' : '.');
            }
            LossPattern pattern =
                    LossPattern.of(Story.to("127.0.0.1").pings(fates.toString()).session);
            atAnEnd += pattern.wentSilent() || pattern.silentAtFirst() ? 1 : 0;
        }
        assertTrue(atAnEnd <= 60, atAnEnd + " of 10000");
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
