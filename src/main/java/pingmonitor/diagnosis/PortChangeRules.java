package pingmonitor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it means that the pinged port was open at some pings of a run and closed at others. */
final class PortChangeRules {
    /** Larger counts are not told apart, so that a finding stays the same while the run goes on. */
    private static final long MANY = 2;

    /**
     * A machine that limits its refusals sends a few at once and then one a second; one that sends single ones has
     * begun before.
     */
    private static final long REFUSED_AT_ONCE = 3;

    private PortChangeRules() {}

    /** What the history of the port shows; empty where it was closed all the time, or may have been. */
    static Optional<Finding> finding(Evidence evidence) {
        PortHistory history = evidence.portHistory();
        if (history.changesOnceOpen() > 1) {
            return Optional.of(restarted(evidence, history));
        } else if (history.changesOnceOpen() == 1) {
            return Optional.of(ended(evidence, history));
        } else if (history.changes() == 1) {
            return Optional.of(started(evidence, history));
        }
        boolean atOnce = history.refusedInARow() >= REFUSED_AT_ONCE;
        return atOnce && history.before() > 0 && !evidence.heard()
                ? Optional.of(mayHaveEnded(evidence, history))
                : Optional.empty();
    }

    private static Finding ended(Evidence evidence, PortHistory history) {
        if (!history.beforeAnswered()) {
            return Finding.of(
                    Cause.SERVER_ENDED,
                    facts(evidence, history, history.silentBefore()),
                    Step.of(Action.LOOK_FOR_ERROR),
                    Step.of(Action.COMPARE_MESSAGE),
                    startAgain(evidence));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Action.LOOK_FOR_ERROR));
        if (history.answeredBefore() == 1) {
            steps.add(Step.of(Action.RECEIVE_IN_A_LOOP));
        }
        steps.add(startAgain(evidence));
        return new Finding(
                Cause.SERVER_ENDED_AFTER_REPLY,
                facts(evidence, history, history.answeredBefore()),
                List.copyOf(steps));
    }

    /** A server that answers no question is not the one of the window, which is off. */
    private static Step startAgain(Evidence evidence) {
        return evidence.asked() || !evidence.targetIsHere()
                ? evidence.startOfServer()
                : Step.of(Action.START_SERVER_HERE, evidence.port());
    }

    /** Where a lost ping, or a lost refusal, looks the same. */
    private static Finding mayHaveEnded(Evidence evidence, PortHistory history) {
        return Finding.of(
                Cause.SERVER_MAY_HAVE_ENDED,
                facts(evidence, history, history.silentBefore()),
                Step.of(Action.LOOK_FOR_ERROR),
                Step.of(Action.COMPARE_MESSAGE),
                startAgain(evidence),
                Step.of(Action.COMPARE_PORTS, evidence.port()));
    }

    private static List<Object> facts(Evidence evidence, PortHistory history, long count) {
        return List.of(
                evidence.port(),
                Long.toString(history.before()),
                Long.toString(history.closedFrom()),
                Math.min(count, MANY));
    }

    private static Finding started(Evidence evidence, PortHistory history) {
        List<Object> facts = List.of(evidence.port(), Long.toString(history.openedAt()));
        return evidence.heard()
                ? Finding.of(Cause.SERVER_STARTED, facts, Step.of(Action.PING_AGAIN))
                : Finding.of(
                        Cause.SERVER_STARTED_SILENT,
                        facts,
                        Step.of(Action.OTHER_PROGRAM_AT_PORT),
                        Step.of(Action.COMPARE_MESSAGE));
    }

    private static Finding restarted(Evidence evidence, PortHistory history) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Action.KEEP_SOCKET_OPEN));
        steps.add(Step.of(Action.LOOK_FOR_ERROR));
        if (!evidence.heard()) {
            steps.add(Step.of(Action.COMPARE_MESSAGE));
        }
        return new Finding(Cause.SERVER_RESTARTED, List.of(evidence.port()), List.copyOf(steps));
    }
}
