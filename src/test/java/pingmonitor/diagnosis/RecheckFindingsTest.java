package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.diagnosis.Story.ALL_LOST;
import static pingmonitor.diagnosis.Story.near;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the recheck after a silent run adds to a diagnosis. */
class RecheckFindingsTest {
    @Test
    void anAnswerToTheRecheckReplacesTheSilence() {
        Evidence silent = near().pings(ALL_LOST).over().evidence(Story.HOME);

        List<Finding> elsewhere =
                Diagnosis.of(
                        silent.with(
                                new Recheck.Elsewhere(
                                        Story.endpoint("192.168.1.21:12000"),
                                        Story.endpoint("192.168.1.20:12000"))));
        assertEquals(List.of(Cause.OTHER_SOURCE), Story.causes(elsewhere));
        assertEquals(
                List.of(Cause.ANSWERS_NOW), Story.causes(Diagnosis.of(answersNow(silent, 400))));
    }

    @Test
    void allOfAFewPingsMayBeLostByChance() {
        assertEquals(
                List.of(Cause.ANSWERS_NOW_AFTER_FEW),
                Story.causes(
                        Diagnosis.of(
                                answersNow(near().pings("xxx").over().evidence(Story.HOME), 400))));
        assertEquals(
                List.of(Cause.ANSWERS_NOW),
                Story.causes(
                        Diagnosis.of(
                                answersNow(
                                        near().pings("xxxx").over().evidence(Story.HOME), 400))));
    }

    @Test
    void anAnswerSlowerThanTheTimeoutMeansASlowServer() {
        Finding finding =
                Diagnosis.of(answersNow(near().pings(ALL_LOST).over().evidence(Story.HOME), 1_200))
                        .get(0);

        assertEquals(Cause.ANSWERS_SLOWLY, finding.cause());
        assertEquals(
                List.of(Step.of(Action.RAISE_TIMEOUT, Duration.ofMillis(1_500))), finding.steps());
    }

    private static Evidence answersNow(Evidence silent, long millis) {
        Duration rtt = Duration.ofMillis(millis);
        return silent.with(new Recheck.AnswersNow(Story.endpoint("192.168.1.20:12000"), rtt, rtt));
    }
}
