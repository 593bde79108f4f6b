package pingmonitor.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.LossLocations;
import pingmonitor.session.Statistics;

/** What it means that some pings were lost, or answered too late. */
final class LossRules {
    /** The shortest time after which NATs are known to forget who may answer; most take 30 s or more. */
    private static final Duration NAT_FORGETS = Duration.ofSeconds(20);

    /** Late replies that can be just after the next ping by chance are fewer. */
    private static final int MIN_BEHIND = 3;

    private static final Duration JUST_AFTER = Duration.ofMillis(50);

    private LossRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        if (evidence.outcome().isEmpty()) {
            return;
        }
        counted(evidence).stream()
                .filter(counted -> counted.count() > 0)
                .sorted(Comparator.comparingLong(Counted::count).reversed())
                .map(Counted::finding)
                .forEach(findings::add);
        PatternRules.finding(evidence).ifPresent(findings::add);
        nat(evidence).ifPresent(findings::add);
    }

    /** Of how many lost pings a finding is. */
    private record Counted(long count, Finding finding) {}

    /** What the server itself said, and the replies that came too late. */
    private static List<Counted> counted(Evidence evidence) {
        LossLocations places = evidence.statistics().lossPlaces();
        long lost = evidence.statistics().lost();
        List<Counted> all = new ArrayList<>();
        all.add(counted(Cause.LOST_THERE, places.there(), lost, Step.of(Action.OTHER_CONNECTION)));
        all.add(
                counted(
                        Cause.LOST_BACK,
                        places.back(),
                        lost,
                        Step.of(Action.FIREWALL_OF_CLIENT),
                        Step.of(Action.OTHER_CONNECTION)));
        all.add(
                counted(
                        Cause.DROPPED_BY_SERVER,
                        places.server(),
                        lost,
                        evidence.atServer(Action.LOSS_TO_ZERO)));
        all.add(
                counted(
                        Cause.REFUSED_BY_LIMITS,
                        places.limited(),
                        lost,
                        evidence.atServer(Action.RAISE_LIMIT)));
        late(evidence)
                .map(finding -> new Counted(evidence.statistics().late(), finding))
                .ifPresent(all::add);
        return all;
    }

    private static Counted counted(Cause cause, long count, long lost, Step... steps) {
        return new Counted(count, Finding.of(cause, List.of(count, lost), steps));
    }

    /** A NAT loses nothing on the way there, but does not let every reply back in. */
    private static Optional<Finding> nat(Evidence evidence) {
        if (evidence.statistics().lossPlaces().back() == 0) {
            return Optional.empty();
        }
        List<Step> steps =
                longestGap(evidence.plan()).compareTo(NAT_FORGETS) >= 0
                        ? List.of(Step.of(Action.SHORTER_PAUSE))
                        : List.of();
        if (evidence.natChanged()) {
            return evidence.translatedTo()
                    .map(seen -> new Finding(Cause.NAT_CHANGED, List.of(seen), steps));
        }
        return evidence.translatedTo()
                .filter(seen -> !steps.isEmpty())
                .map(seen -> new Finding(Cause.NAT, List.of(seen), steps));
    }

    /** For how long no ping may leave, or a reply be under way that is still waited for. */
    private static Duration longestGap(PingPlan plan) {
        Duration timeout = plan.timeout();
        return plan.pacing() instanceof Pacing.StopAndWait wait
                ? timeout.plus(wait.pause())
                : ((Pacing.FixedRate) plan.pacing()).interval();
    }

    /** Whether no reply came before the next ping had left, and the slowest just after that. */
    private static boolean isOneMessageBehind(Evidence evidence, Duration slowest) {
        Statistics statistics = evidence.statistics();
        boolean all =
                statistics.received() == 0
                        && statistics.late() >= MIN_BEHIND
                        && statistics.late() >= statistics.settled() - 1;
        Duration next = longestGap(evidence.plan());
        return all
                && evidence.plan().pacing() instanceof Pacing.StopAndWait
                && slowest.compareTo(next) >= 0
                && slowest.compareTo(next.plus(JUST_AFTER)) <= 0;
    }

    private static Optional<Finding> late(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        if (statistics.late() == 0 || evidence.losses().slowestLateNanos().isEmpty()) {
            return Optional.empty();
        }
        Duration timeout = evidence.plan().timeout();
        Duration slowest = Duration.ofNanos(evidence.losses().slowestLateNanos().getAsLong());
        if (isOneMessageBehind(evidence, slowest)) {
            // A longer timeout would not help: the next ping then leaves later, too.
            return Optional.of(
                    Finding.of(
                            Cause.ONE_MESSAGE_BEHIND,
                            List.of(statistics.late()),
                            Step.of(Action.PRINT_MESSAGES)));
        }
        List<Step> steps = TimeoutAdvice.steps(timeout, slowest);
        return Optional.of(
                statistics.received() == 0
                        ? new Finding(Cause.ONLY_LATE, List.of(timeout, slowest), steps)
                        : new Finding(
                                Cause.SOME_LATE,
                                List.of(statistics.late(), statistics.lost(), timeout, slowest),
                                steps));
    }
}
