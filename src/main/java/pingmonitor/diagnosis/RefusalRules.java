package pingmonitor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.session.Statistics;

/** What it means that the network, or a machine in it, said no. */
final class RefusalRules {
    private RefusalRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        Statistics statistics = evidence.statistics();
        if (statistics.portUnreachable() >= statistics.hostUnreachable()) {
            port(evidence, findings);
            host(evidence, findings);
        } else {
            host(evidence, findings);
            port(evidence, findings);
        }
    }

    private static void port(Evidence evidence, List<Finding> findings) {
        if (evidence.statistics().portUnreachable() > 0) {
            findings.add(PortChangeRules.finding(evidence).orElseGet(() -> portClosed(evidence)));
        }
    }

    private static Finding portClosed(Evidence evidence) {
        if (evidence.heard()) {
            return portAtTimes(evidence);
        }
        return evidence.targetIsHere() ? portHere(evidence) : portThere(evidence);
    }

    /** If a port was called closed as well, some pings did reach the machine. */
    private static void host(Evidence evidence, List<Finding> findings) {
        Statistics statistics = evidence.statistics();
        if (statistics.hostUnreachable() > 0) {
            boolean others = evidence.heard() || statistics.portUnreachable() > 0;
            findings.add(others ? hostAtTimes() : hostNever(evidence));
        }
    }

    private static Finding hostNever(Evidence evidence) {
        String host = evidence.plan().host();
        String port = evidence.port();
        List<Step> steps = new ArrayList<>();
        if (evidence.localNetworkMayBeForbidden()) {
            steps.add(Step.of(Action.ALLOW_LOCAL_NETWORK));
        }
        steps.add(Step.of(Action.CHECK_ADDRESS, host));
        steps.add(Step.of(Action.COMPUTER_ON));
        steps.add(Step.of(Action.SAME_NETWORK));
        steps.add(Step.of(Action.OPEN_FIREWALL, port));
        return Finding.of(Cause.HOST_UNREACHABLE, List.of(host), steps.toArray(Step[]::new));
    }

    private static Finding hostAtTimes() {
        return Finding.of(
                Cause.HOST_UNREACHABLE_AT_TIMES, List.of(), Step.of(Action.OTHER_CONNECTION));
    }

    private static Finding portAtTimes(Evidence evidence) {
        return Finding.of(
                Cause.PORT_REFUSED_AT_TIMES, List.of(evidence.port()), Step.of(Action.PING_AGAIN));
    }

    private static Finding portHere(Evidence evidence) {
        return BindingRules.elsewhere(evidence).orElseGet(() -> closedHere(evidence));
    }

    private static Finding closedHere(Evidence evidence) {
        String port = evidence.port();
        if (evidence.ownServer() instanceof OwnServer.On on) {
            return on.port() == evidence.plan().port()
                    ? Finding.of(Cause.OWN_SERVER_ON_NOW, List.of(port), Step.of(Action.PING_AGAIN))
                    : ownServerAtOtherPort(port, port(on.port()));
        }
        if (evidence.target().filter(evidence.bindings()::coverByIpv6Only).isPresent()) {
            return Finding.of(
                    Cause.PORT_OPEN_FOR_IPV6,
                    List.of(port),
                    Step.of(Action.PING_ADDRESS, "::1", port),
                    Step.of(Action.PING_AGAIN));
        }
        if (evidence.portIsHeld()) {
            return Finding.of(Cause.PORT_OPEN_NOW, List.of(port), Step.of(Action.PING_AGAIN));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(evidence.startOfServer());
        steps.add(Step.of(Action.COMPARE_PORTS, port));
        BindingRules.otherAddress(evidence).ifPresent(steps::add);
        return new Finding(Cause.PORT_REFUSED_HERE, List.of(port), List.copyOf(steps));
    }

    private static Finding ownServerAtOtherPort(String port, String own) {
        return Finding.of(
                Cause.OWN_SERVER_AT_OTHER_PORT,
                List.of(port, own),
                Step.of(Action.PING_OWN_SERVER, own),
                Step.of(Action.MOVE_OWN_SERVER, port));
    }

    private static Finding portThere(Evidence evidence) {
        String port = evidence.port();
        return Finding.of(
                Cause.PORT_REFUSED,
                List.of(evidence.plan().host(), port),
                Step.of(Action.START_SERVER, port),
                Step.of(Action.COMPARE_PORTS, port),
                Step.of(Action.COMPARE_BINDING),
                Step.of(Action.CHECK_FORWARDED_PORT),
                Step.of(Action.OPEN_FIREWALL, port));
    }

    /** As text: a port is no quantity, and has no thousands to be grouped. */
    private static String port(int port) {
        return Integer.toString(port);
    }
}
