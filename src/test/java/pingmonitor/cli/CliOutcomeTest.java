package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.ServerEvent;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/** What a command prints, and how it ends. */
class CliOutcomeTest {
    private final FakeEngines engines = new FakeEngines();

    @Test
    void lossLocationsFollowTheLinesOfTheLab() {
        PingEvent seen = new PingEvent.MappedAddress(Events.NAT, Events.CLIENT, Events.AT);
        CliRun run =
                ping(
                        sent(1),
                        lost(1),
                        sent(2),
                        lost(2),
                        seen,
                        new PingEvent.Verdict(1, LossLocation.SERVER),
                        new PingEvent.Verdict(2, LossLocation.RETURN_PATH));
        assertEquals(
                List.of(
                        "Request timed out",
                        "Request timed out",
                        "The server sees this computer as [2001:db8::7]:40001, here it is [::1]:50123: a NAT is on the way",
                        ""),
                run.out().subList(1, 5));
        assertEquals(
                List.of("dropped by the server: 1 (ping 1)", "lost on the way back: 1 (ping 2)"),
                run.out().stream()
                        .filter(line -> line.matches("(dropped by|lost on) .*"))
                        .toList());
    }

    @Test
    void aFloodIsCountedCompletelyAndShownInPart() {
        int datagrams = 5 * LineBudget.AT_FIRST;
        ServerEvent answered =
                new ServerEvent.Answered(
                        Events.CLIENT, "Ping 1 1.5", 10, Events.AT, Duration.ZERO, 1);
        FakeEngines flooded =
                new FakeEngines().tellingServer(Collections.nCopies(datagrams, answered));

        CliRun run = CliRun.stopped(flooded, "serve", "12000");
        long shown = run.out().stream().filter(line -> line.endsWith("Ping 1 1.5")).count();
        assertTrue(shown >= LineBudget.AT_FIRST && shown < datagrams, () -> shown + " shown");
        assertEquals(
                datagrams - shown,
                run.out().stream()
                        .filter(line -> line.contains(" lines not shown"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum());
        assertTrue(
                run.out().stream().anyMatch(line -> line.startsWith(datagrams + " received")),
                run.out()::toString);
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        List<String> lines = CliRun.of(engines, "--version").out();

        assertTrue(lines.get(0).matches("UDP Ping Monitor \\d+\\.\\d+\\.\\d+.*"), lines.get(0));
        assertTrue(lines.get(1).startsWith("Java " + System.getProperty("java.version")));
        assertTrue(lines.get(2).startsWith("JavaFX "), lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void exitCodeIsZeroWhenAReplyCameInTime() {
        CliRun run = ping(sent(1), new PingEvent.Replied(1, 5, Events.REPLY), sent(2), lost(2));

        assertEquals(0, run.code());
        assertEquals(0, run.codeToBe());
        assertEquals(List.of(), run.err());
    }

    @Test
    void exitCodeIsOneWithoutAReplyInTime() {
        assertEquals(1, ping(sent(1), lost(1)).code());
        assertEquals(1, ping(sent(1), lost(1), new PingEvent.Late(1, 2_000, Events.REPLY)).code());
        assertEquals(1, ping(sent(1), new PingEvent.Unreachable(1, 5)).code());
        assertEquals(1, ping().code());
    }

    @Test
    void exitCodeIsTwoWhenTheRunFailed() {
        CliRun run =
                CliRun.of(
                        engines.tellingPings(
                                List.of(
                                        new PingEvent.Failed(
                                                Problem.of(Problem.Kind.NAME_NOT_FOUND, "nix")),
                                        Events.finished(PingEvent.Outcome.FAILED))),
                        "ping",
                        "nix",
                        "9");

        assertEquals(2, run.code());
        assertEquals(
                List.of(
                        "No computer with the name \"nix\" was found: check the spelling and the"
                                + " network, or type its address."),
                run.err());
    }

    @Test
    void exitCodeIsTwoWhenNoPingCouldBeSent() {
        CliRun run = ping(new PingEvent.SendFailed(1, Events.AT, Events.NO_ROUTE));

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
        assertTrue(run.err().get(0).startsWith("There is no route to 127.0.0.1"));
    }

    @Test
    void ctrlCPrintsTheSummaryAndKeepsTheOrdinaryExitCode() {
        engines.tellingPings(
                        List.of(
                                new PingEvent.Started(Events.SERVER, Events.AT),
                                sent(1),
                                new PingEvent.Replied(1, 412_000, Events.REPLY)))
                .runningUntilStopped();
        CliRun run = CliRun.stopped(engines, "ping", "127.0.0.1", "12000", "--continuous");

        assertEquals(0, run.code());
        assertTrue(run.out().contains("--- 127.0.0.1:12000 ping statistics ---"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server 127.0.0.1 port 12000", "udp://127.0.0.1:12000"})
    void theServerOfAnInvitationCountsAsOneOfThisProgram(String invitation) {
        CliRun.of(engines.tellingPings(Events.pings()), "ping", invitation);
        assertTrue(engines.knownServers().contains(Events.SERVER));
    }

    @Test
    void aTypedServerDoesNotCountAsOneOfThisProgram() {
        CliRun.of(engines.tellingPings(Events.pings()), "ping", "127.0.0.1:12000");
        assertFalse(engines.knownServers().contains(Events.SERVER));
    }

    @Test
    void aRunPrintsTheLinesOfTheLabAndTheSummary() {
        CliRun run =
                ping(sent(1), new PingEvent.Replied(1, 412_007, Events.REPLY), sent(2), lost(2));

        assertEquals(
                List.of(
                        "PING 127.0.0.1 (127.0.0.1) port 12000: 10 pings, timeout 1 s, pause 200"
                                + " ms",
                        "PING 1 1795342927.102331  RTT = 0.000412 s",
                        "Request timed out",
                        "",
                        "--- 127.0.0.1:12000 ping statistics ---",
                        "2 packets transmitted, 1 received, 50% packet loss, time 5000ms",
                        "rtt min/avg/max = 0.412/0.412/0.412 ms",
                        "1 of 2 lost: with 95% confidence the true loss is from 9% to 91%",
                        "",
                        "1 of 2 pings lost: so few pings say little about the true loss.",
                        "Try next:",
                        "  1. Send more pings: with 100, the true loss can be estimated far more precisely."),
                run.out());
    }

    @Test
    void aFailedRunKeepsItsLinesOnStdoutAndSaysWhyOnStderr() {
        CliRun run = CliRun.of(engines.tellingPings(Events.pings()), "ping", "127.0.0.1", "12000");

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
        assertTrue(run.out().contains("PING 1 1795342927.102331  RTT = 0.000412 s"));
        assertFalse(run.out().contains(run.err().get(0)));
    }

    @Test
    void theExitCodeOfAServerIsAlwaysZero() {
        CliRun run = CliRun.stopped(engines, "serve", "12000");

        assertEquals(0, run.code());
        assertEquals(0, run.codeToBe());
        assertTrue(run.out().contains("--- UDP port 12000 server statistics ---"));
    }

    @Test
    void aServerFirstPrintsAnInvitationToItsBestAddress() {
        engines.tellingServer(Events.server().subList(0, 1))
                .on(lan("192.168.1.20"), lan("10.0.0.7"));

        String english = CliRun.stopped(engines, "serve", "12000").out().get(2);
        assertEquals("Invitation: server 192.168.1.20 port 12000", english);
        assertEquals(
                "Convite: servidor 192.168.1.20 porta 12000",
                CliRun.inPortugueseStopped(engines, "serve", "12000").out().get(2));
        // As it stands there, it can be given to the other command.
        CliRun.of(engines, "ping", english);
        assertEquals(PingPlan.lab("192.168.1.20", 12_000), engines.pingPlan());
    }

    @Test
    void withoutANetworkThereIsNoInvitation() {
        engines.tellingServer(Events.server().subList(0, 1));

        assertTrue(
                CliRun.stopped(engines, "serve", "12000").out().stream()
                        .noneMatch(line -> line.startsWith("Invitation")));
    }

    private static LanAddress lan(String address) {
        return new LanAddress(Events.address(address), "eth0", Medium.ETHERNET);
    }

    @Test
    void aServerThatCannotListenSaysWhy() {
        engines.failingToStart(new IOException("Permission denied"));

        CliRun low = CliRun.of(engines, "serve", "53");
        assertEquals(2, low.code());
        assertEquals(
                List.of(
                        "The server cannot listen on port 53: Permission denied. Ports below 1024"
                                + " are kept for the system; choose a higher one, such as 12000."),
                low.err());
        assertEquals(
                List.of("The server cannot listen on port 12000: Permission denied"),
                CliRun.of(engines, "serve", "12000").err());
    }

    @Test
    void aFaultOfTheProgramPrintsOneLine() {
        CliRun run = ping(lost(1));

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
        assertTrue(run.err().get(0).startsWith("Something went wrong inside the program: "));
    }

    @Test
    void aClassThatCannotBeLoadedPrintsOneLine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Ending broken =
                new Ending() {
                    @Override
                    public void onStop(Runnable action) {
                        throw new ExceptionInInitializerError(
                                new UncheckedIOException(new IOException("Too many open files")));
                    }

                    @Override
                    public void codeWillBe(int code) {}
                };
        Cli cli =
                new Cli(terminal(err), engines::factories, broken, () -> new CompletableFuture<>());
        assertEquals(2, cli.run("serve", "12000"));
        assertEquals(
                List.of(
                        "Something went wrong inside the program: java.io.IOException: Too many"
                                + " open files"),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aFailedWriteIsAnErrorAndAClosedOutputIsNot() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Cli cli =
                new Cli(
                        terminal(err),
                        engines::factories,
                        new ProcessEnding(),
                        () -> new CompletableFuture<>());
        WatchedOutput good = new WatchedOutput(OutputStream.nullOutputStream(), false);
        good.write('x');
        assertEquals(1, cli.unlessLost(good, 1));
        WatchedOutput closed = failing("Broken pipe", false);
        assertThrows(IOException.class, () -> closed.write('x'));
        assertEquals(0, cli.unlessLost(closed, 0));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        WatchedOutput closedInPortugal = failing("Túnel quebrado", true);
        assertThrows(IOException.class, () -> closedInPortugal.write('x'));
        assertEquals(0, cli.unlessLost(closedInPortugal, 0));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        WatchedOutput full = failing("No space left on device", false);
        assertThrows(IOException.class, () -> full.write('x'));
        assertEquals(2, cli.unlessLost(full, 0));
        assertEquals(
                List.of("The output could not be written: No space left on device"),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static Terminal terminal(OutputStream err) {
        return new Terminal(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH);
    }

    private static WatchedOutput failing(String said, boolean readByAProgram) {
        return new WatchedOutput(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException(said);
                    }
                },
                readByAProgram);
    }

    private CliRun ping(PingEvent... events) {
        FakeEngines fresh = new FakeEngines();
        List<PingEvent> script = new ArrayList<>();
        script.add(new PingEvent.Started(Events.SERVER, Events.AT));
        script.addAll(List.of(events));
        script.add(Events.finished(PingEvent.Outcome.COMPLETED));
        return CliRun.of(fresh.tellingPings(script), "ping", "127.0.0.1", "12000");
    }

    private static PingEvent sent(long sequence) {
        return new PingEvent.Sent(sequence, Events.AT, 24);
    }

    private static PingEvent lost(long sequence) {
        return new PingEvent.TimedOut(sequence);
    }
}
