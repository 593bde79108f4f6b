package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.MappingRefusal;
import pingmonitor.router.NatWarning;
import pingmonitor.router.Protocol;

/** {@code serve --map-port}: what is asked for, what is printed, and that the server does not care. */
class ServeMappingTest {
    private final FakeEngines engines = new FakeEngines();

    @ParameterizedTest
    @CsvSource({
        "serve 12000 --map-port, forward 12000 GIVEN 600",
        "serve 12000 --map-port --map-lease 30, forward 12000 GIVEN 30",
        "serve 12000 --map-port --map-lease=24h, forward 12000 GIVEN 86400",
        "serve 12000 --map-permanent, forward 12000 PERMANENT_TOO 600",
        "serve 12000 --map-port --map-permanent, forward 12000 PERMANENT_TOO 600"
    })
    void theRequestToTheRouterFollowsTheOptions(String line, String asked) {
        CliRun run = CliRun.stopped(engines, line.split(" "));
        assertEquals(0, run.code());
        assertEquals(List.of("serve", asked, "forward no more"), engines.calls);
    }

    @Test
    void withoutTheOptionNoRouterIsAsked() {
        CliRun.stopped(engines, "serve", "12000");
        assertEquals(List.of("serve"), engines.calls);
    }

    @ParameterizedTest
    @CsvSource({
        "serve 12000 --map-lease 30, --map-port",
        "serve 12000 --map-port --map-lease 9s, 10 s to 24 h",
        "serve 12000 --map-port --map-lease 25h, 10 s to 24 h",
        "serve 12000 --map-port --map-lease soon, 10 s to 24 h"
    })
    void invalidOptionsAreRefused(String line, String says) {
        CliRun run = CliRun.of(engines, line.split(" "));
        assertEquals(2, run.code());
        assertTrue(run.err().get(0).contains(says), run.err()::toString);
        assertTrue(engines.nothingStarted());
    }

    @Test
    void everyStepHasItsLineAndARenewalNone() {
        CliRun run =
                CliRun.stopped(
                        engines.tellingRouter(Events.router()), "serve", "12000", "--map-port");
        List<String> lines = run.out();
        assertEquals(
                List.of(
                        "To forward the port by hand, enter on the router's settings page"
                                + " http://192.168.1.1/: protocol UDP, external port 12000, to this"
                                + " computer's address 192.168.1.20, internal port 12000. Others then"
                                + " ping the router's internet address, which that page shows"
                                + " (\"WAN\", \"Internet address\"), at port 12000.",
                        "Port 4000, which this program had left open on the router when it"
                                + " crashed, is now closed",
                        "PCP: the router does not allow it; look for a setting of that name on its"
                                + " settings page (the answer: 2 no)",
                        "Port 12000 on the router is already used by another machine or program;"
                                + " trying 12001",
                        "UPnP: granted, external port 12001"),
                lines.subList(0, 5));
        assertTrue(lines.get(5).contains("100.64.0.7 is shared by many"), lines.get(5));
        assertTrue(
                lines.get(6).startsWith("The router forwards 100.64.0.7:12001 to 192.168.1.20"),
                lines.get(6));
        assertEquals("The forwarding is removed from the router", lines.get(7));
        assertEquals("", lines.get(8), "then the summary");
    }

    @Test
    void doubleNatPrintsTheWarningFirstAndNoAddress() {
        Mapping mapping = Events.mapping("192.168.7.2");
        List<ForwardingEvent> told =
                List.of(
                        new ForwardingEvent.Changed(new ForwardingState.Standing(mapping)),
                        new ForwardingEvent.Warned(List.of(NatWarning.DOUBLE_NAT)));
        List<String> lines =
                CliRun.stopped(engines.tellingRouter(told), "serve", "12000", "--map-port").out();
        assertTrue(
                lines.get(0).startsWith("The router's own external address 192.168.7.2 is private"),
                lines.get(0));
        assertTrue(
                lines.get(1).startsWith("The router forwards 192.168.7.2:12001 to 192.168.1.20"),
                lines.get(1));
        assertTrue(
                lines.get(2).contains("external port 12001, to the address 192.168.7.2"),
                lines.get(2));
        assertEquals(1, lines.stream().filter(line -> line.contains("is private")).count());
        assertTrue(lines.stream().noneMatch(line -> line.contains("share")), lines::toString);
    }

    @Test
    void aLaterWarningIsPrintedWhenItComes() {
        Mapping mapping = Events.mapping("203.0.113.9");
        List<ForwardingEvent> told =
                List.of(
                        new ForwardingEvent.Changed(new ForwardingState.Standing(mapping)),
                        new ForwardingEvent.Warned(List.of(NatWarning.SEEN_OTHERWISE)));
        List<String> lines =
                CliRun.stopped(engines.tellingRouter(told), "serve", "12000", "--map-port").out();
        assertTrue(lines.get(0).contains("share 203.0.113.9:12001"), lines.get(0));
        assertTrue(lines.get(1).contains("under an address other"), lines.get(1));
    }

    @Test
    void everyStepIsAnObject() {
        List<String> lines =
                CliRun.stopped(
                                engines.tellingRouter(Events.router()),
                                "serve",
                                "12000",
                                "--map-port",
                                "--json")
                        .out();
        String standing =
                "{\"event\":\"mapping\",\"state\":\"standing\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"by\":\"upnp\",\"externalAddress\":\"100.64.0.7\",\"externalPort\":12001,\"internalAddress\":\"192.168.1.20\",\"internalPort\":12000,\"leaseNanos\":600000000000,\"renewAt\":\"2026-11-23T10:47:07.102331Z\"}";
        assertEquals(
                List.of(
                        "{\"event\":\"router\",\"router\":\"192.168.1.1\",\"certain\":true,\"page\":\"http://192.168.1.1/\",\"protocol\":\"udp\",\"externalPort\":12000,\"internalAddress\":\"192.168.1.20\",\"internalPort\":12000}",
                        "{\"event\":\"mapping\",\"state\":\"needs-consent\"}",
                        "{\"event\":\"mapping\",\"state\":\"asking\"}",
                        "{\"event\":\"mapping-leftover-removed\",\"externalPort\":4000}",
                        "{\"event\":\"mapping-asked\",\"by\":\"pcp\",\"router\":\"192.168.1.1\"}",
                        "{\"event\":\"mapping-answer\",\"by\":\"pcp\",\"result\":\"refused\",\"why\":\"not-allowed\",\"code\":2,\"detail\":\"no\"}",
                        "{\"event\":\"mapping-port-taken\",\"by\":\"upnp\",\"externalPort\":12000,\"next\":12001}",
                        "{\"event\":\"mapping-answer\",\"by\":\"upnp\",\"result\":\"granted\",\"externalPort\":12001}",
                        standing,
                        "{\"event\":\"mapping-warning\",\"warnings\":[\"carrier-nat\"]}",
                        standing,
                        "{\"event\":\"mapping\",\"state\":\"closed\",\"removal\":\"removed\"}"),
                lines.subList(0, 12));
    }

    @Test
    void aFailureIsPrintedAndTheServerGoesOn() {
        CliRun run =
                CliRun.stopped(
                        engines.tellingRouter(
                                List.of(
                                        new ForwardingEvent.Looked(Optional.empty()),
                                        new ForwardingEvent.Changed(
                                                new ForwardingState.Failed(
                                                        ForwardingState.Why.NO_ROUTER,
                                                        Events.AT)))),
                        "serve",
                        "12000",
                        "--map-port");
        assertEquals(0, run.code());
        assertEquals(
                "No router was found: is this computer connected to a network?", run.out().get(0));
        assertTrue(run.out().get(1).startsWith("The port is not forwarded: there is no network"));
        assertTrue(run.out().contains("--- UDP port 12000 server statistics ---"));
    }

    @Test
    void theExternalAddressExplainsARefusal() {
        MappingRefusal refusal =
                new MappingRefusal(
                        MappingRefusal.Kind.NO_OUTSIDE,
                        OptionalInt.of(8),
                        "",
                        Optional.of(Events.address("192.168.7.2")));
        List<ForwardingEvent> told =
                List.of(
                        new ForwardingEvent.Answered(
                                new MappingAttempt(
                                        Protocol.PCP, new MappingAttempt.Refused(refusal))),
                        new ForwardingEvent.Warned(List.of(NatWarning.DOUBLE_NAT)));
        CliRun run = CliRun.stopped(engines.tellingRouter(told), "serve", "12000", "--map-port");
        assertTrue(
                run.out()
                        .get(1)
                        .startsWith("The router's own external address 192.168.7.2 is private"));
        CliRun json =
                CliRun.stopped(
                        engines.tellingRouter(told), "serve", "12000", "--map-port", "--json");
        assertEquals(
                "{\"event\":\"mapping-answer\",\"by\":\"pcp\",\"result\":\"refused\","
                        + "\"why\":\"no-outside\",\"code\":8,\"externalAddress\":\"192.168.7.2\"}",
                json.out().get(0));
    }

    @Test
    void aRouterWithoutLeasesIsReportedWithTheOptionThatAllowsIt() {
        CliRun run =
                CliRun.stopped(
                        engines.tellingRouter(
                                List.of(
                                        new ForwardingEvent.Changed(
                                                new ForwardingState.NeedsPermanent(
                                                        Events.address("192.168.1.1"), 12_000)))),
                        "serve",
                        "12000",
                        "--map-port");
        assertTrue(run.out().get(0).startsWith("This router only offers permanent port"));
        assertEquals(
                "To agree, stop the server and start it with --map-permanent.", run.out().get(1));
    }
}
