package pingmonitor.diagnosis;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import pingmonitor.host.AddressScope;
import pingmonitor.ping.Problem;
import pingmonitor.session.Statistics;

/** Findings about an address that never answered: some addresses cannot be reached from here. */
final class AddressRules {
    private AddressRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        Statistics statistics = evidence.statistics();
        boolean noWay =
                evidence.nothingHeard()
                        && statistics.hostUnreachable() > 0
                        && statistics.portUnreachable() == 0;
        if (evidence.silence() || noWay || evidence.has(Problem.Kind.NO_ROUTE)) {
            evidence.target()
                    .flatMap(target -> finding(target, evidence.here()))
                    .ifPresent(findings::add);
        }
    }

    private static Optional<Finding> finding(InetAddress target, HostNetworks here) {
        if (here.outside().contains(target) && !here.isOwn(target)) {
            return Optional.of(
                    Finding.of(
                            Cause.OWN_PUBLIC_ADDRESS,
                            List.of(target),
                            Step.of(Action.USE_LAN_ADDRESS)));
        }
        if (!here.outsideOwnNetworks(target)) {
            return Optional.empty();
        }
        switch (AddressScope.of(target)) {
            case PRIVATE:
                return Optional.of(elsewhere(Cause.PRIVATE_ELSEWHERE, target));
            case LINK_LOCAL:
                return Optional.of(
                        Finding.of(
                                Cause.LINK_LOCAL_ELSEWHERE,
                                List.of(target),
                                Step.of(Action.SAME_NETWORK),
                                Step.of(Action.CHECK_ADDRESS, target)));
            case CARRIER:
                return here.insideCarrier()
                        ? Optional.empty()
                        : Optional.of(elsewhere(Cause.CARRIER_INSIDE, target));
            default:
                return Optional.empty();
        }
    }

    private static Finding elsewhere(Cause cause, InetAddress target) {
        return Finding.of(
                cause,
                List.of(target),
                Step.of(Action.GIVE_PUBLIC_ADDRESS),
                Step.of(Action.SAME_NETWORK));
    }
}
