package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;

/** {@code find}, with a network that says what the test says. */
@Timeout(60)
class FindCommandTest {
    private static final FoundServer ANA =
            new FoundServer(
                    "Sala 3",
                    "ana.local",
                    List.of(Events.address("192.168.1.31"), Events.address("2001:db8::31")),
                    12_000,
                    false);
    private static final FoundServer HERE =
            new FoundServer(
                    "bia", "bia.local", List.of(Events.address("2001:db8::20")), 12_001, true);

    private final FakeEngines engines = new FakeEngines();

    @Test
    void everyServerHasALineAndTheirNumberFollows() {
        CliRun run = found(List.of(HERE), List.of(HERE, ANA));
        assertEquals(
                List.of(
                        "Looking for servers on the local network for 5 s. Ctrl+C ends sooner.",
                        "2001:db8::20 port 12001  bia (this computer)",
                        "192.168.1.31 port 12000  Sala 3",
                        "",
                        "2 servers found."),
                run.out());
        assertEquals(List.of(), run.err());
        assertEquals(FindCommand.FOUND, run.code());
        assertEquals(FindCommand.FOUND, run.codeToBe());
        assertEquals(List.of("find", "close search"), engines.calls);
    }

    @Test
    void aServerThatGoesIsPrintedAndNotCounted() {
        CliRun run = found(List.of(ANA), List.of());
        assertEquals(
                List.of(
                        "192.168.1.31 port 12000  Sala 3",
                        "192.168.1.31 port 12000  Sala 3 is gone"),
                run.out().subList(1, 3));
        assertEquals(FindCommand.NONE, run.code());
        assertEquals(FindCommand.NONE, run.codeToBe());
    }

    @Test
    void theCommandSpeaksPortuguese() {
        engines.tellingFindings(List.of(new SearchResult(MulticastReach.WORKS, List.of(HERE))));
        assertEquals(
                List.of(
                        "Procurando servidores na rede local por 60 s. Ctrl+C termina antes.",
                        "2001:db8::20 porta 12001  bia (este computador)",
                        "",
                        "Um servidor encontrado."),
                CliRun.inPortugueseStopped(engines, "find", "--for", "60").out());
    }

    @Test
    void theReasonForNoResultIsPrinted() {
        assertTrue(lastLine(MulticastReach.WORKS).startsWith("No server found. Is one on"));
        assertEquals(
                "No server found: this computer is not connected to a network.",
                lastLine(MulticastReach.NO_NETWORK));
        assertTrue(
                lastLine(MulticastReach.BLOCKED)
                        .contains("Allow mDNS (UDP port 5353) in the firewall of this computer"));
        assertTrue(lastLine(MulticastReach.NOT_YET).startsWith("No server found. Is one on"));
    }

    @Test
    void serversArePrintedAsJson() {
        engines.tellingFindings(
                List.of(
                        new SearchResult(MulticastReach.WORKS, List.of(ANA)),
                        new SearchResult(MulticastReach.WORKS, List.of(HERE))));
        assertEquals(
                List.of(
                        "{\"event\":\"found\",\"name\":\"Sala 3\",\"host\":\"ana.local\","
                                + "\"addresses\":[\"192.168.1.31\",\"2001:db8::31\"],"
                                + "\"port\":12000,\"here\":false}",
                        "{\"event\":\"gone\",\"name\":\"Sala 3\",\"host\":\"ana.local\","
                                + "\"addresses\":[\"192.168.1.31\",\"2001:db8::31\"],"
                                + "\"port\":12000,\"here\":false}",
                        "{\"event\":\"found\",\"name\":\"bia\",\"host\":\"bia.local\","
                                + "\"addresses\":[\"2001:db8::20\"],\"port\":12001,\"here\":true}",
                        "{\"event\":\"summary\",\"found\":1,\"multicast\":\"works\"}"),
                CliRun.stopped(engines, "find", "--json").out());
    }

    @Test
    void jsonReportsThatNothingWasFound() {
        engines.tellingFindings(List.of(new SearchResult(MulticastReach.BLOCKED, List.of())));
        CliRun run = CliRun.stopped(engines, "find", "--json");
        assertEquals(
                List.of("{\"event\":\"summary\",\"found\":0,\"multicast\":\"blocked\"}"),
                run.out());
        assertEquals(FindCommand.NONE, run.code());
    }

    private CliRun found(List<FoundServer> first, List<FoundServer> then) {
        engines.tellingFindings(
                List.of(
                        new SearchResult(MulticastReach.WORKS, first),
                        new SearchResult(MulticastReach.WORKS, then)));
        return CliRun.stopped(engines, "find");
    }

    private static String lastLine(MulticastReach reach) {
        FakeEngines none =
                new FakeEngines().tellingFindings(List.of(new SearchResult(reach, List.of())));
        List<String> out = CliRun.stopped(none, "find").out();
        return out.get(out.size() - 1);
    }
}
