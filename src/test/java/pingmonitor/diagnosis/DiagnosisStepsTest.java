package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.diagnosis.Story.ALL_LOST;
import static pingmonitor.diagnosis.Story.NEAR;
import static pingmonitor.diagnosis.Story.actions;
import static pingmonitor.diagnosis.Story.far;
import static pingmonitor.diagnosis.Story.near;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.host.OperatingSystem;
import pingmonitor.ping.Problem.Kind;

/** Which steps a finding suggests, and in which order. */
class DiagnosisStepsTest {
    @Test
    void theChecksStartAtTheServerAndGoOutwards() {
        assertEquals(
                List.of(
                        Action.PING_LOOPBACK_THERE,
                        Action.PING_LAN_THERE,
                        Action.COMPARE_BINDING,
                        Action.OPEN_FIREWALL,
                        Action.FORWARD_PORT,
                        Action.USE_LAN_ADDRESS,
                        Action.COMPARE_MESSAGE),
                actionsOfLastFinding(far().pings(ALL_LOST).over()));
        assertEquals(
                List.of(
                        Action.PING_LOOPBACK_THERE,
                        Action.PING_ITSELF_THERE,
                        Action.COMPARE_BINDING,
                        Action.OPEN_FIREWALL,
                        Action.SAME_NETWORK,
                        Action.COMPARE_MESSAGE),
                actionsOfLastFinding(near().pings(ALL_LOST).over()));
    }

    /** A host without a route to a public address has no route to any other. */
    @Test
    void withoutARouteToAPublicAddressTheNetworkIsCheckedFirst() {
        Story publicAddress = Story.toName("8.8.8.8").failed(Kind.NO_ROUTE);
        Story privateAddress = Story.toName("10.77.1.2").failed(Kind.NO_ROUTE);

        assertEquals(
                List.of(Action.CONNECT_THIS_COMPUTER, Action.CHECK_ADDRESS),
                actions(publicAddress.findings().get(0)));
        assertEquals(
                List.of(Action.CHECK_ADDRESS, Action.CONNECT_THIS_COMPUTER),
                actions(privateAddress.findings().get(0)));
    }

    /** Since version 15 macOS asks the person; until then it answers "No route to host". */
    @Test
    void onMacosTheRightToUseTheLocalNetworkComesFirst() {
        HostNetworks mac = Story.homeOn(OperatingSystem.MACOS);
        Story near = near().failed(Kind.NO_ROUTE);
        Story unreachable = near().pings("hhh").over();
        Story far = Story.toName("8.8.8.8").failed(Kind.NO_ROUTE);

        assertEquals(
                List.of(
                        Action.ALLOW_LOCAL_NETWORK,
                        Action.CHECK_ADDRESS,
                        Action.CONNECT_THIS_COMPUTER),
                actions(near.findings(mac).get(0)));
        assertEquals(
                Action.ALLOW_LOCAL_NETWORK,
                unreachable.findings(mac).get(0).steps().get(0).action());
        assertFalse(actions(far.findings(mac).get(0)).contains(Action.ALLOW_LOCAL_NETWORK));
        assertFalse(
                actions(near.findings(Story.homeOn(OperatingSystem.WINDOWS)).get(0))
                        .contains(Action.ALLOW_LOCAL_NETWORK));
    }

    @Test
    void anUnreachableHostSuggestsTheFirewall() {
        assertTrue(actionsOfLastFinding(near().pings("hhh").over()).contains(Action.OPEN_FIREWALL));
    }

    @Test
    void theSuggestedTimeoutExceedsTheSlowestReply() {
        Step step = near().late(1_100).late(1_240).over().findings().get(0).steps().get(0);

        assertEquals(Step.of(Action.RAISE_TIMEOUT, Duration.ofSeconds(2)), step);
    }

    @Test
    void atAFixedRateTheStepsAdviseToWaitForTheReply() {
        assertEquals(
                List.of(Action.SEND_TEXT_BACK, Action.WAIT_FOR_REPLY),
                actionsOfLastFinding(Story.atFixedRateTo(NEAR).pings(ALL_LOST).foreign().over()));
        assertEquals(
                List.of(Action.SEND_TEXT_BACK),
                actionsOfLastFinding(near().pings(ALL_LOST).foreign().over()));
    }

    private static List<Action> actionsOfLastFinding(Story story) {
        return story.findings().get(story.findings().size() - 1).steps().stream()
                .map(Step::action)
                .toList();
    }
}
