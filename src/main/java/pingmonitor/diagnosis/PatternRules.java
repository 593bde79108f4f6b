package pingmonitor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingmonitor.echo.fate.Preset;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.session.Statistics;

/** Findings about timed-out pings without other evidence, from their order in the run and their number. */
final class PatternRules {
    /** The lab's run; of fewer pings the interval is so wide that anything fits. */
    private static final int MIN_PINGS = 10;

    private static final double BOOK = Preset.BOOK.impairments().loss();
    private static final double BOOKS_PYTHON = Preset.BOOK_PYTHON.impairments().loss();

    /** Facts: how sure it is that the port was open. */
    private static final long CERTAIN = 1;

    private static final long PROBABLE = 2;

    private PatternRules() {}

    /** How the losses lie, or that they are as many as the lab's server makes. */
    static Optional<Finding> finding(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        LossPattern losses = evidence.losses();
        boolean onlyTimeouts =
                statistics.timedOut() > 0 && statistics.timedOut() == statistics.lost();
        boolean explained =
                statistics.lossPlaces().server() + statistics.lossPlaces().limited() > 0
                        || evidence.foreignMayBeReplies();
        if (!onlyTimeouts || statistics.received() == 0 || explained) {
            return Optional.empty();
        }
        boolean known = statistics.lossPlaces().known() > 0;
        boolean atOneEnd = !known && (losses.wentSilent() || losses.silentAtFirst());
        if (atOneEnd || losses.inBursts()) {
            // A machine that stood still loses pings in a burst of its own.
            return Optional.of(
                    losses.lostHeldUp() > 0
                            ? heldUp(losses)
                            : atOneEnd ? atOneEnd(evidence) : bursts(losses));
        }
        return known
                ? Optional.empty()
                : statistics.lossInterval().map(interval -> share(evidence, interval));
    }

    private static Finding heldUp(LossPattern losses) {
        return Finding.of(
                Cause.LOST_WHILE_HELD_UP, List.of(losses.lostHeldUp()), Step.of(Action.PING_AGAIN));
    }

    /**
     * A closed port of this machine would have said so: where the pings go to it, the server had its port all the time.
     * Where the system may lose what a closed port says, it probably had.
     */
    private static Finding atOneEnd(Evidence evidence) {
        LossPattern losses = evidence.losses();
        long certainty = evidence.refusalIsCertain() ? CERTAIN : PROBABLE;
        if (losses.wentSilent()) {
            String from = Long.toString(losses.lastFrom());
            return evidence.targetIsHere()
                    ? new Finding(
                            Cause.WENT_SILENT_HERE,
                            List.of(from, certainty),
                            stepsToAHangingServer(losses))
                    : Finding.of(
                            Cause.WENT_SILENT,
                            List.of(from),
                            evidence.atServer(Action.SERVER_STILL_ON),
                            Step.of(Action.COMPUTER_ON),
                            Step.of(Action.PING_AGAIN));
        }
        return evidence.targetIsHere()
                ? Finding.of(
                        Cause.SILENT_AT_FIRST_HERE,
                        List.of(losses.lost(), certainty),
                        Step.of(Action.PING_AGAIN),
                        Step.of(Action.PRINT_MESSAGES))
                : Finding.of(
                        Cause.SILENT_AT_FIRST, List.of(losses.lost()), Step.of(Action.PING_AGAIN));
    }

    private static List<Step> stepsToAHangingServer(LossPattern losses) {
        List<Step> steps = new ArrayList<>();
        if (losses.answered() == 1) {
            steps.add(Step.of(Action.RECEIVE_IN_A_LOOP));
        }
        steps.add(Step.of(Action.LOOK_FOR_ERROR));
        steps.add(Step.of(Action.PRINT_MESSAGES));
        return List.copyOf(steps);
    }

    private static Finding bursts(LossPattern losses) {
        return Finding.of(
                Cause.BURSTS, List.of(losses.longest()), Step.of(Action.OTHER_CONNECTION));
    }

    /** The finding from the number of losses alone. */
    private static Finding share(Evidence evidence, ConfidenceInterval interval) {
        Statistics statistics = evidence.statistics();
        boolean book = contains(interval, BOOK);
        boolean python = contains(interval, BOOKS_PYTHON);
        if (!book && !python) {
            return unlikeTheBook(evidence, interval);
        }
        return statistics.settled() < MIN_PINGS
                ? Finding.of(
                        Cause.TOO_FEW_PINGS,
                        List.of(statistics.lost(), statistics.settled()),
                        Step.of(Action.MORE_PINGS))
                : likeTheBook(evidence, interval, book, python);
    }

    private static Finding likeTheBook(
            Evidence evidence, ConfidenceInterval interval, boolean book, boolean python) {
        Cause cause =
                book && python
                        ? Cause.LIKE_EITHER_BOOK
                        : book ? Cause.LIKE_THE_BOOK : Cause.LIKE_THE_BOOKS_PYTHON;
        return Finding.of(
                cause,
                List.of(interval, evidence.targetIsHere() ? 1L : 0L),
                evidence.atServer(Action.LOSS_TO_ZERO),
                Step.of(Action.MORE_PINGS));
    }

    private static Finding unlikeTheBook(Evidence evidence, ConfidenceInterval interval) {
        return evidence.targetIsHere()
                ? Finding.of(
                        Cause.UNLIKE_THE_BOOK_HERE,
                        List.of(interval),
                        Step.of(Action.PRINT_MESSAGES),
                        Step.of(Action.MORE_PINGS))
                : Finding.of(
                        Cause.UNLIKE_THE_BOOK,
                        List.of(interval),
                        evidence.atServer(Action.LOSS_TO_ZERO),
                        Step.of(Action.OTHER_CONNECTION),
                        Step.of(Action.MORE_PINGS));
    }

    private static boolean contains(ConfidenceInterval interval, double share) {
        return interval.low() <= share && share <= interval.high();
    }
}
