package pingmonitor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.ping.Pacing;
import pingmonitor.session.Statistics;

/** What it means that something came, but no reply in time to a ping. */
final class AnswerRules {
    /** As many are lost by chance in one run of 37 and more where 30 % are, as in the lab. */
    private static final int FEW_PINGS = 3;

    private AnswerRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        if (evidence.recheck() instanceof Recheck.Elsewhere elsewhere) {
            findings.add(
                    Finding.of(
                            Cause.OTHER_SOURCE,
                            List.of(elsewhere.from(), elsewhere.expected()),
                            Step.of(Action.ANSWER_FROM_SAME_PORT, elsewhere.expected())));
        } else if (evidence.recheck() instanceof Recheck.AnswersNow now) {
            findings.add(answersNow(evidence, now));
        }
        Statistics statistics = evidence.statistics();
        if (evidence.outcome().isEmpty() || statistics.timedOut() == 0) {
            return;
        }
        boolean noReply = statistics.received() + statistics.late() == 0;
        if (!noReply) {
            if (evidence.foreignMayBeReplies()) {
                findings.add(someNameNoPing(evidence));
            }
            return;
        }
        boolean unknown = statistics.unreachable() + statistics.lossPlaces().known() == 0;
        if (statistics.foreign() > 0) {
            findings.add(namesNoPing(evidence));
        } else if (evidence.asked() && unknown) {
            findings.add(
                    Finding.of(Cause.QUESTION_ANSWERED, List.of(), Step.of(Action.PING_AGAIN)));
        }
    }

    private static Finding answersNow(Evidence evidence, Recheck.AnswersNow now) {
        if (now.atLeast().compareTo(evidence.plan().timeout()) > 0) {
            return new Finding(
                    Cause.ANSWERS_SLOWLY,
                    List.of(now.from(), now.atLeast(), evidence.plan().timeout()),
                    TimeoutAdvice.steps(evidence.plan().timeout(), now.atMost()));
        }
        long pings = evidence.statistics().settled();
        return pings <= FEW_PINGS
                ? Finding.of(
                        Cause.ANSWERS_NOW_AFTER_FEW,
                        List.of(now.from(), now.atMost(), pings),
                        Step.of(Action.MORE_PINGS))
                : Finding.of(
                        Cause.ANSWERS_NOW,
                        List.of(now.from(), now.atMost()),
                        Step.of(Action.PING_AGAIN));
    }

    private static Finding namesNoPing(Evidence evidence) {
        return new Finding(
                Cause.NAMES_NO_PING,
                List.of(evidence.statistics().foreign()),
                stepsToANamedPing(evidence));
    }

    private static Finding someNameNoPing(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        return new Finding(
                Cause.SOME_NAME_NO_PING,
                List.of(statistics.foreign(), statistics.lost()),
                stepsToANamedPing(evidence));
    }

    private static List<Step> stepsToANamedPing(Evidence evidence) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Action.SEND_TEXT_BACK));
        if (evidence.plan().pacing() instanceof Pacing.FixedRate) {
            steps.add(Step.of(Action.WAIT_FOR_REPLY));
        }
        return List.copyOf(steps);
    }
}
