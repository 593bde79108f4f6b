package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of kept runs. */
class RunHistoryTest {
    private static final Instant DAY = Instant.parse("2026-11-23T10:42:07.102331Z");

    @TempDir private Path temporary;
    private Path folder;
    private RunHistory history;

    @BeforeEach
    void make() {
        folder = temporary.resolve("runs");
        history = fresh();
    }

    private RunHistory fresh() {
        return new RunHistory(new RunStore(folder, KeptRunFixture.ZONE));
    }

    @Test
    void aFolderThatIsNotThereHasNoRuns() throws IOException {
        assertEquals(List.of(), history.list());
    }

    @Test
    void theNewestIsFirstWithItsFigures() throws IOException {
        run("a", "192.168.1.20", "Lab", DAY, 10);
        run("b", "example.org", "", DAY.plus(Duration.ofDays(1)), 4);
        List<HistoryEntry> entries = history.list();
        assertEquals(List.of("b.pingrun", "a.pingrun"), names(entries));
        HistoryEntry lab = entries.get(1);
        RunFacts facts = lab.facts().orElseThrow();
        assertEquals(RunState.COMPLETED, lab.state());
        assertEquals("192.168.1.20", facts.host());
        assertEquals(12_000, facts.port());
        assertEquals("Lab", facts.name());
        assertEquals(DAY, facts.startedAt().orElseThrow());
        assertEquals(Duration.ofSeconds(9), facts.duration());
        assertEquals(10, facts.sent());
        assertEquals(3, facts.lost());
        assertEquals(OptionalDouble.of(0.3), facts.loss());
        // Of 1, 2, 4, 5, 7, 8 and 10 ms.
        assertEquals(5e6, facts.medianNanos().orElseThrow(), 5e6 * 0.004);
        assertEquals(Files.size(lab.file()), lab.sizeBytes());
        assertFalse(lab.isDamaged());
    }

    @Test
    void aFileThatIsNoRunIsInTheListWithTheReason() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("poem.pingrun"), "O mar, quando quebra na praia");
        Files.createFile(folder.resolve("empty.pingrun"));
        Files.writeString(folder.resolve("notes.txt"), "none of ours");
        run("newer", "x", "", DAY, 3);
        byte[] newer = Files.readAllBytes(folder.resolve("newer.pingrun"));
        Files.write(folder.resolve("newer.pingrun"), WrittenRun.ofVersion(99, newer));
        run("damaged", "x", "", DAY, 3);
        byte[] damaged = Files.readAllBytes(folder.resolve("damaged.pingrun"));
        damaged[30] ^= 1;
        Files.write(folder.resolve("damaged.pingrun"), damaged);
        assertEquals(RunState.FOREIGN, only("poem").state());
        assertEquals(RunState.FOREIGN, only("empty").state());
        assertEquals(RunState.NEWER, only("newer").state());
        assertEquals(RunState.DAMAGED, only("damaged").state());
        assertEquals(4, history.list().size());
    }

    @Test
    void aRunThatNobodyWritesAndThatHasNoEndWasCutOff() throws IOException {
        Files.createDirectories(folder);
        KeptRunFixture.random(folder.resolve("c.pingrun"), 1, 3_000, false);
        assertEquals(RunState.CUT_OFF, only("c").state());
        assertTrue(only("c").facts().orElseThrow().sent() > 0);
    }

    @Test
    void namesNotesAndPinsAreSeenByTheNextListOfAnyProgram() throws IOException {
        run("a", "192.168.1.20", "", DAY, 10);
        history.rename(only("a"), "Night in the lab");
        history.note(only("a"), "The router\nwas new.");
        history.pin(only("a"), true);
        for (RunHistory each : List.of(history, fresh())) {
            RunFacts facts = each.list().get(0).facts().orElseThrow();
            assertEquals("Night in the lab", facts.name());
            assertEquals("The router\nwas new.", facts.note());
            assertTrue(facts.pinned());
        }
        history.pin(only("a"), false);
        assertFalse(only("a").isPinned());
        assertEquals(RunState.COMPLETED, only("a").state());
    }

    @Test
    void hostileTextIsShortAndHarmless() throws IOException {
        run("a", "192.168.1.20", "", DAY, 1);
        String hostile = "a\u001b[2J\u202eb\u0000\r\nc".repeat(10_000);
        history.rename(only("a"), hostile);
        history.note(only("a"), hostile);
        RunFacts facts = only("a").facts().orElseThrow();
        assertEquals(RunLabels.MAX_NAME, facts.name().length(), 5);
        assertTrue(facts.name().startsWith("a [2Jb  c"), facts.name());
        assertTrue(facts.note().length() <= RunLabels.MAX_NOTE);
        assertTrue(facts.note().startsWith("a [2Jb \nca"), facts.note());
        assertTrue(Files.size(only("a").file()) < 20_000);
    }

    @Test
    void aWordFindsRunsByNameNoteHostAndDay() throws IOException {
        run("a", "192.168.1.20", "Night in the lab", DAY, 1);
        run("b", "example.org", "Night at home", DAY.plus(Duration.ofDays(1)), 1);
        run("c", "example.org", "night", DAY.plus(Duration.ofDays(2)), 1);
        history.note(only("b"), "new router");
        assertEquals(List.of("c.pingrun"), names(history.find("LAST")));
        assertEquals(List.of("c.pingrun"), names(history.find("Night")));
        assertEquals(List.of("b.pingrun"), names(history.find("night a")));
        assertEquals(List.of("c.pingrun", "b.pingrun"), names(history.find("example.org")));
        assertEquals(List.of("a.pingrun"), names(history.find("168.1.20:12")));
        assertEquals(List.of("b.pingrun"), names(history.find("ROUTER")));
        assertEquals(List.of("a.pingrun"), names(history.find("2026-11-23")));
        assertEquals(List.of("a.pingrun"), names(history.find("a")));
        assertEquals(List.of(), history.find("nothing like it"));
    }

    private void run(String file, String host, String name, Instant at, int pings) {
        KeptRunFixture.ended(folder.resolve(file + ".pingrun"), host, name, at, pings);
    }

    private HistoryEntry only(String name) throws IOException {
        return history.list().stream()
                .filter(entry -> entry.fileName().equals(name + ".pingrun"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::fileName).toList();
    }
}
