package pingmonitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Impairments;

/** The program as a process of its own, the way a terminal starts it. */
@Timeout(240)
class LauncherTest {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private static final String PASSED =
            "Self-test passed: the server answered 7 and dropped 3, and the pings saw the same.";

    /** A toolkit without a display, also where the tests' own one has one. */
    private static final List<String> IN_MEMORY =
            List.of(
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dprism.order=sw",
                    "-Djava.awt.headless=true");

    private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

    @TempDir private Path state;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void pingsARealServerWithoutLoadingJavaFx() throws Exception {
        try (EchoServer server = server(0)) {
            List<String> lines =
                    output(
                            0,
                            start(
                                    List.of("-verbose:class"),
                                    patient(server.port()) + " --pause 0 --count 3"));

            assertEquals(
                    3,
                    lines.stream().filter(line -> line.matches("PING \\d .* RTT = .* s")).count());
            assertTrue(
                    lines.stream()
                            .anyMatch(
                                    line -> line.startsWith("3 packets transmitted, 3 received")));
            assertNoJavaFx(lines);
        }
    }

    @Test
    void everythingLostIsExitCodeOne() throws Exception {
        try (EchoServer server = server(1)) {
            List<String> lines =
                    output(
                            1,
                            start(
                                    List.of(),
                                    "ping 127.0.0.1 "
                                            + server.port()
                                            + " --timeout 20ms --pause 0 --count 2"));
            assertEquals(2, lines.stream().filter("Request timed out"::equals).count());
        }
    }

    @Test
    void aPortInUseIsNamedAndAnotherOneProposed() throws Exception {
        try (EchoServer server = server(0)) {
            Process process = start(List.of(), "serve " + server.port());
            String error =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            output(2, process);
            assertTrue(
                    error.startsWith("Port " + server.port() + " is in use by another program"),
                    error);
            assertEquals(1, error.lines().count(), error);
        }
    }

    @Test
    void theSelfTestPassesWithoutLoadingJavaFx() throws Exception {
        List<String> lines = output(0, start(List.of("-verbose:class"), "self-test"));

        String said = lines.stream().filter(line -> line.startsWith("Self-test")).toList().get(0);
        assertPassed(said);
        if (said.equals(PASSED)) {
            assertEquals(7, lines.stream().filter(line -> line.matches("PING \\d+ .* s")).count());
            assertEquals(3, lines.stream().filter("Request timed out"::equals).count());
        }
        assertNoJavaFx(lines);
    }

    @Test
    void theSelfTestInTheWindowPassesAndTheProcessEnds() throws Exception {
        List<String> options = new ArrayList<>(IN_MEMORY);
        // What the jar's manifest says on newer JDKs; the tests themselves have it from the build.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--enable-native-access"))
                .forEach(options::add);
        Process process = start(options, "self-test --window");
        List<String> lines = output(0, process);

        assertEquals(1, lines.size(), lines::toString);
        assertPassed(lines.get(0));
        assertEquals(List.of(), process.errorReader(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void whereNoWindowCanBeOpenedTheSelfTestInItFailsAndTheProcessEnds() throws Exception {
        Process process = start(List.of("-Djavafx.toolkit=none"), "self-test --window");
        List<String> lines = output(1, process);

        assertEquals(List.of(), lines);
        List<String> errors = process.errorReader(StandardCharsets.UTF_8).lines().toList();
        // Before it stands what the toolkit has to say itself.
        String last = errors.get(errors.size() - 1);
        assertTrue(last.startsWith("The self-test in the window failed: "), errors::toString);
    }

    @ParameterizedTest
    @CsvSource({"0, --help", "0, --version", "0, serve --help", "2, nonsense"})
    void helpAndErrorsLoadNothingOfJavaFx(int code, String arguments) throws Exception {
        List<String> lines = output(code, start(List.of("-verbose:class"), arguments));

        assertTrue(lines.stream().anyMatch(line -> line.contains("pingmonitor.cli.Cli ")));
        assertNoJavaFx(lines);
    }

    @Test
    void aSignalEndsBothWithTheirSummary() throws Exception {
        int port = freePort();
        Process serve = start(List.of("-verbose:class"), "serve " + port + " --loss 0");
        BufferedReader served = reader(serve);
        List<String> servedLines = readUntil(served, "Listening on UDP port " + port);
        Process ping = start(List.of(), patient(port) + " --continuous --pause 20ms");
        BufferedReader pinged = reader(ping);
        readUntil(pinged, "PING 2 ");
        if (WINDOWS) {
            // There a process can only be ended by force; it has no word in it.
            return;
        }
        // The handle, because the process itself would close its output as well.
        ping.toHandle().destroy();
        List<String> pingedLines = pinged.lines().toList();
        assertTrue(
                pingedLines.contains("--- 127.0.0.1:" + port + " ping statistics ---"),
                pingedLines::toString);
        assertEquals(0, code(ping));

        serve.toHandle().destroy();
        servedLines.addAll(served.lines().toList());
        assertTrue(servedLines.contains("--- UDP port " + port + " server statistics ---"));
        assertEquals(0, code(serve));
        assertNoJavaFx(servedLines);
    }

    @Test
    void aClosedOutputEndsTheRun() throws Exception {
        try (EchoServer server = server(0)) {
            Process ping = start(List.of(), patient(server.port()) + " --continuous --pause 1ms");
            try (BufferedReader reader = reader(ping)) {
                readUntil(reader, "PING 2 ");
            }

            assertEquals(0, code(ping));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, '', DISPLAY is not set, The terminal commands ping and serve work",
        "en, ':4095', ':4095', The terminal commands ping and serve work",
        "pt, '', DISPLAY não está, Os comandos de terminal ping e serve funcionam"
    })
    void withoutADisplayItSaysSoInTwoSentences(
            String language, String display, String why, String instead) throws Exception {
        if (!LINUX) {
            // Elsewhere there is always a display.
            return;
        }
        Process process = startWindow(window("-Duser.language=" + language), display);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        output(1, process);
        List<String> lines = error.lines().filter(line -> !line.isBlank()).toList();
        assertEquals(2, lines.size(), error);
        // Where GTK is missing too, that is what JavaFX finds first.
        assertTrue(lines.get(0).contains(why) || lines.get(0).contains("libgtk-3-0"), error);
        assertTrue(lines.get(1).startsWith(instead), error);
        assertFalse(Files.exists(state.resolve("udp-ping-monitor")), "nothing to be logged");
    }

    @Test
    void aWindowThatCannotBeOpenedIsLoggedAndEndsTheProcess() throws Exception {
        // They are found before those of the program; without the second, it would show a dialog.
        for (String name : List.of("app/main.fxml", "crash/crash.fxml")) {
            Path broken = state.resolve("broken/pingmonitor/ui/" + name);
            Files.createDirectories(broken.getParent());
            Files.writeString(broken, "<nonsense");
        }
        Process process =
                startWindow(
                        window(
                                "-Dglass.platform=Monocle",
                                "-Dmonocle.platform=Headless",
                                "-Dprism.order=sw",
                                "-Duser.home=" + state,
                                "-Duser.language=en"),
                        "");
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        output(1, process);
        assertTrue(error.contains("javafx.fxml.LoadException"), error);
        assertTrue(error.contains("\nThe window could not be opened.\n"), error);
        try (Stream<Path> files = Files.walk(state)) {
            Path log =
                    files.filter(file -> file.endsWith("udp-ping-monitor.log"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(Files.readString(log).contains("javafx.fxml.LoadException"));
        }
    }

    private List<String> window(String... options) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options));
        // Without it a JDK 24 or newer warns of the libraries JavaFX loads.
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(
                List.of(
                        "-cp",
                        state.resolve("broken")
                                + File.pathSeparator
                                + System.getProperty("java.class.path"),
                        "pingmonitor.Launcher"));
        return command;
    }

    private Process startWindow(List<String> command, String display) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("XDG_CONFIG_HOME", state.resolve("config").toString());
        if (display.isEmpty()) {
            builder.environment().remove("DISPLAY");
        } else {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** On a machine that held replies up other pings may be lost, and it says so. */
    private static void assertPassed(String said) {
        assertTrue(
                said.equals(PASSED)
                        || said.startsWith("Self-test passed: the server answered ")
                                && said.endsWith(" because this machine is slow or busy."),
                said);
    }

    private static void assertNoJavaFx(List<String> lines) {
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.matches(".*[\\] ](com\\.sun\\.)?javafx\\..*"))
                        .toList());
    }

    private Process start(List<String> options, String arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "pingmonitor.Launcher"));
        Stream.of(arguments.split(" ")).forEach(command::add);
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static List<String> output(int expectedCode, Process process) throws Exception {
        List<String> lines = reader(process).lines().toList();
        assertEquals(expectedCode, code(process), lines::toString);
        return lines;
    }

    private static int code(Process process) throws InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the process does not end");
        return process.exitValue();
    }

    /** With a time-out that no reply of this machine to itself is late for, however busy it is. */
    private static String patient(int port) {
        return "ping 127.0.0.1 " + port + " --timeout 60s";
    }

    private static BufferedReader reader(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** The lines up to the first that begins so; a line of the JVM may stand before it. */
    private static List<String> readUntil(BufferedReader reader, String beginning)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return lines;
            }
        }
        throw new AssertionError("no line begins with " + beginning + " in " + lines);
    }

    private static EchoServer server(double loss) throws IOException {
        return EchoServer.start(
                new EchoPlan(0, Impairments.ofLoss(loss), 1, RateLimitSettings.DEFAULT),
                event -> {});
    }

    private static int freePort() throws IOException {
        try (EchoServer server = server(0)) {
            return server.port();
        }
    }
}
