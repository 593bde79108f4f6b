package pingmonitor.ui.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Gateway;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.NatWarning;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.Fx;

/** What holds of consent and forwarding after the server was off, or the router changed. */
@Tag("view")
class ForwardRestartViewTest extends ForwardWindowFixture {
    private static final ManualEntry OTHER_ROUTER =
            new ManualEntry(
                    new Gateway(ip("10.0.0.1"), ip("10.0.0.7"), "eth0", true), 12_000, 12_000);

    @Start
    void start(Stage window) {
        openWindow(window);
    }

    @Test
    void aRestartedServerIsNotForwardedBeforeThePersonAgreesAgain(FxRobot robot) throws Exception {
        ScriptedForwarding first = openAssistant(robot, 12_000);
        String consent = text(robot, "#forwardConsent");
        assertTrue(consent.contains("nothing is forwarded until you agree again"), consent);
        Fx.click(robot, "#forwardAsk");
        robot.type(KeyCode.ESCAPE);
        await(() -> first.orders.equals(List.of(AGREED)));
        first.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))));
        routers.removal = ForwardingState.Removal.REMOVED;
        robot.interact(() -> model.serverIs(OptionalInt.empty()));
        await(() -> first.orders.equals(List.of(AGREED, "close")));
        assertFalse(shown(robot, "#forwardAnew"));
        robot.interact(() -> model.serverIs(OptionalInt.of(12_007)));
        await(() -> text(robot, "#forwardStatus").startsWith("Not forwarded now"));
        assertEquals("Forward port 12007 now", text(robot, "#forwardAnew"));
        // The model works in order, so an earlier request to the router would come before this.
        robot.interact(model::removeLeftovers);
        robot.interact(() -> robot.lookup("#forwardOpen").queryButton().fire());
        await(() -> routers.made.size() == 2);
        assertEquals(List.of(), routers.made.get(1).orders, "nobody agreed");
        robot.type(KeyCode.ESCAPE);
        await(() -> routers.made.get(1).orders.equals(List.of("close")));
    }

    @Test
    void anUnconfirmedRemovalIsStillShownAfterARestart(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        robot.type(KeyCode.ESCAPE);
        await(() -> router.orders.equals(List.of(AGREED)));
        routers.removal = ForwardingState.Removal.LEFT_FOR_NEXT_START;
        robot.interact(() -> model.serverIs(OptionalInt.empty()));
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        await(() -> text(robot, "#forwardStatus").contains("did not confirm"));
        assertTrue(shown(robot, "#forwardAnew"));
    }

    @Test
    void oneClickForwardsARestartedServerAgain(FxRobot robot) throws Exception {
        ScriptedForwarding first = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        robot.type(KeyCode.ESCAPE);
        await(() -> first.orders.equals(List.of(AGREED)));
        robot.interact(() -> model.serverIs(OptionalInt.empty()));
        robot.interact(() -> model.serverIs(OptionalInt.of(12_007)));
        await(() -> shown(robot, "#forwardAnew"));
        Fx.click(robot, "#forwardAnew");
        assertFalse(shown(robot, "#forwardAnew"));
        assertEquals("forwardOpen", focused());
        await(() -> routers.made.size() == 2);
        await(() -> routers.made.get(1).orders.equals(List.of(AGREED)));
        assertEquals(ForwardingPlan.of(12_007), routers.made.get(1).plan);
        model.shutdown();
        robot.interact(model::shutdown);
        // Both calls return.
        await(() -> routers.made.get(1).orders.contains("close"));
        assertEquals(List.of(AGREED, "close"), routers.made.get(1).orders, "closed once");
    }

    @Test
    void aMappedAddressIsKeptForTheRouterOfItsNetwork(FxRobot robot) throws Exception {
        String seen = "192.168.1.20 seen as 198.51.100.1";
        reportMappedAddress(robot, "192.168.1.20", "198.51.100.1");
        reportMappedAddress(robot, "192.168.1.20", "192.168.1.20");
        reportMappedAddress(robot, "192.168.1.20", "100.64.0.9");
        ScriptedForwarding first = openAssistant(robot, 12_000);
        // The router also learns of addresses seen earlier, but of none that is private.
        await(() -> first.orders.equals(List.of(seen)));
        Fx.click(robot, "#forwardAsk");
        robot.type(KeyCode.ESCAPE);
        first.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))));
        first.warns(NatWarning.SEEN_OTHERWISE);
        await(() -> text(robot, "#forwardStatus").contains("may not work"));
        assertEquals(
                Optional.of(endpoint(PublicEndpoint.Source.ROUTER_SEEN_OTHERWISE)),
                model.publicEndpointProperty().get());
        ScriptedForwarding second = restartServer(robot, 2);
        await(() -> second.orders.equals(List.of(AGREED, seen)));

        second.looked(MANUAL_ENTRY);
        second.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.77"))));
        await(() -> text(robot, "#forwardStatus").contains("203.0.113.77"));
        ScriptedForwarding third = restartServer(robot, 3);
        await(() -> third.orders.equals(List.of(AGREED)));
        reportMappedAddress(robot, "192.168.1.20", "198.51.100.2");
        await(() -> third.orders.equals(List.of(AGREED, "192.168.1.20 seen as 198.51.100.2")));

        third.looked(Optional.of(OTHER_ROUTER));
        third.becomes(new ForwardingState.NeedsConsent());
        await(() -> text(robot, "#forwardStatus").contains("router has changed"));
        ScriptedForwarding fourth = restartServer(robot, 4);
        await(() -> fourth.orders.equals(List.of(AGREED)));
    }

    @Test
    void anotherRouterNeedsConsentOfItsOwn(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))));
        await(() -> shown(robot, "#forwardToGive"));
        router.looked(Optional.of(OTHER_ROUTER));
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> text(robot, "#forwardStatus").contains("router has changed"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
        assertEquals("http://10.0.0.1/", text(robot, "#forwardRouterPage"));
        assertTrue(text(robot, "#forwardConsent").contains("Nothing has been sent"));
        Fx.click(robot, "#forwardAsk");
        await(() -> router.orders.equals(List.of(AGREED, "agree to 10.0.0.1")));
        robot.type(KeyCode.ESCAPE);
        ScriptedForwarding next = restartServer(robot, 2);
        await(() -> next.orders.equals(List.of("agree to 10.0.0.1")));
    }

    /** Switches the server off and on, forwards its port again and returns the new forwarding. */
    private ScriptedForwarding restartServer(FxRobot robot, int made) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.empty()));
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        await(() -> shown(robot, "#forwardAnew"));
        Fx.click(robot, "#forwardAnew");
        await(() -> routers.made.size() == made);
        return routers.made.get(made - 1);
    }

    private void reportMappedAddress(FxRobot robot, String own, String outside) {
        robot.interact(() -> model.seenFromOutside(ip(own), ip(outside)));
    }
}
