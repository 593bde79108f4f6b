package pingmonitor.ping.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerDelayTest {

    @Test
    void theWaitIsCountedFromOneCallToTheNext() {
        SchedulerDelay queue =
                new SchedulerDelay(lines("5 1000 2\n", "9 1250 3\n", "9 1250 3\n", "20 18446 9\n"));
        assertEquals(250, queue.waitedNanos());
        assertEquals(0, queue.waitedNanos());
        assertEquals(17_196, queue.waitedNanos());
    }

    @Test
    void whatIsNoSuchLineIsNoWait() {
        SchedulerDelay queue =
                new SchedulerDelay(
                        lines("5 1000 2\n", "", "nonsense", "7", "7 ", "7 x 9", "9 1001 3"));
        for (int i = 0; i < 5; i++) {
            assertEquals(0, queue.waitedNanos());
        }
        assertEquals(1, queue.waitedNanos());
    }

    /** The bytes that a longer line left behind are none of a shorter one's. */
    @Test
    void aLineThatIsCutIsNoWait() {
        SchedulerDelay queue =
                new SchedulerDelay(
                        lines(
                                "5 1000 2\n",
                                "5",
                                "5 ",
                                "5 10",
                                "5 1000",
                                "5 x",
                                "5  7",
                                "5 1009 3"));
        for (int i = 0; i < 6; i++) {
            assertEquals(0, queue.waitedNanos());
        }
        assertEquals(9, queue.waitedNanos());
    }

    @Test
    void aLineLongerThanAnySuchIsNoWait() {
        String blanksNowhere = "7".repeat(64);
        String digitsToTheEnd = "7 " + "7".repeat(62);
        SchedulerDelay queue =
                new SchedulerDelay(lines("5 1000 2\n", blanksNowhere, digitsToTheEnd));
        assertEquals(0, queue.waitedNanos());
        assertEquals(0, queue.waitedNanos());
    }

    @Test
    void theFileIsReadFromItsBeginningEachTimeUntilItIsClosed(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("schedstat"), "5 1000 2\n");
        SchedulerDelay queue = SchedulerDelay.of(file.toString());
        try (queue) {
            Files.writeString(file, "9 1250 3\n");
            assertEquals(250, queue.waitedNanos());
            assertEquals(0, queue.waitedNanos());
        }
        Files.writeString(file, "9 2000 4\n");
        assertEquals(0, queue.waitedNanos());
    }

    @Test
    void whereTheSystemDoesNotTellThereIsNoWait(@TempDir Path folder) {
        try (SchedulerDelay queue = SchedulerDelay.of(folder.resolve("schedstat").toString())) {
            assertEquals(0, queue.waitedNanos());
        }
    }

    @Test
    void aFileThatCannotBeReadAnyMoreIsNoWait() {
        SchedulerDelay queue =
                new SchedulerDelay(new Script(new ArrayDeque<>(List.of("5 1000 2"))));
        assertEquals(0, queue.waitedNanos());
        assertEquals(0, queue.waitedNanos());
    }

    @Test
    void theSystemsOwnNeverRunsBackwards() {
        try (SchedulerDelay queue = SchedulerDelay.ofThisThread()) {
            for (int i = 0; i < 100; i++) {
                assertTrue(queue.waitedNanos() >= 0);
            }
        }
    }

    private static SchedulerDelay.Source lines(String... lines) {
        return new Script(new ArrayDeque<>(List.of(lines)));
    }

    private record Script(Deque<String> lines) implements SchedulerDelay.Source {
        @Override
        public int read(byte[] into) throws IOException {
            if (lines.isEmpty()) {
                throw new IOException("gone");
            }
            byte[] line = lines.remove().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(line, 0, into, 0, line.length);
            return line.length == 0 ? -1 : line.length;
        }

        @Override
        public void close() {
            lines.clear();
        }
    }
}
