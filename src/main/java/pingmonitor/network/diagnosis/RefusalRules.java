package pingmonitor.network.diagnosis;

import java.util.List;
import pingmonitor.session.Statistics;

/** What it means that the network, or a machine in it, said no. */
final class RefusalRules {
    private RefusalRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        Statistics statistics = evidence.statistics();
        if (statistics.unreachable() == 0) {
            return;
        }
        boolean others = statistics.received() + statistics.late() > 0;
        if (evidence.hostRefused()) {
            findings.add(others ? hostAtTimes(statistics) : host(evidence));
        } else if (others) {
            findings.add(portAtTimes(evidence));
        } else {
            findings.add(evidence.targetIsHere() ? portHere(evidence) : port(evidence));
        }
    }

    private static Finding host(Evidence evidence) {
        String host = evidence.plan().host();
        return Finding.of(
                Cause.HOST_UNREACHABLE,
                List.of(host),
                Step.of(Action.CHECK_ADDRESS, host),
                Step.of(Action.COMPUTER_ON),
                Step.of(Action.SAME_NETWORK));
    }

    private static Finding hostAtTimes(Statistics statistics) {
        return Finding.of(
                Cause.HOST_UNREACHABLE_AT_TIMES,
                List.of(statistics.unreachable()),
                Step.of(Action.OTHER_CONNECTION));
    }

    private static Finding portAtTimes(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        String port = port(evidence.plan().port());
        return Finding.of(
                Cause.PORT_REFUSED_AT_TIMES,
                List.of(statistics.unreachable(), statistics.settled(), port),
                Step.of(Action.PING_AGAIN));
    }

    private static Finding portHere(Evidence evidence) {
        String port = port(evidence.plan().port());
        return Finding.of(
                Cause.PORT_REFUSED_HERE,
                List.of(port),
                Step.of(Action.START_SERVER_HERE, port),
                Step.of(Action.COMPARE_PORTS, port));
    }

    private static Finding port(Evidence evidence) {
        String port = port(evidence.plan().port());
        return Finding.of(
                Cause.PORT_REFUSED,
                List.of(evidence.plan().host(), port),
                Step.of(Action.START_SERVER, port),
                Step.of(Action.COMPARE_PORTS, port),
                Step.of(Action.CHECK_FORWARDED_PORT),
                Step.of(Action.OPEN_FIREWALL, port));
    }

    /** As text: a port is no quantity, and has no thousands to be grouped. */
    private static String port(int port) {
        return Integer.toString(port);
    }
}
