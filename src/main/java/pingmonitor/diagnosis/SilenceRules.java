package pingmonitor.diagnosis;

import java.net.InetAddress;
import java.util.List;

/** Steps to check when nothing was received at all, from the server outwards. Silence itself proves nothing. */
final class SilenceRules {
    private SilenceRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        if (evidence.silence()) {
            evidence.target().map(target -> finding(evidence, target)).ifPresent(findings::add);
        }
    }

    private static Finding finding(Evidence evidence, InetAddress target) {
        String port = evidence.port();
        if (evidence.targetIsHere()) {
            return here(evidence, port);
        }
        return evidence.here().inOwnNetwork(target) ? near(target, port) : far(target, port);
    }

    private static Finding here(Evidence evidence, String port) {
        if (evidence.ownServer() instanceof OwnServer.On on) {
            return on.port() == evidence.plan().port()
                    ? Finding.of(
                            Cause.OWN_SERVER_SILENT,
                            List.of(port),
                            evidence.atServer(Action.LOSS_TO_ZERO))
                    : Finding.of(
                            Cause.SILENCE_HERE,
                            List.of(port),
                            Step.of(Action.OTHER_PROGRAM_AT_PORT),
                            Step.of(Action.PING_OWN_SERVER, Integer.toString(on.port())));
        }
        // Where a program is known to hold the port, no other can take it.
        return evidence.portIsHeld()
                ? Finding.of(
                        Cause.SILENCE_HELD,
                        List.of(port),
                        Step.of(Action.COMPARE_MESSAGE),
                        Step.of(Action.PRINT_MESSAGES),
                        Step.of(Action.LOOK_FOR_ERROR),
                        Step.of(Action.OTHER_PROGRAM_AT_PORT))
                : Finding.of(
                        Cause.SILENCE_HERE,
                        List.of(port),
                        Step.of(Action.OTHER_PROGRAM_AT_PORT),
                        Step.of(Action.COMPARE_MESSAGE),
                        evidence.startOfServer());
    }

    private static Finding near(InetAddress target, String port) {
        return Finding.of(
                Cause.SILENCE_NEAR,
                List.of(target),
                Step.of(Action.PING_LOOPBACK_THERE, port),
                Step.of(Action.PING_ITSELF_THERE, target, port),
                Step.of(Action.COMPARE_BINDING),
                Step.of(Action.OPEN_FIREWALL, port),
                Step.of(Action.SAME_NETWORK),
                Step.of(Action.COMPARE_MESSAGE));
    }

    private static Finding far(InetAddress target, String port) {
        return Finding.of(
                Cause.SILENCE_FAR,
                List.of(target),
                Step.of(Action.PING_LOOPBACK_THERE, port),
                Step.of(Action.PING_LAN_THERE, port),
                Step.of(Action.COMPARE_BINDING),
                Step.of(Action.OPEN_FIREWALL, port),
                Step.of(Action.FORWARD_PORT),
                Step.of(Action.USE_LAN_ADDRESS),
                Step.of(Action.COMPARE_MESSAGE));
    }
}
