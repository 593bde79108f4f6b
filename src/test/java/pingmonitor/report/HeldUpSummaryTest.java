package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.Scene;

/** What is handed in names pings that were held up only where a figure would differ without it. */
class HeldUpSummaryTest {
    private static final long MILLI = 1_000_000;

    @Test
    void smallPartOfAllRttsIsNotNamed() {
        Scene scene = answered(30 * MILLI);
        heldUp(scene, 1, 10 * MILLI);
        heldUp(scene, 2, 19 * MILLI);
        assertFalse(names(scene), "29 of 300 ms");
        assertEquals(2, scene.figures().heldUp(), "counted all the same");
    }

    @Test
    void tenthOfAllRttsIsNamed() {
        Scene scene = answered(30 * MILLI);
        heldUp(scene, 1, 10 * MILLI);
        heldUp(scene, 2, 20 * MILLI);
        assertTrue(names(scene), "30 of 300 ms");
    }

    @Test
    void ofTheSamePingOnlyTheLongestTimeCounts() {
        Scene scene = answered(30 * MILLI);
        heldUp(scene, 1, 10 * MILLI);
        heldUp(scene, 1, 25 * MILLI);
        heldUp(scene, 1, 20 * MILLI);
        assertFalse(names(scene), "25 of 300 ms");
    }

    @Test
    void laterPingsMakeTheSameTimeASmallPart() {
        Scene scene = answered(MILLI);
        heldUp(scene, 3, MILLI);
        assertTrue(names(scene));
        scene.sent(11).replied(11, MILLI);
        assertFalse(names(scene));
    }

    @Test
    void lossIsDoubtfulWhenTheMachineWasAwayForAQuarterOfTheTimeout() {
        Scene scene = answered(30 * MILLI).sent(11, 12).timedOut(11).timedOut(12);
        heldUp(scene, 11, 249 * MILLI);
        assertFalse(names(scene));
        heldUp(scene, 12, 250 * MILLI);
        assertTrue(names(scene));
    }

    @Test
    void unreachablePingIsLostWhateverThisMachineDid() {
        Scene scene = answered(30 * MILLI).sent(11).unreachable(11);
        heldUp(scene, 11, 900 * MILLI);
        assertFalse(names(scene));
    }

    private static Scene answered(long rttNanos) {
        Scene scene = new Scene().started();
        for (int i = 1; i <= 10; i++) {
            scene.sent(i).replied(i, rttNanos);
        }
        return scene;
    }

    private static void heldUp(Scene scene, long sequence, long nanos) {
        scene.add(new PingEvent.HeldUp(sequence, nanos));
    }

    private static boolean names(Scene scene) {
        return new ConsoleText(Locale.ENGLISH)
                .summary(scene.session).stream()
                        .anyMatch(line -> line.contains("held up by this computer"));
    }
}
