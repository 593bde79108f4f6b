package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.wire.PingRequest;

/**
 * The real program is killed at random moments; a witness tells what it did before. The moment is real time, so that
 * the test asks for less than the program promises: a busy machine may leave its writer waiting.
 */
@Timeout(300)
class KilledProgramTest {
    /** Each with so many files. */
    private static final int KILLS = 5;

    private static final int TARGETS = 4;
    private static final long SURELY_WRITTEN_NANOS = TimeUnit.SECONDS.toNanos(3);

    @TempDir private Path folder;

    @Test
    void everythingThatWasSettledIsInTheFileAndNothingElse() throws Exception {
        Random random = new Random(1);
        int files = 0;
        long rows = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path data = folder.resolve("data" + kill);
            List<Witness> witnesses = new ArrayList<>();
            for (int i = 0; i < TARGETS; i++) {
                witnesses.add(new Witness());
            }
            Process program = monitor(data, witnesses);
            long killedNanos;
            try {
                for (Witness witness : witnesses) {
                    witness.awaitPings(20);
                }
                Thread.sleep(random.nextInt(3_500));
            } finally {
                killedNanos = System.nanoTime();
                program.destroyForcibly();
                assertTrue(program.waitFor(60, TimeUnit.SECONDS));
                witnesses.forEach(Witness::close);
            }
            for (Witness witness : witnesses) {
                Optional<Path> file = file(data, witness.port());
                if (file.isEmpty()) {
                    witness.assertToldBy(List.of(), killedNanos);
                    files++;
                    continue;
                }
                assertFalse(WritingMark.isHeld(file.get()));
                try (KeptSession kept = KeptSession.open(file.get())) {
                    witness.assertToldBy(kept.rows(0, Long.MAX_VALUE), killedNanos);
                    assertEquals(WrittenRun.figuresOf(kept), kept.statistics());
                    rows += kept.rowCount();
                    files++;
                }
            }
        }
        assertEquals(KILLS * TARGETS, files);
        assertTrue(rows > 20L * files, rows + " pings");
    }

    /** A server that remembers to what it replied, and when; each seventh ping gets nothing. */
    private static final class Witness implements AutoCloseable {
        private final DatagramSocket socket;
        private final int port;
        private final Thread thread;

        /** By the text of the request: when the reply left. */
        private final Map<String, Long> repliedNanos = new ConcurrentHashMap<>();

        private final Map<String, Long> droppedNanos = new ConcurrentHashMap<>();

        Witness() throws IOException {
            socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
            port = socket.getLocalPort();
            thread = new Thread(this::serve, "witness");
            thread.start();
        }

        int port() {
            return port;
        }

        void awaitPings(int count) throws InterruptedException {
            while (repliedNanos.size() < count) {
                Thread.sleep(20);
            }
        }

        private void serve() {
            DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
            try {
                while (true) {
                    packet.setLength(2_048);
                    socket.receive(packet);
                    String text =
                            new String(
                                    packet.getData(),
                                    0,
                                    packet.getLength(),
                                    StandardCharsets.US_ASCII);
                    if (text.hashCode() % 7 == 0) {
                        droppedNanos.put(text, System.nanoTime());
                        continue;
                    }
                    byte[] reply = text.toUpperCase().getBytes(StandardCharsets.US_ASCII);
                    socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                    repliedNanos.put(text, System.nanoTime());
                }
            } catch (IOException closed) {
                return;
            }
        }

        void assertToldBy(List<PingRow> rows, long killedNanos) {
            Map<String, PingRow> told = new ConcurrentHashMap<>();
            for (PingRow row : rows) {
                String request = PingRequest.of(row.sequence(), row.sentAt(), 0).text();
                told.put(request, row);
                boolean isAnswered = row.state() == PingState.REPLIED;
                assertTrue(
                        !isAnswered || repliedNanos.containsKey(request),
                        () -> row + " was never answered");
                assertTrue(
                        row.state() != PingState.TIMED_OUT || droppedNanos.containsKey(request),
                        () -> row + " was not dropped");
            }
            repliedNanos.forEach(
                    (request, nanos) -> {
                        PingRow row = told.get(request);
                        boolean isThere = row != null && row.state() == PingState.REPLIED;
                        boolean isRecent = killedNanos - nanos < SURELY_WRITTEN_NANOS;
                        assertTrue(
                                isThere || isRecent,
                                () ->
                                        request
                                                + ", "
                                                + (killedNanos - nanos)
                                                + " ns before the end: "
                                                + row);
                    });
        }

        @Override
        public void close() {
            socket.close();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Process monitor(Path data, List<Witness> witnesses) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("pingmonitor.Launcher");
        command.addAll(List.of("monitor", "--interval", "5ms", "--timeout", "500ms"));
        witnesses.forEach(witness -> command.add("127.0.0.1:" + witness.port()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Where a person's folders are, on each system.
        for (String name : List.of("XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA", "HOME")) {
            builder.environment().put(name, data.toString());
        }
        return builder.start();
    }

    /** Empty when the program was killed before it made one. */
    private static Optional<Path> file(Path data, int port) throws IOException {
        if (!Files.exists(data)) {
            return Optional.empty();
        }
        try (var files = Files.walk(data)) {
            // One that was killed between making the file and its first write left it empty.
            return files.filter(file -> file.toString().endsWith("-" + port + RunFileFormat.SUFFIX))
                    .filter(file -> file.toFile().length() > 0)
                    .findFirst();
        }
    }
}
