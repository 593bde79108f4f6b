package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are deleted can be put back for a while, and are never deleted while they are written. */
class RunTrashTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir private Path folder;
    private RunStore store;

    @BeforeEach
    void make() {
        store = new RunStore(folder, KeptRunFixture.ZONE);
        for (String name : List.of("a", "b")) {
            KeptRunFixture.ended(file(name), "192.168.1.20", name, NOW.minusSeconds(99), 4);
        }
    }

    @Test
    void aDeletedRunComesBackAsItWas() throws IOException {
        RunHistory history = at(Duration.ZERO);
        byte[] before = Files.readAllBytes(file("a"));
        DeletedRun deleted = history.delete(named(history, "a"));
        assertEquals(List.of("b"), names(history));
        assertEquals(List.of(deleted), at(Duration.ofDays(6)).deleted());
        assertEquals(file("a"), at(Duration.ofDays(6)).putBack(deleted));
        assertEquals(2, history.list().size());
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file("a"))));
        assertEquals(List.of(), history.deleted());
    }

    @Test
    void theLatestDeletedIsFirst() throws IOException {
        DeletedRun first = at(Duration.ZERO).delete(named(at(Duration.ZERO), "a"));
        DeletedRun second = at(Duration.ofSeconds(1)).delete(named(at(Duration.ofSeconds(1)), "b"));
        assertEquals(List.of(second, first), at(Duration.ofSeconds(2)).deleted());
    }

    @Test
    void aRunPutBackBesideOneOfItsNameTakesAnother() throws IOException {
        RunHistory history = at(Duration.ZERO);
        DeletedRun deleted = history.delete(named(history, "a"));
        KeptRunFixture.ended(file("a"), "192.168.1.20", "new", NOW, 2);
        assertEquals(file("a-2"), history.putBack(deleted));
        assertEquals(3, history.list().size());
    }

    @Test
    void afterAWeekItIsGoneForGood() throws IOException {
        RunHistory history = at(Duration.ZERO);
        DeletedRun deleted = history.delete(named(history, "a"));
        assertEquals(List.of(), at(Duration.ofDays(8)).deleted());
        assertThrows(NoSuchFileException.class, () -> history.putBack(deleted));
    }

    @Test
    void aRunThatIsWrittenCannotBeDeleted() throws IOException {
        RunHistory history = at(Duration.ZERO);
        HistoryEntry entry = named(history, "a");
        WritingMark mark = WritingMark.take(file("a")).orElseThrow();
        assertThrows(RunInUseException.class, () -> history.delete(entry));
        assertThrows(RunInUseException.class, () -> history.rename(entry, "x"));
        mark.close();
        history.delete(entry);
        assertTrue(Files.notExists(file("a")));
    }

    @Test
    void aRunThatIsGoneIsSaidToBe() throws IOException {
        RunHistory history = at(Duration.ZERO);
        HistoryEntry entry = named(history, "a");
        Files.delete(file("a"));
        assertThrows(NoSuchFileException.class, () -> history.delete(entry));
        assertThrows(NoSuchFileException.class, () -> history.pin(entry, true));
    }

    private RunHistory at(Duration after) {
        return new RunHistory(store, Clock.fixed(NOW.plus(after), ZoneOffset.UTC));
    }

    private Path file(String name) {
        return folder.resolve(name + ".pingrun");
    }

    private static HistoryEntry named(RunHistory history, String name) throws IOException {
        return history.find(name).get(0);
    }

    private static List<String> names(RunHistory history) throws IOException {
        return history.list().stream().map(entry -> entry.facts().orElseThrow().name()).toList();
    }
}
