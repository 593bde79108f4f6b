package pingmonitor.ui.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Gateway;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.MappingRefusal;
import pingmonitor.router.Protocol;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.Fx;

/** The assistant shows the state of the forwarding, and what to enter by hand. */
@Tag("view")
class ForwardAssistantTest extends ForwardWindowFixture {
    @Start
    void start(Stage window) {
        openWindow(window);
    }

    @Test
    void withoutConsentNoRouterIsAskedAndTheManualEntryIsShown(FxRobot robot) throws Exception {
        assertFalse(shown(robot, "#forwardSection"), "no server, nothing to reach");
        ScriptedForwarding router = openAssistant(robot, 12_000);
        assertEquals(ForwardingPlan.of(12_000), router.plan);
        String consent = text(robot, "#forwardConsent");
        assertTrue(consent.contains("UDP port 12000"), consent);
        assertTrue(consent.contains("10 minutes"), consent);
        assertTrue(consent.contains("Nothing has been sent"), consent);
        assertFalse(shown(robot, "#forwardSteps"));
        assertEquals("http://192.168.1.1/", text(robot, "#forwardRouterPage"));
        assertEquals("12000", text(robot, "#forwardExternalPort"));
        assertEquals("192.168.1.20", text(robot, "#forwardOwnAddress"));
        assertEquals("12000", text(robot, "#forwardInternalPort"));
        Fx.click(robot, "#forwardRouterPage");
        assertEquals(List.of(URI.create("http://192.168.1.1/")), opened);
        robot.interact(() -> robot.lookup("#forwardCopyHand").queryButton().fire());
        String copied = clipboard(robot);
        assertTrue(copied.contains("protocol UDP, external port 12000"), copied);
        assertTrue(copied.contains("192.168.1.20"), copied);
        assertEquals(List.of(), router.orders);
        robot.type(KeyCode.ESCAPE);
        await(() -> router.orders.equals(List.of("close")));
        assertFalse(shown(robot, "#forwardStatus"), "nothing was made, nothing is to be told");
    }

    @Test
    void everyStepIsShownUntilTheForwardingIsRemoved(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        await(() -> router.orders.equals(List.of(AGREED)));
        router.becomes(new ForwardingState.Asking());
        router.tell(new ForwardingEvent.Asking(Protocol.PCP, GATEWAY.address()));
        await(() -> step(robot, Protocol.PCP).equals("PCP: asking…"));
        assertEquals("Stop asking", text(robot, "#forwardStop"));
        assertEquals("UPnP: not asked yet", step(robot, Protocol.UPNP));
        assertFalse(shown(robot, "#forwardAsk"));
        router.answers(refused(Protocol.PCP, MappingRefusal.Kind.NO_ANSWER, OptionalInt.empty()));
        router.tell(new ForwardingEvent.Asking(Protocol.NAT_PMP, GATEWAY.address()));
        router.answers(
                refused(Protocol.NAT_PMP, MappingRefusal.Kind.NOT_ALLOWED, OptionalInt.of(2)));
        router.tell(new ForwardingEvent.PortTaken(Protocol.UPNP, 12_000, OptionalInt.of(12_001)));
        Mapping mapping = mapping(Optional.of("203.0.113.9"));
        router.answers(new MappingAttempt(Protocol.UPNP, new MappingAttempt.Granted(mapping)));
        router.becomes(new ForwardingState.Standing(mapping));
        await(() -> text(robot, "#forwardToGive").equals("203.0.113.9:12001"));
        assertEquals("PCP: no answer", step(robot, Protocol.PCP));
        assertTrue(step(robot, Protocol.NAT_PMP).contains("does not allow it"));
        assertTrue(step(robot, Protocol.NAT_PMP).contains("2"));
        assertEquals("UPnP: granted, external port 12001", step(robot, Protocol.UPNP));
        assertTrue(text(robot, "#forwardRemarks").contains("12000"));
        assertEquals("Forwarded at 203.0.113.9:12001", text(robot, "#forwardStatus"));
        assertEquals(
                Optional.of(endpoint(PublicEndpoint.Source.ROUTER)),
                model.publicEndpointProperty().get());
        assertEquals("Stop forwarding", text(robot, "#forwardStop"));
        robot.interact(() -> robot.lookup("#forwardCopyToGive").queryButton().fire());
        assertEquals("203.0.113.9:12001", clipboard(robot));

        routers.removal = ForwardingState.Removal.REMOVED;
        robot.interact(() -> robot.lookup("#forwardStop").queryButton().fire());
        await(() -> router.orders.contains("close") && routers.made.size() == 2);
        await(() -> text(robot, "#forwardStatus").contains("is removed from the router"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
        assertFalse(shown(robot, "#forwardToGive"));
        assertEquals(List.of(), routers.made.get(1).orders, "withdrawn");
        routers.made.get(1).looked(MANUAL_ENTRY);
        routers.made.get(1).becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardAsk"));
        assertTrue(text(robot, "#forwardEnded").contains("is removed from the router"));
        assertFalse(text(robot, "#forwardConsent").contains("Nothing has been sent"));
        assertFalse(shown(robot, "#forwardAnew"), "withdrawn by hand");
    }

    @Test
    void aPermanentForwardingNeedsConfirmation(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.NeedsPermanent(GATEWAY.address(), 12_000));
        await(() -> shown(robot, "#forwardPermanent"));
        assertTrue(text(robot, "#forwardState").contains("permanent port forwarding"));
        assertTrue(text(robot, "#forwardStatus").contains("needs your confirmation"));
        Fx.click(robot, "#forwardPermanentNo");
        Fx.click(robot, "#forwardPermanentYes");
        await(
                () ->
                        router.orders.equals(
                                List.of(AGREED, "not permanent 12000", "permanent 12000")));
    }

    @Test
    void theManualEntryNamesTheAddressToPingAndTheFirewall(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        String outside = text(robot, "#forwardHandOutside");
        assertTrue(outside.contains("router's internet address"), outside);
        assertTrue(outside.contains("12000"), outside);
        assertEquals(
                "By hand, on the settings page of the router", text(robot, "#forwardHandHeading"));
        for (ForwardingState each :
                List.of(
                        new ForwardingState.NeedsConsent(),
                        failed(),
                        new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))))) {
            router.becomes(each);
            await(() -> model.progressProperty().get().known().orElseThrow().state() == each);
            assertTrue(shown(robot, "#forwardFirewall"), each::toString);
            boolean stands = each instanceof ForwardingState.Standing;
            assertEquals(!stands, shown(robot, "#forwardHandOutside"), each::toString);
        }
        assertTrue(text(robot, "#forwardFirewall").contains("Open the firewall for others"));
        assertTrue(text(robot, "#forwardHandHeading").contains("only if"));
    }

    @Test
    void theNoteOnAGuessedRouterIsNotCutOff(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    section.dispose();
                    show(Locale.forLanguageTag("pt-BR"));
                });
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Gateway guess = new Gateway(ip("192.168.100.111"), ip("192.168.100.120"), "", false);
        router.looked(Optional.of(new ManualEntry(guess, 12_000, 12_000)));
        await(() -> shown(robot, "#forwardGuessed"));
        assertTrue(top(robot, "#forwardGuessed") > top(robot, "#forwardRouterPage"));
        String drawn = robot.lookup("#forwardGuessed .text").queryText().getText();
        assertEquals(text(robot, "#forwardGuessed"), drawn, "not cut");
    }

    @Test
    void withoutAnExternalAddressOnlyThePortIsShown(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        router.becomes(new ForwardingState.Standing(mapping(Optional.empty())));
        await(() -> shown(robot, "#forwardToGive"));
        assertEquals("the router's address, port 12001", text(robot, "#forwardToGive"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
    }

    @Test
    void withoutARouterNoUselessButtonIsOffered(FxRobot robot) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        Fx.click(robot, "#forwardOpen");
        await(() -> routers.made.size() == 1);
        routers.made.get(0).looked(Optional.empty());
        routers.made.get(0).becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardState"));
        assertTrue(text(robot, "#forwardState").contains("No router was found"));
        assertTrue(shown(robot, "#forwardNoRouter"));
        for (String button :
                List.of("#forwardAsk", "#forwardAgain", "#forwardStop", "#forwardCopyHand")) {
            assertFalse(shown(robot, button), button);
        }
        robot.interact(() -> model.serverIs(OptionalInt.empty()));
        await(() -> shown(robot, "#forwardServerOff"));
        assertFalse(shown(robot, "#forwardNoRouter"));
    }

    @Test
    void aFailureShowsItsReasonAndCanBeRetried(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.Asking());
        router.answers(refused(Protocol.PCP, MappingRefusal.Kind.NOT_OFFERED, OptionalInt.empty()));
        router.becomes(
                new ForwardingState.Failed(
                        ForwardingState.Why.REFUSED, Instant.parse("2026-11-23T10:42:07Z")));
        await(() -> shown(robot, "#forwardAgain"));
        assertTrue(text(robot, "#forwardState").contains("refused"));
        assertTrue(text(robot, "#forwardState").contains("The router is asked again at"));
        assertEquals("Stop asking", text(robot, "#forwardStop"));
        assertEquals("The port is not forwarded: see why", text(robot, "#forwardStatus"));
        Fx.click(robot, "#forwardAgain");
        await(() -> router.orders.equals(List.of(AGREED, "again")));
    }

    @Test
    void aPortLeftOpenByAnEarlierProgramIsShown(FxRobot robot) throws Exception {
        routers.leftovers = List.of(12_003);
        robot.interact(model::removeLeftovers);
        await(() -> shown(robot, "#forwardStatus"));
        assertTrue(text(robot, "#forwardStatus").contains("12003"));
    }

    @Test
    void theAssistantSpeaksPortuguese(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    section.dispose();
                    show(Locale.forLanguageTag("pt-BR"));
                });
        ScriptedForwarding router = openAssistant(robot, 12_000);
        assertTrue(text(robot, "#forwardConsent").contains("Nada foi enviado ainda"));
        assertEquals("Pedir ao roteador", text(robot, "#forwardAsk"));
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.Asking());
        router.tell(new ForwardingEvent.Asking(Protocol.PCP, GATEWAY.address()));
        await(() -> step(robot, Protocol.PCP).equals("PCP: pedindo…"));
        router.answers(refused(Protocol.PCP, MappingRefusal.Kind.NO_ANSWER, OptionalInt.empty()));
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))));
        await(() -> step(robot, Protocol.PCP).equals("PCP: nenhuma resposta"));
        await(() -> text(robot, "#forwardStatus").equals("Redirecionada: 203.0.113.9:12001"));
    }

    private static String step(FxRobot robot, Protocol protocol) {
        return text(robot, "#forwardStep" + protocol.name());
    }

    private static String clipboard(FxRobot robot) {
        List<String> content = new ArrayList<>();
        robot.interact(() -> content.add(Clipboard.getSystemClipboard().getString()));
        return content.get(0);
    }
}
