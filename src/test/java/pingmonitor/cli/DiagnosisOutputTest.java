package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.diagnosis.Firewall;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;

/** What {@code ping} says about what may be wrong, and where. */
class DiagnosisOutputTest {
    private static final InetSocketAddress NEIGHBOUR =
            new InetSocketAddress(Events.address("192.168.1.20"), 12_000);

    private static List<PingEvent> run(PingEvent... pings) {
        List<PingEvent> script = new ArrayList<>();
        script.add(new PingEvent.Started(NEIGHBOUR, Events.AT));
        script.addAll(Arrays.asList(pings));
        script.add(Events.finished(PingEvent.Outcome.COMPLETED));
        return script;
    }

    private static PingEvent[] refusals(int count) {
        PingEvent[] events = new PingEvent[2 * count];
        for (int i = 0; i < count; i++) {
            events[2 * i] = new PingEvent.Sent(i + 1, Events.AT, 24);
            events[2 * i + 1] = new PingEvent.Unreachable(i + 1, 300_000);
        }
        return events;
    }

    private static CliRun ping(List<PingEvent> script, String... more) {
        return CliRun.of(new FakeEngines().tellingPings(script), words(more));
    }

    private static String[] words(String... more) {
        List<String> words = new ArrayList<>(List.of("ping", "192.168.1.20", "12000"));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    @Test
    void theDiagnosisFollowsTheSummary() {
        List<String> lines = ping(run(refusals(1))).out();

        List<String> expected =
                new ArrayList<>(
                        List.of(
                                "1 of 1 lost: with 95% confidence the true loss is from 21% to 100%",
                                "",
                                "192.168.1.20, or a firewall in front of it, answered that port 12000 is closed. Most often"
                                        + " no server is running there, or it uses another port.",
                                "Try next:",
                                "  1. Start the server there, with port 12000.",
                                "  2. Compare the ports: the server may listen on a port other than 12000. It has to be"
                                        + " UDP; a TCP port does not count.",
                                "  3. See which address the server is bound to: with 127.0.0.1 or localhost it"
                                        + " takes pings from its own computer only, with 0.0.0.0 (in Python"
                                        + " also \"\") at all its IPv4 addresses.",
                                "  4. If a router forwards a port, check that it leads to the port on which the"
                                        + " server listens.",
                                "  5. On the server's computer, let its firewall pass UDP at port 12000.",
                                "     Linux, ufw (Ubuntu): sudo ufw allow 12000/udp"));
        int first = lines.indexOf(expected.get(0));
        assertEquals(expected, lines.subList(first, first + expected.size()), lines::toString);
        assertEquals(first + expected.size() + Firewall.values().length - 1, lines.size());
    }

    @Test
    void theDiagnosisSpeaksPortuguese() {
        CliRun run = CliRun.inPortuguese(new FakeEngines().tellingPings(run(refusals(1))), words());

        assertTrue(run.out().contains("Tente em seguida:"), run.out()::toString);
        assertTrue(run.out().contains("  1. Inicie o servidor lá, com a porta 12000."));
        assertEquals(List.of(), run.err());
    }

    @Test
    void aClearSignIsPrintedOnlyOnce() {
        List<String> lines = ping(run(refusals(10))).out();

        assertEquals(1, lines.stream().filter("Try next:"::equals).count(), lines::toString);
        int sign = lines.indexOf("Try next:");
        assertTrue(sign < lines.indexOf("--- 192.168.1.20:12000 ping statistics ---"));
        assertTrue(lines.subList(0, sign).stream().anyMatch(line -> line.startsWith("Ping 3:")));
        assertFalse(lines.subList(0, sign).stream().anyMatch(line -> line.startsWith("Ping 4:")));
    }

    @Test
    void aRunWithoutProblemsHasNoDiagnosis() {
        List<PingEvent> well =
                run(
                        new PingEvent.Sent(1, Events.AT, 24),
                        new PingEvent.Replied(1, 412_007, Events.REPLY));

        assertFalse(ping(well).out().contains("Try next:"));
        assertTrue(ping(well, "--json").out().stream().noneMatch(DiagnosisOutputTest::diagnosis));
    }

    @Test
    void anUnknownNameIsReportedOnStderrAndItsStepsOnStdout() {
        List<PingEvent> script =
                List.of(
                        new PingEvent.Failed(
                                Problem.of(Problem.Kind.NAME_NOT_FOUND, "192.168.1.20")),
                        Events.finished(PingEvent.Outcome.FAILED));
        CliRun run = ping(script);

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
        assertTrue(
                run.out()
                        .contains(
                                "  2. Type the server's address instead of its name; the server's window shows it."),
                run.out()::toString);
    }

    @Test
    void jsonHasOneEventWithTheWordsForPrograms() {
        List<String> lines = ping(run(refusals(1)), "--json").out();
        JsonObject last = JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();

        assertEquals("diagnosis", last.get("event").getAsString());
        JsonArray findings = last.getAsJsonArray("findings");
        assertEquals(1, findings.size());
        JsonObject finding = findings.get(0).getAsJsonObject();
        assertEquals("port-refused", finding.get("kind").getAsString());
        assertTrue(finding.get("message").getAsString().startsWith("192.168.1.20, or a firewall"));
        JsonArray steps = finding.getAsJsonArray("steps");
        assertEquals(
                List.of(
                        "start-server",
                        "compare-ports",
                        "compare-binding",
                        "check-forwarded-port",
                        "open-firewall"),
                steps.asList().stream()
                        .map(step -> step.getAsJsonObject().get("kind").getAsString())
                        .toList());
        assertEquals(
                "{\"ufw\":\"sudo ufw allow 12000/udp\"",
                steps.get(4).getAsJsonObject().get("commands").toString().split(",")[0]);
        assertTrue(lines.get(lines.size() - 2).startsWith("{\"event\":\"summary\""));
    }

    @Test
    void theSelfTestIsNotDiagnosed() {
        FakeEngines engines = new FakeEngines().tellingPings(run(refusals(3)));

        assertFalse(CliRun.of(engines, "self-test").out().contains("Try next:"));
    }

    private static boolean diagnosis(String line) {
        return line.startsWith("{\"event\":\"diagnosis\"");
    }
}
