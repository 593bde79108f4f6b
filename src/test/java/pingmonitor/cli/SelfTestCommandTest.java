package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.selftest.SelfTest;
import pingmonitor.selftest.SelfTestText;
import pingmonitor.selftest.SelfTestVerdict;
import pingmonitor.session.Session;

/** What {@code self-test} makes of a server and pings that agree, and of some that do not. */
class SelfTestCommandTest {
    private static final String PASSED =
            "Self-test passed: the server answered 7 and dropped 3, and the pings saw the same.";

    /** One letter a ping: answered, dropped, or ignored by the server. */
    private static final String SERVED = "aadaadaada";

    /** What the pings see when all is well: a reply or a time-out. */
    private static final String SEEN = "rrtrrtrrtr";

    @Test
    void theSelfTestPassesWhenBothSidesAgree() {
        FakeEngines engines = engines(SERVED, SEEN);
        CliRun run = CliRun.of(engines, "self-test");

        assertEquals(0, run.code());
        assertEquals(0, run.codeToBe());
        assertEquals(List.of(), run.err());
        assertEquals(PASSED, last(run));
        assertTrue(run.out().contains("PING 2 1795342927.102331  RTT = 0.000412 s"));
        assertEquals(3, run.out().stream().filter("Request timed out"::equals).count());
        assertEquals(List.of("serve on loopback", "warm-up", "ping"), engines.calls);
        assertEquals(Impairments.ofLoss(0.3), engines.echoPlan().impairments());
        assertEquals(0, engines.echoPlan().port());
        assertEquals(10, engines.pingPlan().count());
        assertEquals(Events.SERVER.getPort(), engines.pingPlan().port());
    }

    @Test
    void theVerdictIsInTheSystemsLanguage() {
        assertEquals(
                "O autoteste passou: o servidor respondeu a 7 e descartou 3, e o cliente viu o"
                        + " mesmo.",
                last(CliRun.inPortuguese(engines(SERVED, SEEN), "self-test")));
    }

    @Test
    void asJsonTheVerdictIsTheLastObject() {
        CliRun run = CliRun.of(engines(SERVED, SEEN), "self-test", "--json");

        run.out().forEach(JsonParser::parseString);
        JsonObject verdict = JsonParser.parseString(last(run)).getAsJsonObject();
        assertEquals("verdict", verdict.get("event").getAsString());
        assertTrue(verdict.get("passed").getAsBoolean());
        assertEquals(7, verdict.get("answered").getAsLong());
        assertEquals(3, verdict.get("dropped").getAsLong());
        assertEquals(0, verdict.get("late").getAsLong());
        assertEquals(PASSED, verdict.get("message").getAsString());
    }

    @Test
    void aLateReplyAgreesWithTheServerAndIsMentioned() {
        CliRun run = CliRun.of(engines(SERVED, "rrtlrtrrtr"), "self-test");

        assertEquals(0, run.code());
        assertEquals(
                "Self-test passed: the server answered 7 and dropped 3, and the pings saw the"
                        + " same; one reply came after the timeout, because this machine is slow"
                        + " or busy.",
                last(run));
        assertTrue(
                last(CliRun.of(engines(SERVED, "lltrrtrrtr"), "self-test"))
                        .contains("; 2 replies came after"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aadaadaada | rrtrttrrtr | ping 5: the server says \"answered: PING 5"
                        + " 1795342927.102331\", the client says \"lost\"",
                "aadaadaada | rrtrrrrrtr | ping 6: the server says \"lost\", the client says"
                        + " \"answered: PING 6 1795342927.102331\"",
                "aadaadaada | rrtrrlrrtr | ping 6: the server says \"lost\", the client says"
                        + " \"answered late: PING 6 1795342927.102331\"",
                "aadaadaada | rwtrrtrrtr | ping 2: the server says \"answered: PING 2"
                        + " 1795342927.102331\", the client says \"answered: WRONG\"",
                "aadaadaada | rxtrrtrrtr | the client says \"answered late: WRONG\"",
                "aadaadaada | rmtrrtrrtr | the client says \"answered: PING 2 1795342927.102331,"
                        + " and again once\"",
                "aadaadaada | rutrrtrrtr | the client says \"unreachable\"",
                "aidaadaada | rttrrtrrtr | ping 2: the server says \"ignored\", the client says"
                        + " \"lost\"",
                "a-daadaada | rttrrtrrtr | ping 2: the server says \"nothing\", the client says"
                        + " \"lost\"",
                "aadaadaad  | rrtrrtrrt  | 9 of 10 pings were sent",
                "aaaaaaaaaa | rrrrrrrrrr | no reply came in time, or no ping was dropped",
                "aadaadaada | lltlltlltl | no reply came in time, or no ping was dropped",
                "dddddddddd | tttttttttt | no reply came in time, or no ping was dropped"
            })
    void theSelfTestFailsAndNamesTheDisagreement(String served, String seen, String words) {
        CliRun run = CliRun.of(engines(served, seen), "self-test");

        assertEquals(1, run.code());
        assertEquals(1, run.codeToBe());
        assertTrue(last(run).startsWith("Self-test failed: "), last(run));
        assertTrue(last(run).contains(words), last(run));
    }

    @Test
    void onlySomeOfManyDisagreementsAreNamed() {
        CliRun run = CliRun.of(engines(SERVED, "tttttttttt"), "self-test");

        assertEquals(1, run.code());
        assertTrue(last(run).contains("ping 1: "), last(run));
        assertTrue(last(run).endsWith("; and 6 more."), last(run));
    }

    @Test
    void aPingThatCameTwiceToTheServerIsADisagreement() {
        List<ServerEvent> served = server(SERVED);
        served.add(served.get(0));
        CliRun run =
                CliRun.of(
                        new FakeEngines().tellingServer(served).tellingPings(pings(SEEN)),
                        "self-test");

        assertEquals(1, run.code());
        assertTrue(last(run).contains("ping 1: the server says \"answered"), last(run));
    }

    @Test
    void countersAreComparedBesideThePings() {
        Session session = session(SEEN);
        List<ServerEvent.OfDatagram> events = datagrams(SERVED);
        ServerLedger more = new ServerLedger();
        events.forEach(more::apply);
        assertTrue(verdict(events, more, session, session).passed());

        more.apply(events.get(0));
        assertFalse(verdict(events, more, session, session).passed());

        ServerLedger other = new ServerLedger();
        datagrams("aaaaaddddd").forEach(other::apply);
        Session otherSession = session("rrrrrttttt");
        SelfTestVerdict bothWrong = verdict(events, other, session, otherSession);
        assertEquals(
                "Self-test failed: the server counts 5 answered and 5 dropped, the client 5 in"
                        + " time, 0 late and 5 timed out.",
                new SelfTestText(Locale.ENGLISH).of(bothWrong));
    }

    @Test
    void aServerThatCannotStartIsAnError() {
        FakeEngines engines = new FakeEngines().failingToStart(new IOException("No buffer space"));
        CliRun run = CliRun.of(engines, "self-test");

        assertEquals(2, run.code());
        assertEquals(List.of(), run.out());
        assertEquals(
                List.of(
                        "The self-test cannot be made: its server cannot listen on this machine."
                                + " No buffer space"),
                run.err());
    }

    @Test
    void aRunThatCannotBeginIsAnError() {
        List<PingEvent> script =
                List.of(
                        new PingEvent.Failed(Events.NO_ROUTE),
                        Events.finished(PingEvent.Outcome.FAILED));
        CliRun run = CliRun.of(new FakeEngines().tellingPings(script), "self-test");

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
    }

    @Test
    void aStoppedSelfTestHasNotPassed() {
        CliRun run =
                CliRun.stopped(
                        new FakeEngines()
                                .tellingServer(server("aad"))
                                .tellingPings(pings("rrt").subList(0, 1 + 2 * 3))
                                .runningUntilStopped(),
                        "self-test");

        assertEquals(1, run.code());
        assertTrue(last(run).contains("3 of 10 pings were sent"), last(run));
    }

    @Test
    void theWindowsVerdictIsPrintedAlone() {
        Session session = session(SEEN);
        CliRun passed = CliRun.withWindow(window(SERVED, session), "self-test", "--window");
        assertEquals(0, passed.code());
        assertEquals(0, passed.codeToBe());
        assertEquals(List.of(PASSED), passed.out());
        assertEquals(List.of(), passed.err());

        CliRun failed = CliRun.withWindow(window("aadaadaadd", session), "self-test", "--window");
        assertEquals(1, failed.code());
        assertTrue(last(failed).startsWith("Self-test failed: ping 10: "), last(failed));

        CliRun json = CliRun.withWindow(window(SERVED, session), "self-test", "--window", "--json");
        assertTrue(last(json).startsWith("{\"event\":\"verdict\",\"passed\":true"), last(json));
    }

    @Test
    void aFailedWindowPrintsOneLine() {
        CompletableFuture<SelfTestVerdict> broken =
                CompletableFuture.failedFuture(
                        new UnsupportedOperationException("Unable to open DISPLAY"));
        CliRun run = CliRun.withWindow(broken, "self-test", "--window");

        assertEquals(1, run.code());
        assertEquals(1, run.codeToBe());
        assertEquals(List.of(), run.out());
        assertEquals(
                List.of("The self-test in the window failed: Unable to open DISPLAY"), run.err());

        CliRun unnamed =
                CliRun.withWindow(
                        CompletableFuture.failedFuture(new CompletionException(null, null)),
                        "self-test",
                        "--window");
        assertEquals(1, unnamed.code());
        assertTrue(unnamed.err().get(0).contains("CompletionException"), unnamed.err()::toString);
    }

    @Test
    void aPackageWithoutTheWindowPrintsOneLine() {
        CliRun run =
                CliRun.withWindow(
                        () -> {
                            throw new NoClassDefFoundError("javafx/application/Platform");
                        },
                        "self-test",
                        "--window");

        assertEquals(1, run.code());
        assertEquals(
                List.of(
                        "The self-test in the window failed: java.lang.NoClassDefFoundError:"
                                + " javafx/application/Platform"),
                run.err());
    }

    @Test
    void theWaitForTheWindowIsBounded() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new PrintStream(new ByteArrayOutputStream()),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH);
        int code =
                new SelfTestInWindow(
                                terminal, CompletableFuture::new, new NeverStopped(), Duration.ZERO)
                        .run(false);

        assertEquals(1, code);
        assertEquals(
                "The self-test in the window failed: it did not come to its end within 0 s.",
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void aStopEndsTheWaitForTheWindow() {
        CliRun run = CliRun.stoppedWithWindow(new CompletableFuture<>(), "self-test", "--window");

        assertEquals(1, run.code());
        assertEquals(List.of("The self-test in the window was stopped."), run.err());
    }

    private static FakeEngines engines(String served, String seen) {
        return new FakeEngines().tellingServer(server(served)).tellingPings(pings(seen));
    }

    private static CompletableFuture<SelfTestVerdict> window(String served, Session session) {
        ServerLedger ledger = new ServerLedger();
        datagrams(served).forEach(ledger::apply);
        return CompletableFuture.completedFuture(
                verdict(datagrams(served), ledger, session, session));
    }

    private static SelfTestVerdict verdict(
            List<ServerEvent.OfDatagram> events,
            ServerLedger ledger,
            Session rows,
            Session figures) {
        return SelfTestVerdict.of(
                events,
                ledger.snapshot().counters(),
                rows.rows(0, rows.rowCount()),
                figures.statistics());
    }

    private static Session session(String seen) {
        Session session = new Session(SelfTest.pings(Events.SERVER.getPort()));
        pings(seen).forEach(session::apply);
        return session;
    }

    private static List<ServerEvent> server(String fates) {
        return new ArrayList<>(datagrams(fates));
    }

    private static List<ServerEvent.OfDatagram> datagrams(String fates) {
        List<ServerEvent.OfDatagram> events = new ArrayList<>();
        for (int i = 0; i < fates.length(); i++) {
            String text = "Ping " + (i + 1) + " 1795342927.102331";
            switch (fates.charAt(i)) {
                case 'a' ->
                        events.add(
                                new ServerEvent.Answered(
                                        Events.CLIENT, text, 24, Events.AT, Duration.ZERO, 1));
                case 'd' -> events.add(new ServerEvent.Dropped(Events.CLIENT, text, 24, Events.AT));
                case 'i' ->
                        events.add(
                                new ServerEvent.Ignored(
                                        Events.CLIENT,
                                        text,
                                        24,
                                        Events.AT,
                                        ServerEvent.Reason.SEND_FAILED));
                default -> {
                    // It never came to the server.
                }
            }
        }
        return events;
    }

    private static List<PingEvent> pings(String fates) {
        List<PingEvent> events = new ArrayList<>();
        events.add(new PingEvent.Started(Events.SERVER, Events.AT));
        for (int i = 0; i < fates.length(); i++) {
            long ping = i + 1;
            Reply reply = reply("PING " + ping + " 1795342927.102331");
            events.add(new PingEvent.Sent(ping, Events.AT, 24));
            switch (fates.charAt(i)) {
                case 'r' -> events.add(new PingEvent.Replied(ping, 412_007, reply));
                case 'w' -> events.add(new PingEvent.Replied(ping, 412_007, reply("WRONG")));
                case 't' -> events.add(new PingEvent.TimedOut(ping));
                case 'u' -> events.add(new PingEvent.Unreachable(ping, 300_000));
                case 'l' -> {
                    events.add(new PingEvent.TimedOut(ping));
                    events.add(new PingEvent.Late(ping, 600_000_000, reply));
                }
                case 'x' -> {
                    events.add(new PingEvent.TimedOut(ping));
                    events.add(new PingEvent.Late(ping, 600_000_000, reply("WRONG")));
                }
                case 'm' -> {
                    events.add(new PingEvent.Replied(ping, 412_007, reply));
                    events.add(new PingEvent.Duplicate(ping, 500_000, reply));
                }
                default -> throw new IllegalArgumentException(fates);
            }
        }
        events.add(Events.finished(PingEvent.Outcome.COMPLETED));
        return events;
    }

    private static Reply reply(String text) {
        return new Reply(text, 24, Events.SERVER, ReplyMatch.VERIFIED);
    }

    private static String last(CliRun run) {
        return run.out().get(run.out().size() - 1);
    }

    private static final class NeverStopped implements Ending {
        @Override
        public void onStop(Runnable action) {
            // Nobody presses Ctrl+C.
        }

        @Override
        public void codeWillBe(int code) {
            // Nobody asks.
        }
    }
}
