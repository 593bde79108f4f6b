package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunQueueTest {

    @Test
    void theWaitIsCountedFromOneCallToTheNext() {
        RunQueue queue =
                new RunQueue(lines("5 1000 2\n", "9 1250 3\n", "9 1250 3\n", "20 18446 9\n"));
        assertEquals(250, queue.waitedNanos());
        assertEquals(0, queue.waitedNanos());
        assertEquals(17_196, queue.waitedNanos());
    }

    @Test
    void whatIsNoSuchLineIsNoWait() {
        RunQueue queue =
                new RunQueue(lines("5 1000 2\n", "", "nonsense", "7", "7 ", "7 x 9", "9 1001 3"));
        for (int i = 0; i < 5; i++) {
            assertEquals(0, queue.waitedNanos());
        }
        assertEquals(1, queue.waitedNanos());
    }

    @Test
    void aFileThatCannotBeReadAnyMoreIsNoWait() {
        RunQueue queue = new RunQueue(new Script(new ArrayDeque<>(List.of("5 1000 2"))));
        assertEquals(0, queue.waitedNanos());
        assertEquals(0, queue.waitedNanos());
    }

    @Test
    void theSystemsOwnNeverRunsBackwards() {
        try (RunQueue queue = RunQueue.ofThisThread()) {
            for (int i = 0; i < 100; i++) {
                assertTrue(queue.waitedNanos() >= 0);
            }
        }
    }

    private static RunQueue.Source lines(String... lines) {
        return new Script(new ArrayDeque<>(List.of(lines)));
    }

    private record Script(Deque<String> lines) implements RunQueue.Source {
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
