package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.fuzz.Cases;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.NodeColumns;
import pingmonitor.session.PingRow;
import pingmonitor.session.Statistics;

/** A damaged file never tells what was not written, unless it says that it is damaged. */
@Tag("fuzz")
@Timeout(600)
class FlippedBitsTest {
    private static final int SMALL = 150;
    private static final int LARGE = 7_000;

    /** Pings that a block has at most, and some that wait. */
    private static final int BLOCK_PINGS = 1_100;

    @TempDir private Path folder;
    private Path damaged;

    @BeforeEach
    void names() {
        damaged = folder.resolve("damaged.pingrun");
    }

    @Test
    void noByteOfSmallFileCanChangeUnseen() throws IOException {
        WrittenRun ended = WrittenRun.ended(folder.resolve("a.pingrun"), 3, SMALL);
        WrittenRun killed = WrittenRun.killed(folder.resolve("b.pingrun"), 4, SMALL);
        SplittableRandom random = Cases.random();
        for (WrittenRun run : List.of(ended, killed)) {
            Written written = new Written(run.file);
            byte[] whole = Files.readAllBytes(run.file);
            for (int at = 0; at < whole.length; at++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                assertTellsNothingWrong(written, bytes, "byte " + at + " of " + run.file);
            }
        }
    }

    @Test
    void blocksThatAreWellAreReadFromDamagedFiles() throws IOException {
        WrittenRun run = WrittenRun.ended(folder.resolve("a.pingrun"), 5, LARGE);
        Written written = new Written(run.file);
        byte[] whole = Files.readAllBytes(run.file);
        SplittableRandom random = Cases.random();
        for (int number = 0; number < Cases.count() / 100; number++) {
            byte[] bytes = whole.clone();
            int at = written.header + random.nextInt(bytes.length - written.header);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(20));
            for (int i = at; i < end; i++) {
                bytes[i] ^= (byte) (1 + random.nextInt(255));
            }
            String about = Cases.at(number) + ", bytes " + at + " to " + end;
            int kept = assertTellsNothingWrong(written, bytes, about);
            assertTrue(kept >= written.rows.size() - 2 * BLOCK_PINGS, about + ": " + kept);
        }
    }

    @Test
    void damagedHeaderIsSaidSo() throws IOException {
        WrittenRun run = WrittenRun.ended(folder.resolve("a.pingrun"), 3, 10);
        byte[] whole = Files.readAllBytes(run.file);
        Written written = new Written(run.file);
        for (int bit = 0; bit < 8 * written.text; bit++) {
            byte[] bytes = whole.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(damaged, bytes);
            RunFileException.Kind kind =
                    assertThrows(RunFileException.class, () -> KeptSession.open(damaged)).kind();
            RunFileException.Kind expected =
                    bit < 64 ? RunFileException.Kind.FOREIGN : RunFileException.Kind.DAMAGED;
            assertEquals(expected, kind, "bit " + bit);
        }
    }

    /** All that a file tells. */
    private static final class Written {
        final Map<Long, PingRow> rows = new HashMap<>();
        final List<PingEvent> journal;
        final Statistics statistics;
        final List<String> nodes;
        final int header;
        final int text;

        Written(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            text = 20 + (bytes[12] & 0xFF) + 256 * (bytes[13] & 0xFF);
            header = (text + 15) / 16 * 16;
            try (KeptSession kept = KeptSession.open(file)) {
                kept.rows(0, Long.MAX_VALUE).forEach(row -> rows.put(row.sequence(), row));
                journal = kept.journal(0, Long.MAX_VALUE);
                statistics = kept.statistics();
                nodes = nodes(kept);
                assertTrue(!kept.verify(), "well");
            }
        }
    }

    /** How many rows are right. */
    private int assertTellsNothingWrong(Written written, byte[] bytes, String about)
            throws IOException {
        Files.write(damaged, bytes);
        try (KeptSession kept = KeptSession.open(damaged)) {
            List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
            assertTrue(rows.size() == kept.rowCount() || kept.isDamaged(), about);
            int same = 0;
            for (PingRow row : rows) {
                same += row.equals(written.rows.get(row.sequence())) ? 1 : 0;
            }
            boolean rowsSeen = kept.isDamaged();
            boolean all =
                    same == rows.size()
                            && rows.size() == written.rows.size()
                            && kept.journal(0, Long.MAX_VALUE).equals(written.journal)
                            && kept.statistics().equals(written.statistics)
                            && nodes(kept).equals(written.nodes);
            assertTrue(rowsSeen || same == rows.size(), about + ": rows");
            assertTrue(all || kept.verify() || isCutOff(written, kept), about);
            return same;
        } catch (RunFileException header) {
            return written.rows.size();
        }
    }

    /** A file whose last bytes changed may look like one of which the end was not written. */
    private static boolean isCutOff(Written written, KeptSession kept) {
        List<PingEvent> journal = kept.journal(0, Long.MAX_VALUE);
        return kept.outcome().isEmpty()
                && journal.equals(written.journal.subList(0, journal.size()));
    }

    private static List<String> nodes(KeptSession kept) {
        return List.of(1, 2, 3, 4, 5).stream()
                .flatMap(
                        level -> {
                            NodeColumns nodes =
                                    kept.series().nodes(level, 0, 3_000 >> 2 * (level - 1));
                            return java.util.stream.IntStream.range(0, nodes.size())
                                    .mapToObj(
                                            i ->
                                                    nodes.onTime(i)
                                                            + " "
                                                            + nodes.lost(i)
                                                            + " "
                                                            + nodes.other(i)
                                                            + " "
                                                            + nodes.minRttNanos(i)
                                                            + " "
                                                            + nodes.maxRttNanos(i));
                        })
                .toList();
    }
}
