package pingmonitor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The lab's programs as Python processes. */
final class PythonPeers implements Peers {
    private static final String SECONDS = Long.toString(Peers.CLIENT_TIMEOUT.toSeconds());

    @Override
    public PeerServer labServer(long seed) throws Exception {
        return server("lab_server.py", "--seed", Long.toString(seed));
    }

    @Override
    public PeerServer scriptedServer(Answer answer, String... script) throws Exception {
        return server(
                "variant_server.py",
                "--answer",
                answer.option(),
                "--script",
                String.join(",", script));
    }

    @Override
    public PeerServer delayingServer(long seed, int upToMillis) throws Exception {
        return server(
                "variant_server.py",
                "--seed",
                Long.toString(seed),
                "--delay-up-to",
                Integer.toString(upToMillis));
    }

    @Override
    public List<Optional<String>> labClient(int port) throws Exception {
        return client("lab_client.py", "--port", Integer.toString(port), "--timeout", SECONDS);
    }

    @Override
    public List<Optional<String>> javaLabClient(int port, int timesEach) throws Exception {
        return client(
                "java_lab_client.py",
                "--port",
                Integer.toString(port),
                "--times-each",
                Integer.toString(timesEach),
                "--timeout",
                SECONDS);
    }

    /** Starts a program of {@code resources/peers}, which prints each line at once. */
    static Program start(String script, String... options) throws Exception {
        return ChildProcess.start(python(script, options));
    }

    private static PeerServer server(String script, String... options) throws Exception {
        List<String> command = python(script, options);
        command.add("--port");
        command.add("0");
        ChildProcess process = ChildProcess.start(command);
        try {
            String listening = process.awaitLine(line -> line.startsWith("listening "));
            return new Running(process, Integer.parseInt(listening.split(" ")[1]));
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
    }

    private static List<Optional<String>> client(String script, String... options)
            throws Exception {
        try (ChildProcess process = ChildProcess.start(python(script, options))) {
            int exit = process.awaitExit();
            List<String> lines = process.lines();
            List<Optional<String>> heard =
                    lines.subList(0, lines.size() - 1).stream().map(PythonPeers::heard).toList();
            long received = heard.stream().filter(Optional::isPresent).count();
            assertEquals(
                    heard.size() + " sent, " + received + " received", lines.get(lines.size() - 1));
            assertEquals(received > 0 ? 0 : 1, exit);
            return heard;
        }
    }

    private static Optional<String> heard(String line) {
        return line.equals("Request timed out")
                ? Optional.empty()
                : Optional.of(line.substring(0, line.lastIndexOf(' ')));
    }

    private static List<String> python(String script, String... options) throws URISyntaxException {
        URL resource = Objects.requireNonNull(PythonPeers.class.getResource("/peers/" + script));
        List<String> command = new ArrayList<>();
        command.add("python3");
        command.add("-u");
        command.add(Path.of(resource.toURI()).toString());
        command.addAll(List.of(options));
        return command;
    }

    private record Running(ChildProcess process, int port) implements PeerServer {
        @Override
        public List<Seen> awaitSeen(int count) {
            return process.awaitLines(line -> !line.startsWith("listening "), count).stream()
                    .map(Seen::parse)
                    .toList();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
