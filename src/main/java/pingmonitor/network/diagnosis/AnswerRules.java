package pingmonitor.network.diagnosis;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.ping.Pacing;
import pingmonitor.session.Statistics;

/** What it means that something came, but no reply in time to a ping. */
final class AnswerRules {
    private AnswerRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        if (evidence.recheck() instanceof Recheck.Elsewhere elsewhere) {
            findings.add(
                    Finding.of(
                            Cause.OTHER_SOURCE,
                            List.of(elsewhere.from(), elsewhere.expected()),
                            Step.of(Action.ANSWER_FROM_SAME_PORT, elsewhere.expected())));
        } else if (evidence.recheck() instanceof Recheck.AnswersNow now) {
            findings.add(
                    Finding.of(Cause.ANSWERS_NOW, List.of(now.from()), Step.of(Action.PING_AGAIN)));
        }
        Statistics statistics = evidence.statistics();
        boolean over = evidence.outcome().isPresent();
        boolean noReply = statistics.received() + statistics.late() == 0;
        if (over && noReply && statistics.timedOut() > 0 && statistics.foreign() > 0) {
            findings.add(namesNoPing(evidence));
        }
    }

    private static Finding namesNoPing(Evidence evidence) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Action.SEND_TEXT_BACK));
        if (evidence.plan().pacing() instanceof Pacing.FixedRate) {
            steps.add(Step.of(Action.WAIT_FOR_REPLY));
        }
        return new Finding(
                Cause.NAMES_NO_PING, List.of(evidence.statistics().foreign()), List.copyOf(steps));
    }
}
