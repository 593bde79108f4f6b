package pingmonitor.ui.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Gateway;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.MappingRefusal;
import pingmonitor.router.NatWarning;
import pingmonitor.router.Protocol;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.Stylesheet;

/** The line in the card and the assistant, with a router that does what the test says. */
@Tag("view")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ForwardViewTest {
    private static final Gateway GATEWAY =
            new Gateway(ip("192.168.1.1"), ip("192.168.1.20"), "eth0", true);
    private static final String AGREED = "agree to 192.168.1.1";
    private static final Optional<ManualEntry> BY_HAND =
            Optional.of(new ManualEntry(GATEWAY, 12_000, 12_000));

    private static final ManualEntry ELSEWHERE =
            new ManualEntry(
                    new Gateway(ip("10.0.0.1"), ip("10.0.0.7"), "eth0", true), 12_000, 12_000);

    private final ScriptedForwarding.Factory routers = new ScriptedForwarding.Factory();
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private ForwardModel model;
    private ForwardSection section;
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new ForwardModel(routers, opened::add);
        show(Locale.ENGLISH);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(section::dispose);
        robot.interact(model::shutdown);
    }

    @Test
    void withoutConsentNothingIsAskedAndTheWayByHandIsShown(FxRobot robot) throws Exception {
        assertFalse(shown(robot, "#forwardSection"), "no server, nothing to reach");
        ScriptedForwarding router = openedAt(robot, 12_000);
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
    void everyStepIsShownUntilThePortIsForwardedAndTakenBack(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
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
        routers.made.get(1).looked(BY_HAND);
        routers.made.get(1).becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardAsk"));
        assertTrue(text(robot, "#forwardEnded").contains("is removed from the router"));
        assertFalse(text(robot, "#forwardConsent").contains("Nothing has been sent"));
        assertFalse(shown(robot, "#forwardAnew"), "withdrawn by hand");
    }

    @Test
    void afterTheServerWasOffNothingIsForwardedBeforeThePersonAgreesAgain(FxRobot robot)
            throws Exception {
        ScriptedForwarding first = openedAt(robot, 12_000);
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
        // Whatever had been ordered would be done before this.
        robot.interact(model::removeLeftovers);
        robot.interact(() -> robot.lookup("#forwardOpen").queryButton().fire());
        await(() -> routers.made.size() == 2);
        assertEquals(List.of(), routers.made.get(1).orders, "nobody agreed");
        robot.type(KeyCode.ESCAPE);
        await(() -> routers.made.get(1).orders.equals(List.of("close")));
    }

    @Test
    void whereTheRouterDidNotConfirmTheRemovalThatIsSaidStill(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
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
    void afterTheServerWasOffOneClickForwardsAgain(FxRobot robot) throws Exception {
        ScriptedForwarding first = openedAt(robot, 12_000);
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
        // Neither waits for ever.
        await(() -> routers.made.get(1).orders.contains("close"));
        assertEquals(List.of(AGREED, "close"), routers.made.get(1).orders, "closed once");
    }

    @Test
    void aRouterThatMakesOnlyPermanentOnesIsAskedAbout(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
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
    void anAddressThatIsNotPublicIsWarnedOf(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("192.168.7.2"))));
        router.warns(NatWarning.DOUBLE_NAT);
        await(() -> shown(robot, "#forwardWarnings") && shown(robot, "#forwardNextRouter"));
        List<String> warnings = new ArrayList<>();
        robot.lookup("#forwardWarnings .label")
                .queryAllAs(Label.class)
                .forEach(each -> warnings.add(each.getText()));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("it is behind another router"), warnings::toString);
        assertTrue(top(robot, "#forwardWarnings") < top(robot, "#forwardState"), "first of all");
        assertFalse(shown(robot, "#forwardToGive"), "nobody is given it");
        assertFalse(text(robot, "#forwardState").contains("share"));
        String next = text(robot, "#forwardNextRouter");
        assertTrue(next.contains("external port 12001, to the address 192.168.7.2"), next);
        assertTrue(text(robot, "#forwardStatus").contains("cannot be reached from the internet"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("100.64.0.7"))));
        router.warns(NatWarning.CARRIER_NAT);
        await(() -> !shown(robot, "#forwardNextRouter"));
        assertFalse(shown(robot, "#forwardToGive"), "nobody is given it");
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
    }

    @Test
    void whatIsDoubtfulIsSaidAlsoWhereTheRouterRefused(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(failed());
        router.warns(NatWarning.DOUBLE_NAT);
        await(() -> shown(robot, "#forwardWarnings"));
    }

    @Test
    void byHandTheAddressToPingIsSaidAndTheFirewall(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
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
    void aGuessedRouterIsCalledOneInFull(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    section.dispose();
                    show(Locale.forLanguageTag("pt-BR"));
                });
        ScriptedForwarding router = openedAt(robot, 12_000);
        Gateway guess = new Gateway(ip("192.168.100.111"), ip("192.168.100.120"), "", false);
        router.looked(Optional.of(new ManualEntry(guess, 12_000, 12_000)));
        await(() -> shown(robot, "#forwardGuessed"));
        assertTrue(top(robot, "#forwardGuessed") > top(robot, "#forwardRouterPage"));
        String drawn = robot.lookup("#forwardGuessed .text").queryText().getText();
        assertEquals(text(robot, "#forwardGuessed"), drawn, "not cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#forwardAsk", "#forwardAgain", "#forwardStop"})
    void oneMoreEnterDoesNothing(String selector, FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
        if (!selector.equals("#forwardAsk")) {
            robot.interact(() -> model.agree());
            router.becomes(failed());
            await(() -> shown(robot, selector));
        }
        robot.interact(() -> robot.lookup(selector).query().requestFocus());
        robot.type(KeyCode.ENTER);
        router.becomes(new ForwardingState.Asking());
        boolean agreed = model.isAgreed();
        await(() -> shown(robot, "#forwardStop") == agreed);
        robot.type(KeyCode.ENTER).type(KeyCode.SPACE);
        assertEquals(agreed, model.isAgreed());
        assertTrue(shown(robot, "#forwardClose"), "still open");
        // After all that was ordered.
        model.shutdown();
        await(() -> router.orders.contains(orderOf(selector)));
        assertEquals(
                1,
                router.orders.stream().filter(each -> each.equals(orderOf(selector))).count(),
                router.orders::toString);
    }

    private static String orderOf(String selector) {
        return switch (selector) {
            case "#forwardAsk" -> AGREED;
            case "#forwardAgain" -> "again";
            default -> "close";
        };
    }

    @Test
    void whatAFarEndSeesIsKeptForTheRouterOfThatNetwork(FxRobot robot) throws Exception {
        String seen = "192.168.1.20 seen as 198.51.100.1";
        sees(robot, "192.168.1.20", "198.51.100.1");
        sees(robot, "192.168.1.20", "192.168.1.20");
        sees(robot, "192.168.1.20", "100.64.0.9");
        ScriptedForwarding first = openedAt(robot, 12_000);
        // Also what was seen before; nothing private.
        await(() -> first.orders.equals(List.of(seen)));
        Fx.click(robot, "#forwardAsk");
        robot.type(KeyCode.ESCAPE);
        first.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))));
        first.warns(NatWarning.SEEN_OTHERWISE);
        await(() -> text(robot, "#forwardStatus").contains("may not work"));
        assertEquals(
                Optional.of(endpoint(PublicEndpoint.Source.ROUTER_SEEN_OTHERWISE)),
                model.publicEndpointProperty().get());
        ScriptedForwarding second = again(robot, 2);
        await(() -> second.orders.equals(List.of(AGREED, seen)));

        second.looked(BY_HAND);
        second.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.77"))));
        await(() -> text(robot, "#forwardStatus").contains("203.0.113.77"));
        ScriptedForwarding third = again(robot, 3);
        await(() -> third.orders.equals(List.of(AGREED)));
        sees(robot, "192.168.1.20", "198.51.100.2");
        await(() -> third.orders.equals(List.of(AGREED, "192.168.1.20 seen as 198.51.100.2")));

        third.looked(Optional.of(ELSEWHERE));
        third.becomes(new ForwardingState.NeedsConsent());
        await(() -> text(robot, "#forwardStatus").contains("router has changed"));
        ScriptedForwarding fourth = again(robot, 4);
        await(() -> fourth.orders.equals(List.of(AGREED)));
    }

    @Test
    void anotherRouterIsAskedOnlyAfterAnotherYes(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("203.0.113.9"))));
        await(() -> shown(robot, "#forwardToGive"));
        router.looked(Optional.of(ELSEWHERE));
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> text(robot, "#forwardStatus").contains("router has changed"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
        assertEquals("http://10.0.0.1/", text(robot, "#forwardRouterPage"));
        assertTrue(text(robot, "#forwardConsent").contains("Nothing has been sent"));
        Fx.click(robot, "#forwardAsk");
        await(() -> router.orders.equals(List.of(AGREED, "agree to 10.0.0.1")));
        robot.type(KeyCode.ESCAPE);
        ScriptedForwarding next = again(robot, 2);
        await(() -> next.orders.equals(List.of("agree to 10.0.0.1")));
    }

    @Test
    void aRouterThatDoesNotTellItsAddressGivesThePortAlone(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
        router.becomes(new ForwardingState.Standing(mapping(Optional.empty())));
        await(() -> shown(robot, "#forwardToGive"));
        assertEquals("the router's address, port 12001", text(robot, "#forwardToGive"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
    }

    @Test
    void withoutARouterItSaysSoAndOffersNothingThatDoesNothing(FxRobot robot) throws Exception {
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
    void whatFailedSaysWhyAndCanBeAskedAgain(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
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
    void thePersonIsToldWhatAnEarlierProgramLeftOpen(FxRobot robot) throws Exception {
        routers.leftovers = List.of(12_003);
        robot.interact(model::removeLeftovers);
        await(() -> shown(robot, "#forwardStatus"));
        assertTrue(text(robot, "#forwardStatus").contains("12003"));
    }

    @Test
    void theKeyboardGoesEverywhere(FxRobot robot) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        Node open = robot.lookup("#forwardOpen").query();
        robot.interact(open::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals("forwardClose", focused(), "until there is something to do");
        await(() -> routers.made.size() == 1);
        ScriptedForwarding router = routers.made.get(0);
        router.looked(BY_HAND);
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> focused().equals("forwardAsk"));
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reached.add(focused());
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertTrue(
                reached.containsAll(
                        List.of(
                                "forwardClose",
                                "forwardAsk",
                                "forwardRouterPage",
                                "forwardCopyHand")),
                reached::toString);
        assertFalse(reached.contains("forwardOpen"), reached::toString);
        robot.interact(() -> robot.lookup("#forwardAsk").query().requestFocus());
        robot.type(KeyCode.SPACE);
        await(() -> router.orders.equals(List.of(AGREED)));
        router.becomes(new ForwardingState.Asking());
        await(() -> !shown(robot, "#forwardAsk"));
        router.becomes(new ForwardingState.NeedsPermanent(GATEWAY.address(), 12_000));
        await(() -> shown(robot, "#forwardPermanent"));
        assertFalse(focused().startsWith("forwardPermanent"), "nobody is led to a yes by a key");
        robot.type(KeyCode.ESCAPE);
        assertEquals(open, stage.getScene().getFocusOwner());
    }

    @Test
    void theKeyboardBeginsAtTheFirstThingToDo(FxRobot robot) throws Exception {
        ScriptedForwarding router = openedAt(robot, 12_000);
        await(() -> focused().equals("forwardAsk"));
        robot.type(KeyCode.ENTER);
        await(() -> router.orders.equals(List.of(AGREED)));
        router.becomes(
                new ForwardingState.Failed(
                        ForwardingState.Why.REFUSED, Instant.parse("2026-11-23T10:42:07Z")));
        await(() -> shown(robot, "#forwardAgain"));
        robot.type(KeyCode.ESCAPE);
        Fx.click(robot, "#forwardOpen");
        assertEquals("forwardAgain", focused());
        robot.type(KeyCode.ESCAPE);
        router.becomes(new ForwardingState.NeedsPermanent(GATEWAY.address(), 12_000));
        await(() -> text(robot, "#forwardStatus").contains("needs your confirmation"));
        Fx.click(robot, "#forwardOpen");
        assertEquals("forwardPermanentYes", focused());
    }

    @Test
    void whoHasGoneOnByKeyboardIsLeftThere(FxRobot robot) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        Fx.click(robot, "#forwardOpen");
        await(() -> routers.made.size() == 1);
        ScriptedForwarding router = routers.made.get(0);
        router.looked(BY_HAND);
        await(() -> shown(robot, "#forwardCopyHand"));
        robot.interact(() -> robot.lookup("#forwardCopyHand").query().requestFocus());
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardAsk"));
        assertEquals("forwardCopyHand", focused());
    }

    @Test
    void speaksPortuguese(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    section.dispose();
                    show(Locale.forLanguageTag("pt-BR"));
                });
        ScriptedForwarding router = openedAt(robot, 12_000);
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

    private ScriptedForwarding openedAt(FxRobot robot, int port) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(port)));
        Fx.click(robot, "#forwardOpen");
        await(() -> routers.made.size() == 1);
        ScriptedForwarding router = routers.made.get(0);
        router.looked(BY_HAND);
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardAsk"));
        return router;
    }

    /** Switches the server off and on; the forwarding of the second time. */
    private ScriptedForwarding again(FxRobot robot, int made) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.empty()));
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        await(() -> shown(robot, "#forwardAnew"));
        Fx.click(robot, "#forwardAnew");
        await(() -> routers.made.size() == made);
        return routers.made.get(made - 1);
    }

    private void sees(FxRobot robot, String own, String outside) {
        robot.interact(() -> model.seenFromOutside(ip(own), ip(outside)));
    }

    private void show(Locale locale) {
        Overlay overlay = new Overlay();
        section = new ForwardSection(model, overlay, locale);
        Button elsewhere = new Button();
        elsewhere.setId("elsewhere");
        VBox card = new VBox(section.root(), elsewhere);
        Scene scene = new Scene(new StackPane(card, overlay.root()), 1024, 700);
        scene.getStylesheets().add(Stylesheet.beside(ForwardSection.class, "forward.css"));
        stage.setScene(scene);
        stage.show();
    }

    private static MappingAttempt refused(
            Protocol protocol, MappingRefusal.Kind kind, OptionalInt code) {
        return new MappingAttempt(
                protocol, new MappingAttempt.Refused(new MappingRefusal(kind, code, "")));
    }

    private static Mapping mapping(Optional<String> outside) {
        Instant now = Instant.parse("2026-11-23T10:42:07Z");
        return new Mapping(
                Protocol.UPNP,
                GATEWAY,
                outside.map(ForwardViewTest::ip),
                12_001,
                12_000,
                Optional.of(Duration.ofMinutes(10)),
                now,
                now.plusSeconds(300));
    }

    private static PublicEndpoint endpoint(PublicEndpoint.Source source) {
        return new PublicEndpoint(ip("203.0.113.9"), 12_001, source);
    }

    private static InetAddress ip(String literal) {
        return new InetSocketAddress(literal, 0).getAddress();
    }

    private String focused() {
        return stage.getScene().getFocusOwner().getId();
    }

    private static String step(FxRobot robot, Protocol protocol) {
        return text(robot, "#forwardStep" + protocol.name());
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    private static ForwardingState failed() {
        return new ForwardingState.Failed(
                ForwardingState.Why.REFUSED, Instant.parse("2026-11-23T10:42:07Z"));
    }

    private static double top(FxRobot robot, String selector) {
        Node node = robot.lookup(selector).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    /** With everything around it. */
    private static boolean shown(FxRobot robot, String selector) {
        Node node = robot.lookup(selector).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    private static String clipboard(FxRobot robot) {
        List<String> content = new ArrayList<>();
        robot.interact(() -> content.add(Clipboard.getSystemClipboard().getString()));
        return content.get(0);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        Fx.awaitLaidOut(condition);
    }
}
