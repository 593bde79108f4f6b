package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;

/** What the words of a command line mean. */
class CliTest {
    private final FakeEngines engines = new FakeEngines();

    @Test
    void pingWithoutOptionsMakesTheRunOfTheLab() {
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
    void everyOptionOfPingTakesEffect() {
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
    void everyOptionOfServeTakesEffect() {
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
                        RateLimitSettings.DEFAULT),
                engines.echoPlan());
    }

    @Test
    void serveWithoutOptionsStartsTheServerOfTheBook() {
        CliRun.stopped(engines, "serve", "12000");

        assertEquals(Preset.BOOK.impairments(), engines.echoPlan().impairments());
    }

    @Test
    void theLimitIsTheDefaultANumberOrOff() {
        CliRun.stopped(engines, "serve", "12000");
        assertEquals(RateLimitSettings.DEFAULT, engines.echoPlan().limits());
        CliRun.stopped(engines, "serve", "12000", "--limit", "250");
        assertEquals(RateLimitSettings.ofClient(250), engines.echoPlan().limits());
        CliRun.stopped(engines, "serve", "12000", "--limit=off");
        assertEquals(RateLimitSettings.OFF, engines.echoPlan().limits());
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
    void wrongUsagePrintsOneLineAndExitsWithTwo(String line) {
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
    void errorsAreInTheSystemsLanguage() {
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
                        "There is no command \"pong\", only ping, monitor, serve, find, history, report, self-test. See:"
                                + " udp-ping-monitor --help"),
                CliRun.of(engines, "pong").err());
    }

    @Test
    void quotedWordsCanNeitherBreakTheLineNorMoveTheCursor() {
        assertEquals(
                List.of(
                        "There is no command \"a\uFFFDb\uFFFD[2J\", only ping, monitor, serve, find, history, report, self-test. See:"
                                + " udp-ping-monitor --help"),
                CliRun.of(engines, "a\nb\u001b[2J").err());
    }

    @Test
    void aWordWithAnAtSignIsNotReadAsAnArgumentFile(@TempDir Path folder) throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "--version");
        CliRun run = CliRun.of(engines, "@" + words);
        assertEquals(2, run.code());
        assertTrue(run.err().get(0).startsWith("There is no command \"@"), run.err()::toString);
    }

    @Test
    void anEmptyHostCountsAsMissing() {
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
}
