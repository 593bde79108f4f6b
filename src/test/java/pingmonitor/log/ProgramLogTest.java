package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgramLogTest {
    private static final String OURS = "pingmonitor.x.Y";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    @TempDir private Path parent;

    @Test
    void runWithoutWarningsLeavesNoFileAndNoFolder() {
        ProgramLog log = log(parent.resolve("logs"));
        log.publish(new LogRecord(Level.INFO, "all is well"));
        log.close();
        assertFalse(Files.exists(parent.resolve("logs")));
        assertEquals(LogState.EMPTY, log.state());
    }

    @Test
    void entryHasTimeThreadLoggerAndMessage() throws IOException {
        ProgramLog log = log(parent.resolve("logs"));
        log.publish(record(Level.WARNING, "javafx.css", "não", null));
        log.close();
        List<String> lines = Files.readAllLines(log.file());
        assertEquals("=== Program 1 · Java 17", lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches(
                                "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)"
                                        + " WARNING \\["
                                        + Thread.currentThread().getName()
                                        + "\\] javafx\\.css: não"),
                lines.get(1));
        assertEquals("", said());
        assertEquals(LogState.WRITTEN, log.state());
    }

    @Test
    void crashGoesToTheTerminalTooAndIsStillToBeTold() throws IOException {
        ProgramLog log = log(parent.resolve("logs"));
        log.publish(record(Level.SEVERE, OURS, "broke", new StackOverflowError("deep")));
        log.close();
        String file = Files.readString(log.file());
        assertTrue(file.contains("java.lang.StackOverflowError: deep\n\tat "), file);
        assertTrue(file.contains(getClass().getName() + ".crash"), file);
        assertTrue(file.endsWith(said()) && said().contains("StackOverflowError"), said());
        assertEquals("broke", log.crashes().untold().seen().get(0).first().message());
    }

    @Test
    void ioErrorsAndErrorsOfLibrariesAreNoCrash() {
        ProgramLog log = log(parent.resolve("logs"));
        log.publish(record(Level.SEVERE, OURS, "no disk", new IOException()));
        log.publish(record(Level.WARNING, "javafx", "bad style", new ClassCastException()));
        log.publish(record(Level.FINE, OURS, "normal", new IllegalStateException()));
        log.close();
        assertEquals(Crashes.Untold.NONE, log.crashes().untold());
        assertEquals("", said());
    }

    @Test
    void floodIsWrittenInPartWithTheCountOfTheRest() throws IOException {
        ProgramLog log = log(parent.resolve("logs"));
        for (int i = 0; i < 10_000; i++) {
            log.publish(record(Level.SEVERE, OURS, "of " + i, new IllegalStateException()));
        }
        log.close();
        String file = Files.readString(log.file());
        assertEquals(5, file.split("java.lang.IllegalStateException\n", -1).length - 1);
        assertTrue(file.contains("… and 9995 more like this before: java.lang.Illegal"), file);
        assertEquals(10_000, log.crashes().untold().times());
    }

    @Test
    void logThatCannotBeWrittenFailsSilently() throws IOException {
        ProgramLog log = log(Files.writeString(parent.resolve("file"), "").resolve("logs"));
        log.publish(record(Level.WARNING, OURS, "words", null));
        log.close();
        assertEquals(LogState.FAILED, log.state());
        assertEquals("", said());
    }

    @Test
    void logGoesOnWhenTheFolderCanBeWrittenAgain() throws Exception {
        Path folder = Files.writeString(parent.resolve("file"), "");
        BlockingQueue<LogState> states = new LinkedBlockingQueue<>();
        ProgramLog log = log(folder);
        log.crashes().listen(() -> states.add(log.state()));
        assertEquals(LogState.EMPTY, states.poll());
        log.publish(record(Level.WARNING, OURS, "lost", null));
        assertEquals(LogState.FAILED, states.poll(30, TimeUnit.SECONDS));
        Files.delete(folder);
        log.publish(record(Level.WARNING, OURS, "kept", null));
        assertEquals(LogState.WRITTEN, states.poll(30, TimeUnit.SECONDS));
        log.close();
        List<String> lines = Files.readAllLines(folder.resolve("x.log"));
        assertEquals("=== Program 1 · Java 17", lines.get(0));
        assertTrue(lines.get(1).endsWith(OURS + ": kept"), lines.get(1));
        assertEquals("", said());
    }

    @Test
    void throwableWhoseToStringThrowsIsWrittenByItsClass() throws IOException {
        ProgramLog log = log(parent.resolve("logs"));
        log.publish(record(Level.SEVERE, OURS, "broke", new Mute()));
        log.close();
        assertTrue(Files.readString(log.file()).endsWith("$Mute\n"));
    }

    @Test
    void reportHasVersionsTimeAndTrace() {
        ProgramLog log = log(parent.resolve("logs"));
        log.publish(record(Level.SEVERE, OURS, "broke", new IllegalStateException("odd")));
        log.publish(record(Level.SEVERE, OURS, "other", new NullPointerException()));
        log.close();
        String text =
                CrashReport.text(
                        List.of("Program 1", "Java 17"),
                        log.crashes().untold().seen(),
                        ZoneOffset.UTC,
                        new Redaction(List.of()));
        assertTrue(text.startsWith("Program 1\nJava 17\n\n2"), text);
        assertTrue(text.contains("Z SEVERE ["), text);
        assertTrue(text.contains("IllegalStateException: odd\n\tat "), text);
        assertTrue(text.contains("NullPointerException\n\tat "), text);
    }

    private ProgramLog log(Path folder) {
        return new ProgramLog(
                new RollingFile(folder, "x", 1 << 20, 3),
                new LogRateLimiter(5, 100, Duration.ofMinutes(1), () -> 0),
                () -> List.of("Program 1", "Java 17"),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new Crashes(() -> 0),
                PATIENCE);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static LogRecord record(Level level, String logger, String message, Throwable thrown) {
        LogRecord made = new LogRecord(level, message);
        made.setLoggerName(logger);
        made.setThrown(thrown);
        return made;
    }

    private static final class Mute extends RuntimeException {
        @Override
        public String toString() {
            throw new IllegalStateException();
        }
    }
}
