package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.session.Scene;

/** Every figure under its name; programs read them. */
class SummaryJsonTest {
    @Test
    void everyFigureIsThere() {
        Scene scene =
                new Scene().started().sent(1, 2, 3, 4, 5, 6, 7, 8).sendFailed(9).sendFailed(10);
        scene.replied(1, 1_000).replied(4, 2_000).replied(2, 3_000).timedOut(3).timedOut(5);
        scene.late(5, 1_500_000_000).unreachable(6).cancelled(7);
        scene.add(
                new PingEvent.Replied(
                        8, 4_000, new Reply("PEEP", 4, Scene.SERVER, ReplyMatch.UNNAMED)));
        scene.duplicate(1, 9_000).duplicate(1, 9_001).duplicate(2, 9_002);
        for (int i = 0; i < 4; i++) {
            scene.foreign("noise");
        }
        scene.finished(PingEvent.Outcome.STOPPED, Duration.ofSeconds(1));

        JsonObject json = SummaryJson.of(scene.session);
        ConfidenceInterval loss = scene.figures().lossInterval().orElseThrow();
        assertEquals("stopped", json.get("outcome").getAsString());
        assertFigure(8, json, "sent");
        assertFigure(4, json, "received");
        assertFigure(100.0 * 3 / 7, json, "lossPercent");
        assertFigure(100 * loss.low(), json, "lossLowPercent");
        assertFigure(100 * loss.high(), json, "lossHighPercent");
        assertFigure(1, json, "timedOut");
        assertFigure(1, json, "late");
        assertFigure(1, json, "unreachable");
        assertFigure(1, json, "cancelled");
        assertFigure(0, json, "inFlight");
        assertFigure(2, json, "sendFailed");
        assertFigure(3, json, "duplicates");
        assertFigure(4, json, "foreign");
        assertFigure(1, json, "unverified");
        assertFigure(1, json, "reordered");
        assertFigure(1_000, json, "minNanos");
        assertFigure(2_500, json, "meanNanos");
        assertFigure(4_000, json, "maxNanos");
        assertFigure(scene.figures().stddevNanos().orElseThrow(), json, "stddevNanos");
        assertFigure(2_000, json, "meanAbsIpdvNanos");
        assertFigure(scene.figures().jitterNanos().orElseThrow(), json, "jitterNanos");
    }

    @Test
    void howManyPingsCameHowFarIsThereWhenTheServerKeepsIt() {
        Scene scene = new Scene().started().sent(1, 2, 3, 4, 5, 6, 7, 8, 9).replied(1, 1_000);
        for (int i = 2; i <= 9; i++) {
            scene.timedOut(i);
        }
        scene.late(2, 1_500_000_000)
                .verdict(3, LossLocation.FORWARD_PATH)
                .verdict(4, LossLocation.SERVER);
        scene.verdict(5, LossLocation.SERVER)
                .verdict(6, LossLocation.LIMITED)
                .verdict(7, LossLocation.RETURN_PATH);
        assertFalse(SummaryJson.of(scene.session).has("where"));
        scene.verdict(8, LossLocation.RETURN_PATH).mappedAddress(Scene.SERVER, Scene.SERVER);

        assertEquals(
                "{\"answered\":2,\"there\":1,\"server\":2,\"limited\":1,\"back\":2}",
                SummaryJson.of(scene.session).get("where").toString());
    }

    @Test
    void whatIsUndefinedIsAbsent() {
        JsonObject json = SummaryJson.of(new Scene().started().sent(1).session);
        assertFigure(1, json, "inFlight");
        assertFalse(json.has("outcome"));
        for (String part : new String[] {"Percent", "Nanos"}) {
            assertTrue(json.keySet().stream().noneMatch(name -> name.endsWith(part)), part);
        }
    }

    @Test
    void theWordsNeverChange() {
        assertEquals("completed", JsonWords.of(PingEvent.Outcome.COMPLETED));
        assertEquals("stopped", JsonWords.of(PingEvent.Outcome.STOPPED));
        assertEquals("failed", JsonWords.of(PingEvent.Outcome.FAILED));
        assertEquals("port", JsonWords.of(PingEvent.Refusal.PORT));
        assertEquals("host", JsonWords.of(PingEvent.Refusal.HOST));
        assertEquals("name-not-found", JsonWords.of(Problem.Kind.NAME_NOT_FOUND));
    }

    private static void assertFigure(double expected, JsonObject json, String name) {
        assertEquals(expected, json.get(name).getAsDouble(), 1e-9, name);
    }
}
