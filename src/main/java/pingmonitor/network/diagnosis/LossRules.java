package pingmonitor.network.diagnosis;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.echo.Preset;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Interval;
import pingmonitor.session.LossPlaces;
import pingmonitor.session.Statistics;

/** What it means that some pings were lost, or answered too late. */
final class LossRules {
    /** The lab's run; of fewer pings the interval is so wide that anything fits. */
    private static final int LEAST_PINGS = 10;

    private static final double BOOK = Preset.BOOK.impairments().loss();
    private static final double BOOKS_PYTHON = Preset.BOOK_PYTHON.impairments().loss();

    private LossRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        if (evidence.outcome().isEmpty()) {
            return;
        }
        places(evidence.statistics(), findings);
        late(evidence).ifPresent(findings::add);
        burstsOrBook(evidence).ifPresent(findings::add);
        nat(evidence).ifPresent(findings::add);
    }

    /** A NAT loses nothing on the way there, but does not let every reply back in. */
    private static Optional<Finding> nat(Evidence evidence) {
        boolean lostBack = evidence.statistics().lossPlaces().back() > 0;
        Cause cause = evidence.natChanged() ? Cause.NAT_CHANGED : Cause.NAT;
        return evidence.translatedTo()
                .filter(seen -> lostBack)
                .map(seen -> Finding.of(cause, List.of(seen), Step.of(Action.SHORTER_PAUSE)));
    }

    /** What the server itself said, most frequent first. */
    private static void places(Statistics statistics, List<Finding> findings) {
        LossPlaces places = statistics.lossPlaces();
        Stream.of(
                        new Place(
                                Cause.LOST_THERE, places.there(), Step.of(Action.OTHER_CONNECTION)),
                        new Place(
                                Cause.LOST_BACK,
                                places.back(),
                                Step.of(Action.FIREWALL_OF_CLIENT),
                                Step.of(Action.OTHER_CONNECTION)),
                        new Place(
                                Cause.DROPPED_BY_SERVER,
                                places.server(),
                                Step.of(Action.LOSS_TO_ZERO)),
                        new Place(
                                Cause.REFUSED_BY_LIMITS,
                                places.limited(),
                                Step.of(Action.RAISE_LIMIT)))
                .filter(place -> place.count() > 0)
                .sorted(Comparator.comparingLong(Place::count).reversed())
                .map(place -> place.finding(statistics.lost()))
                .forEach(findings::add);
    }

    private record Place(Cause cause, long count, Step... steps) {
        Finding finding(long lost) {
            return Finding.of(cause, List.of(count, lost), steps);
        }
    }

    private static Optional<Finding> late(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        if (statistics.late() == 0 || evidence.losses().slowestLateNanos().isEmpty()) {
            return Optional.empty();
        }
        Duration timeout = evidence.plan().timeout();
        Duration slowest = Duration.ofNanos(evidence.losses().slowestLateNanos().getAsLong());
        Step raise = Step.of(Action.RAISE_TIMEOUT, TimeoutAdvice.above(slowest));
        boolean noHigher = timeout.compareTo(PingPlan.MAX_TIMEOUT) >= 0;
        List<Step> steps = noHigher ? List.of() : List.of(raise);
        return Optional.of(
                statistics.received() == 0
                        ? new Finding(Cause.ONLY_LATE, List.of(timeout, slowest), steps)
                        : new Finding(
                                Cause.SOME_LATE,
                                List.of(statistics.late(), statistics.lost(), timeout, slowest),
                                steps));
    }

    private static Optional<Finding> burstsOrBook(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        boolean onlyTimeouts =
                statistics.timedOut() > 0 && statistics.timedOut() == statistics.lost();
        boolean explained =
                statistics.lossPlaces().server() + statistics.lossPlaces().limited() > 0;
        if (!onlyTimeouts || statistics.received() == 0 || explained) {
            return Optional.empty();
        }
        if (evidence.losses().inBursts()) {
            // A machine that stood still loses pings in a burst of its own.
            return statistics.heldUp() > 0
                    ? Optional.empty()
                    : Optional.of(
                            Finding.of(
                                    Cause.BURSTS,
                                    List.of(evidence.losses().longest()),
                                    Step.of(Action.OTHER_CONNECTION)));
        }
        boolean known = statistics.lossPlaces().known() > 0;
        return known || statistics.settled() < LEAST_PINGS
                ? Optional.empty()
                : statistics.lossInterval().flatMap(LossRules::book);
    }

    private static Optional<Finding> book(Interval interval) {
        boolean book = contains(interval, BOOK);
        boolean python = contains(interval, BOOKS_PYTHON);
        if (!book && !python) {
            return Optional.empty();
        }
        Cause cause =
                book && python
                        ? Cause.LIKE_EITHER_BOOK
                        : book ? Cause.LIKE_THE_BOOK : Cause.LIKE_THE_BOOKS_PYTHON;
        return Optional.of(
                Finding.of(
                        cause,
                        List.of(interval),
                        Step.of(Action.LOSS_TO_ZERO),
                        Step.of(Action.MORE_PINGS)));
    }

    private static boolean contains(Interval interval, double share) {
        return interval.low() <= share && share <= interval.high();
    }
}
