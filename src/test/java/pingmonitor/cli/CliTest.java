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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/** What the words of a command line mean, and how a command ends. */
class CliTest {
    private final FakeEngines engines = new FakeEngines();

    @Test
    void pingWithoutOptionsIsTheLabsRun() {
        CliRun.of(engines, "ping", "localhost", "12000");

        assertEquals(PingPlan.lab("localhost", 12_000), engines.pingPlan());
        assertEquals(List.of("warm-up", "ping"), engines.calls);
    }

    @ParameterizedTest
    @CsvSource({
        "ping|192.168.1.20:12007, 192.168.1.20",
        "ping|192.168.1.20:12007|12007, 192.168.1.20",
        "ping|[2001:db8::7]:12007, 2001:db8::7",
        "ping|udp://192.168.1.20:12007, 192.168.1.20",
        "ping|udp://[2001:db8::7]:12007/, 2001:db8::7",
        "ping|server 192.168.1.20 port 12007, 192.168.1.20",
        "ping|Oi! servidor 192.168.1.20 porta 12007, 192.168.1.20",
        "ping|192.168.1.20 12007, 192.168.1.20",
        "ping|192.168.1.20 12007|12007, 192.168.1.20",
        "ping|2001:db8::7|12007, 2001:db8::7"
    })
    void addressAndPortMayBeOneWord(String words, String host) {
        CliRun.of(engines, words.split("\\|"));

        assertEquals(PingPlan.lab(host, 12_007), engines.pingPlan());
    }

    @Test
    void aPortThatIsMissingOrGivenTwiceIsExplained() {
        assertEquals(
                List.of("Missing: PORT; the lab uses 12000. See: udp-ping-monitor ping --help"),
                CliRun.of(engines, "ping", "localhost").err());
        assertEquals(
                List.of(
                        "Falta: PORTA; o laboratório usa 12000. Veja: udp-ping-monitor ping --help"),
                CliRun.inPortuguese(engines, "ping", "localhost").err());
        assertEquals(
                List.of("Missing: PORT; the lab uses 12000. See: udp-ping-monitor serve --help"),
                CliRun.of(engines, "serve").err());
        assertEquals(
                List.of("Missing: HOST. See: udp-ping-monitor ping --help"),
                CliRun.of(engines, "ping").err());
        assertEquals(
                List.of("\"localhost:7\" names the port 7, and 8 is given too: give one of them."),
                CliRun.of(engines, "ping", "localhost:7", "8").err());
        assertEquals(
                List.of(
                        "\"localhost:7\" já diz a porta 7, e 8 foi informada também: informe só"
                                + " uma delas."),
                CliRun.inPortuguese(engines, "ping", "localhost:7", "8").err());
        assertEquals(
                List.of(
                        "\"udp://localhost\" is not an address of a UDP server: the form is"
                                + " udp://192.168.1.20:12000."),
                CliRun.of(engines, "ping", "udp://localhost").err());
    }

    @Test
    void everyOptionOfPingIsHeard() {
        CliRun.of(
                engines,
                ("ping [::1] 7 -c 3 --timeout 250ms --pause 0 --size 64 -6 --json").split(" "));

        assertEquals(
                new PingPlan(
                        "::1",
                        7,
                        AddressFamily.IPV6,
                        3,
                        Duration.ofMillis(250),
                        new Pacing.StopAndWait(Duration.ZERO),
                        64),
                engines.pingPlan());
    }

    @Test
    void theServerIsAskedForVerdictsUnlessThatIsSwitchedOff() {
        CliRun.of(engines, "ping", "localhost", "7");
        assertTrue(engines.pingPlan().verdicts());
        CliRun.of(engines, "ping", "localhost", "7", "--no-verdicts");
        assertFalse(engines.pingPlan().verdicts());
    }

    @Test
    void whereThePingsWereLostIsSaidAfterTheLabsLines() {
        PingEvent seen = new PingEvent.SeenAs(Events.NAT, Events.CLIENT, Events.AT);
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
    void anIntervalMakesAFixedRate() {
        CliRun.of(engines, "ping", "localhost", "7", "--interval", "10");

        assertEquals(new Pacing.FixedRate(Duration.ofMillis(10)), engines.pingPlan().pacing());
    }

    @Test
    void anIntervalExcludesAPauseAndHasItsLimits() {
        CliRun both =
                CliRun.of(engines, "ping", "localhost", "7", "--interval", "1s", "--pause", "0");
        assertEquals(2, both.code());
        assertEquals(
                List.of("--interval and --pause cannot be used together: give only one of them."),
                both.err());

        CliRun tooShort = CliRun.of(engines, "ping", "localhost", "7", "-i", "0.9ms");
        assertEquals(2, tooShort.code());
        assertEquals(
                List.of(
                        "\"0.9ms\" is not a valid interval: use 1 ms to 24 h, such as 100 ms or 1 s."),
                tooShort.err());
    }

    @Test
    void continuousGoesOnUntilStopped() {
        CliRun.of(engines, "ping", "localhost", "7", "--continuous", "-4");

        assertTrue(engines.pingPlan().untilStopped());
        assertEquals(AddressFamily.IPV4, engines.pingPlan().family());
    }

    @Test
    void everyOptionOfServeIsHeard() {
        CliRun.stopped(
                engines,
                ("serve 12001 --loss 2.5% --delay 100ms --delay-spread uniform --duplicates 5"
                                + " --reorder 100 --seed -42")
                        .split(" "));

        assertEquals(
                new EchoPlan(
                        12_001,
                        new Impairments(
                                0.025,
                                new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM),
                                0.05,
                                1),
                        -42,
                        AbuseLimits.DEFAULT),
                engines.echoPlan());
    }

    @Test
    void serveWithoutOptionsIsTheBooksServer() {
        CliRun.stopped(engines, "serve", "12000");

        assertEquals(Preset.BOOK.impairments(), engines.echoPlan().impairments());
    }

    @Test
    void limitIsTheUsualOneANumberOrOff() {
        CliRun.stopped(engines, "serve", "12000");
        assertEquals(AbuseLimits.DEFAULT, engines.echoPlan().limits());
        CliRun.stopped(engines, "serve", "12000", "--limit", "250");
        assertEquals(AbuseLimits.ofClient(250), engines.echoPlan().limits());
        CliRun.stopped(engines, "serve", "12000", "--limit=off");
        assertEquals(AbuseLimits.OFF, engines.echoPlan().limits());
    }

    @Test
    void floodIsCountedWhollyAndShownInPart() {
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
    void optionsBesideAPresetChangeOnlyWhatTheyName() {
        Delay delay = Preset.BOOK_JAVA.impairments().delay();

        CliRun.stopped(engines, "serve", "12000", "--preset", "book-java", "--loss", "0");
        assertEquals(
                new Impairments(0, delay, 0, 0, ReplyText.UNCHANGED),
                engines.echoPlan().impairments());

        CliRun.stopped(engines, "serve", "12000", "--preset", "book-java", "--reply", "upper");
        assertEquals(new Impairments(0.3, delay, 0, 0), engines.echoPlan().impairments());

        CliRun.stopped(engines, "serve", "12000", "--reply", "echo");
        assertEquals(
                new Impairments(0.3, Delay.NONE, 0, 0, ReplyText.UNCHANGED),
                engines.echoPlan().impairments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "--json",
                "ping",
                "ping localhost",
                "ping localhost:70000",
                "ping localhost:abc",
                "ping localhost:7 8",
                "ping udp://localhost",
                "ping http://localhost 7",
                "ping localhost 70000",
                "ping localhost 0",
                "ping localhost abc",
                "ping a_b! 9",
                "ping 0.0.0.0 9",
                "ping 255.255.255.255 9",
                "ping 224.0.0.1 9",
                "ping localhost 9 more",
                "ping localhost 9 --nope",
                "ping localhost 9 --count",
                "ping localhost 9 --count 0",
                "ping localhost 9 --count=",
                "ping localhost 9 -c 1 -c 2",
                "ping localhost 9 --count 1 --continuous",
                "ping localhost 9 --timeout 0",
                "ping localhost 9 --pause -1",
                "ping localhost 9 --size 65508",
                "ping localhost 9 --json=maybe",
                "ping localhost 9 -4 -6",
                "serve",
                "serve 0",
                "serve 12000 --loss 100.1",
                "serve 12000 --loss NaN",
                "serve 12000 --loss -1",
                "serve 12000 --duplicates x",
                "serve 12000 --reorder 1e1",
                "serve 12000 --preset nobody",
                "serve 12000 --delay 61s",
                "serve 12000 --delay-spread wide",
                "serve 12000 --reply loud",
                "serve 12000 --seed pi",
                "serve 12000 --limit 0",
                "serve 12000 --limit 1000001",
                "serve 12000 --limit OFF",
                "serve 12000 --limit -1",
                "serve 12000 12001",
                "serve 12000 --name sala",
                "serve 12000 --announce=sala",
                "serve 12000 --announce --name=",
                "serve 12000 --announce --name aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg",
                "find 12000",
                "find --for 0.9s",
                "find --for 11min",
                "find --for soon",
                "self-test 12000",
                "self-test --count 3",
                "self-test --window --window"
            })
    void wrongUseIsOneLineAndExitCodeTwo(String line) {
        for (CliRun run :
                List.of(
                        CliRun.of(engines, line.split(" ")),
                        CliRun.inPortuguese(engines, line.split(" ")))) {
            assertEquals(2, run.code());
            assertEquals(1, run.err().size(), run.err()::toString);
            assertFalse(run.err().get(0).isBlank());
            assertEquals(List.of(), run.out());
            assertTrue(engines.nothingStarted());
        }
    }

    @Test
    void whatIsWrongIsNamedInTheSystemsLanguage() {
        assertEquals(
                List.of("70000 is not a valid port: use 1 to 65535."),
                CliRun.of(engines, "ping", "localhost", "70000").err());
        assertEquals(
                List.of("70000 não é uma porta válida: use de 1 a 65535."),
                CliRun.inPortuguese(engines, "ping", "localhost", "70000").err());
        assertEquals(
                List.of("There is no option --nope here. See: udp-ping-monitor ping --help"),
                CliRun.of(engines, "ping", "localhost", "9", "--nope").err());
        assertEquals(
                List.of(
                        "There is no command \"pong\", only ping, serve, find, self-test. See:"
                                + " udp-ping-monitor --help"),
                CliRun.of(engines, "pong").err());
    }

    @Test
    void wordsThatAreQuotedCanNeitherBreakTheLineNorMoveTheCursor() {
        assertEquals(
                List.of(
                        "There is no command \"a\uFFFDb\uFFFD[2J\", only ping, serve, find, self-test. See:"
                                + " udp-ping-monitor --help"),
                CliRun.of(engines, "a\nb\u001b[2J").err());
    }

    @Test
    void aWordThatBeginsWithAnAtSignIsNoFileOfWords(@TempDir Path folder) throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "--version");
        CliRun run = CliRun.of(engines, "@" + words);
        assertEquals(2, run.code());
        assertTrue(run.err().get(0).startsWith("There is no command \"@"), run.err()::toString);
    }

    @Test
    void anEmptyHostIsMissed() {
        CliRun run = CliRun.of(engines, "ping", "", "9");

        assertEquals(2, run.code());
        assertTrue(run.err().get(0).startsWith("The server is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "'--help', serve",
        "'ping --help', --continuous",
        "'serve -h', book-python",
        "'find -h', --for",
        "'self-test --help', --window"
    })
    void helpIsOnStdout(String line, String mentions) {
        CliRun run = CliRun.of(engines, line.split(" "));

        assertEquals(0, run.code());
        assertEquals(List.of(), run.err());
        assertTrue(String.join("\n", run.out()).contains(mentions));
        assertFalse(String.join("\n", run.out()).contains("%"), "a format left over");
        assertTrue(CliRun.inPortuguese(engines, line.split(" ")).out().get(0).startsWith("Uso:"));
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
    void zeroWhenAReplyCameInTime() {
        CliRun run = ping(sent(1), new PingEvent.Replied(1, 5, Events.REPLY), sent(2), lost(2));

        assertEquals(0, run.code());
        assertEquals(0, run.codeToBe());
        assertEquals(List.of(), run.err());
    }

    @Test
    void oneWhenNoneDidNotEvenWhenALateOneCame() {
        assertEquals(1, ping(sent(1), lost(1)).code());
        assertEquals(1, ping(sent(1), lost(1), new PingEvent.Late(1, 2_000, Events.REPLY)).code());
        assertEquals(1, ping(sent(1), new PingEvent.Unreachable(1, 5)).code());
        assertEquals(1, ping().code());
    }

    @Test
    void twoWhenTheRunFailed() {
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
    void twoWhenNoPingCouldLeave() {
        CliRun run = ping(new PingEvent.SendFailed(1, Events.AT, Events.NO_ROUTE));

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
        assertTrue(run.err().get(0).startsWith("There is no route to 127.0.0.1"));
    }

    @Test
    void stoppedByCtrlCTheSummaryAndTheOrdinaryCodeFollow() {
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
    void theServerOfAnInvitationIsKnownToBeOfThisProgram(String invitation) {
        CliRun.of(engines.tellingPings(Events.pings()), "ping", invitation);
        assertTrue(engines.knownServers().contains(Events.SERVER));
    }

    @Test
    void aServerThatWasTypedIsNotKnown() {
        CliRun.of(engines.tellingPings(Events.pings()), "ping", "127.0.0.1:12000");
        assertFalse(engines.knownServers().contains(Events.SERVER));
    }

    @Test
    void theLabsLinesAndTheSummary() {
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
    void aServersEndIsAlwaysZero() {
        CliRun run = CliRun.stopped(engines, "serve", "12000");

        assertEquals(0, run.code());
        assertEquals(0, run.codeToBe());
        assertTrue(run.out().contains("--- UDP port 12000 server statistics ---"));
    }

    @Test
    void aServerBeginsWithAnInvitationToTheBestAddress() {
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
    void withoutANetworkThereIsNobodyToInvite() {
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
    void aFaultOfTheProgramIsOneLineToo() {
        CliRun run = ping(lost(1));

        assertEquals(2, run.code());
        assertEquals(1, run.err().size());
        assertTrue(run.err().get(0).startsWith("Something went wrong inside the program: "));
    }

    @Test
    void whatTheJdkCannotLoadIsOneLineToo() {
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
                new Cli(
                        terminal(err),
                        engines.factories(),
                        broken,
                        () -> new CompletableFuture<>());
        assertEquals(2, cli.run("serve", "12000"));
        assertEquals(
                List.of(
                        "Something went wrong inside the program: java.io.IOException: Too many"
                                + " open files"),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void anOutputThatCannotBeWrittenIsAnErrorAndAClosedOneIsNone() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Cli cli =
                new Cli(
                        terminal(err),
                        engines.factories(),
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
