package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/** A file that was cut off anywhere has all that was written before. */
class CutOffFileTest {
    /** Nearly three blocks. */
    private static final int EVENTS = 2_000;

    private static final int FULLY_EVERY_SLOTS = 31;

    @TempDir private Path folder;

    @Test
    void fileThatIsCutAtAnyByteLosesOnlyWhatWasCut() throws IOException {
        WrittenRun run = WrittenRun.ended(folder.resolve("a.pingrun"), 7, EVENTS);
        List<PingEvent> journal = run.session.journal(0, Long.MAX_VALUE);
        long header = run.journalByLength.firstKey() / 2;
        try (FileChannel channel = FileChannel.open(run.file, StandardOpenOption.WRITE)) {
            long length = channel.size();
            long lastTwoBlocks = length - 60_000;
            assertTrue(lastTwoBlocks > header, length + " bytes");
            for (long cut = length; cut >= lastTwoBlocks; cut--) {
                channel.truncate(cut);
                try (KeptSession kept = KeptSession.open(run.file)) {
                    assertJournalUpTo(cut, run, kept);
                    // Compared at all the other ends of slots, too, it takes a minute.
                    if (cut % (FULLY_EVERY_SLOTS * Slot.BYTES) == 0) {
                        assertIsBeginning(journal, run, kept, "cut at " + cut);
                    }
                }
            }
        }
    }

    @Test
    void zerosInPlaceOfTheEndAreAsIfItWereCutOff() throws IOException {
        WrittenRun run = WrittenRun.killed(folder.resolve("a.pingrun"), 8, EVENTS);
        byte[] whole = Files.readAllBytes(run.file);
        Path file = folder.resolve("b.pingrun");
        for (int cut = whole.length - 40_000; cut < whole.length; cut += 16 * 37 + 5) {
            byte[] bytes = new byte[whole.length + 4_096];
            System.arraycopy(whole, 0, bytes, 0, cut);
            Files.write(file, bytes);
            try (KeptSession kept = KeptSession.open(file)) {
                assertJournalUpTo(cut, run, kept);
                assertIsBeginning(
                        run.session.journal(0, Long.MAX_VALUE), run, kept, "zeros from " + cut);
            }
        }
    }

    @Test
    void fileOfTheHeaderAloneIsRunWithoutPings() throws IOException {
        new WrittenRun(folder.resolve("a.pingrun")).writer.close();
        try (KeptSession kept = KeptSession.open(folder.resolve("a.pingrun"))) {
            assertEquals(WrittenRun.PLAN, kept.plan());
            assertEquals("Aula de redes", kept.name());
            assertEquals(0, kept.rowCount());
            assertEquals(0, kept.statistics().sent());
            assertEquals(List.of(), kept.journal(0, 10));
            assertFalse(kept.verify());
        }
    }

    private static void assertJournalUpTo(long cut, WrittenRun run, KeptSession kept) {
        long least = run.journalByLength.floorEntry(cut).getValue();
        long most =
                run.journalByLength.ceilingEntry(cut) == null
                        ? run.session.journalSize()
                        : run.journalByLength.ceilingEntry(cut).getValue();
        long size = kept.journalSize();
        assertTrue(
                least <= size && size <= most,
                () -> "cut at " + cut + ": " + least + " to " + most + ", not " + size);
    }

    private static void assertIsBeginning(
            List<PingEvent> journal, WrittenRun run, KeptSession kept, String about)
            throws IOException {
        List<PingEvent> its = kept.journal(0, Long.MAX_VALUE);
        assertEquals(kept.journalSize(), its.size(), about);
        assertEquals(journal.subList(0, its.size()), its, about);
        List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
        assertEquals(kept.rowCount(), rows.size(), about);
        for (PingRow row : rows) {
            PingRow written = run.session.row(row.sequence()).orElseThrow();
            assertEquals(written.sentAt(), row.sentAt(), about);
            assertEquals(written.sentBytes(), row.sentBytes(), about);
            boolean isEarlier =
                    row.state() == PingState.WAITING
                            || row.state() == written.state()
                            || row.state() == PingState.TIMED_OUT
                            || row.state() == PingState.UNREACHABLE;
            assertTrue(isEarlier, () -> about + ": " + row + ", then " + written);
        }
        assertEquals(WrittenRun.figuresOf(kept), kept.statistics(), about);
        assertFalse(kept.verify(), about);
    }
}
