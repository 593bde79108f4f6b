package pingmonitor.diagnosis;

import java.net.Inet6Address;
import java.util.List;
import pingmonitor.host.AddressScope;
import pingmonitor.ping.Problem.Kind;

/** What it means that pings could not leave this machine. */
final class SendingRules {
    private SendingRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        String host = evidence.plan().host();
        boolean noName = evidence.has(Kind.NAME_NOT_FOUND);
        boolean noRoute = evidence.has(Kind.NO_ROUTE);
        boolean offline = evidence.here().offline() && !evidence.targetIsHere();
        if (offline && (noName || noRoute)) {
            findings.add(
                    Finding.of(Cause.NO_NETWORK, List.of(), Step.of(Action.CONNECT_THIS_COMPUTER)));
        }
        if (noName) {
            findings.add(
                    Finding.of(
                            Cause.NAME_NOT_FOUND,
                            List.of(host),
                            Step.of(Action.CHECK_SPELLING, host),
                            Step.of(Action.TYPE_ADDRESS)));
        }
        if (noRoute && !offline) {
            findings.add(noRoute(evidence, host));
        }
        if (evidence.has(Kind.NOT_PERMITTED)) {
            findings.add(
                    Finding.of(
                            Cause.SENDING_FORBIDDEN, List.of(host), Step.of(Action.ALLOW_SENDING)));
        }
    }

    private static Finding noRoute(Evidence evidence, String host) {
        boolean six = evidence.target().filter(Inet6Address.class::isInstance).isPresent();
        return six && evidence.here().withoutIpv6()
                ? Finding.of(
                        Cause.NO_IPV6,
                        List.of(host),
                        Step.of(Action.CHOOSE_IPV4),
                        Step.of(Action.CONNECT_THIS_COMPUTER))
                : Finding.of(Cause.NO_ROUTE, List.of(host), waysOut(evidence, host));
    }

    /**
     * To a public address there is no way only where none leads out of this machine's networks: then no address is
     * reached.
     */
    private static Step[] waysOut(Evidence evidence, String host) {
        Step address = Step.of(Action.CHECK_ADDRESS, host);
        Step network = Step.of(Action.CONNECT_THIS_COMPUTER);
        if (evidence.localNetworkMayBeForbidden()) {
            return new Step[] {Step.of(Action.ALLOW_LOCAL_NETWORK), address, network};
        }
        boolean isPublic =
                evidence.target()
                        .map(AddressScope::of)
                        .filter(AddressScope.PUBLIC::equals)
                        .isPresent();
        return isPublic ? new Step[] {network, address} : new Step[] {address, network};
    }
}
