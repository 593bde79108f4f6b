package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;
import pingmonitor.series.SeriesSource;
import pingmonitor.series.SessionSeries;
import pingmonitor.series.StretchSummary;
import pingmonitor.session.Session;

/** A run of two groups and more; the benchmark "keeping" has one of ten million pings. */
class LongRunFileTest {
    private static final long PINGS = 560_000;
    private static final double LOSS = 0.02;

    @TempDir private static Path folder;

    private static final Session SESSION = new Session(GeneratedRun.PLAN);
    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        file = folder.resolve("a.pingrun");
        GeneratedRun run = new GeneratedRun(LOSS);
        try (RunFileWriter writer = writer()) {
            tell(writer, run.started());
            for (long i = 0; i < PINGS; i++) {
                run.next(event -> tell(writer, event));
                if (i % 25 == 0) {
                    writer.flush();
                }
                if (i % 2_000 == 0) {
                    writer.checkpoint(SESSION.statisticsState());
                }
            }
            tell(writer, run.finished());
            writer.checkpoint(SESSION.statisticsState());
            writer.end();
        }
    }

    @Test
    void pagesAtAnyPlaceAreWhatWasWritten() throws IOException {
        try (KeptSession kept = KeptSession.open(file)) {
            assertEquals(PINGS, kept.rowCount());
            assertEquals(SESSION.statistics(), kept.statistics());
            Random random = new Random(1);
            for (int i = 0; i < 300; i++) {
                long from = random.nextLong(PINGS);
                assertEquals(SESSION.rows(from, from + 200), kept.rows(from, from + 200));
                long entry = random.nextLong(SESSION.journalSize());
                assertEquals(SESSION.journal(entry, entry + 200), kept.journal(entry, entry + 200));
                long runNanos = random.nextLong(PINGS * GeneratedRun.INTERVAL_NANOS);
                assertEquals(
                        (runNanos + GeneratedRun.INTERVAL_NANOS - 1) / GeneratedRun.INTERVAL_NANOS
                                + 1,
                        kept.series().sequenceAt(runNanos));
            }
        }
    }

    @Test
    void nodesOfAllLevelsAreThoseOfTheRows() throws IOException {
        SeriesSource expected = new SessionSeries(SESSION);
        try (KeptSession kept = KeptSession.open(file)) {
            for (int level = 1; level <= Pyramid.LEVELS; level++) {
                long end = Pyramid.nodeOf(level, PINGS) + 1;
                assertSame(
                        "level " + level,
                        expected.nodes(level, 0, end),
                        kept.series().nodes(level, 0, end));
            }
        }
    }

    @Test
    void segmentsAreTheSumsOfTheirRows() throws IOException {
        try (KeptSession kept = KeptSession.open(file)) {
            long segments = PINGS / StretchSummary.SEGMENT_PINGS;
            for (long segment = 0; segment < segments; segment++) {
                long first = segment * StretchSummary.SEGMENT_PINGS + 1;
                long last = first + StretchSummary.SEGMENT_PINGS - 1;
                StretchSummary made =
                        StretchSummary.of(new SessionSeries(SESSION).rows(first, last));
                StretchSummary its = kept.series().segment(segment).orElseThrow();
                assertArrayEquals(made.encode(), its.encode(), "segment " + segment);
            }
        }
    }

    /** The limit is the issue's; the writing of it stands beside other figures in the bench. */
    @Test
    void pingTakesLessThanTwentyFourBytes() throws IOException {
        assertTrue(Files.size(file) < 24 * PINGS, Files.size(file) + " bytes");
    }

    @Test
    void fileWhoseWayFromGroupToGroupIsBrokenSaysTheSame() throws IOException {
        Path broken = Files.copy(file, folder.resolve("b.pingrun"));
        long at;
        try (RunFile whole = RunFile.open(file)) {
            at = whole.groupSlot() * Slot.BYTES + 400;
        }
        try (FileChannel channel =
                FileChannel.open(broken, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}), at);
        }
        try (KeptSession kept = KeptSession.open(broken)) {
            assertTrue(kept.isDamaged());
            assertEquals(SESSION.statistics(), kept.statistics());
            assertEquals(SESSION.rows(400_000, 401_000), kept.rows(400_000, 401_000));
            long end = Pyramid.nodeOf(3, PINGS) + 1;
            assertSame(
                    "level 3",
                    new SessionSeries(SESSION).nodes(3, 0, end),
                    kept.series().nodes(3, 0, end));
        }
    }

    @Test
    void runWhoseProgramWasKilledGoesOnFromItsLatestFigures() throws IOException {
        Path cut = Files.copy(file, folder.resolve("c.pingrun"));
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() * 4 / 5 / 16 * 16);
        }
        try (KeptSession kept = KeptSession.open(cut)) {
            assertFalse(kept.isDamaged());
            long rows = kept.rowCount();
            assertTrue(rows > PINGS / 2, rows + " rows");
            assertEquals(
                    SESSION.rows(rows - 5_000, rows - 600), kept.rows(rows - 5_000, rows - 600));
            assertEquals(rows, kept.statistics().sent());
            assertEquals(kept.summary().settled(), kept.statistics().settled());
            assertEquals(kept.summary().lost(), kept.statistics().lost());
        }
    }

    private static RunFileWriter writer() throws IOException {
        return new RunFileWriter(
                WrittenRun.channel(file), GeneratedRun.PLAN, WrittenRun.ZONE, "long");
    }

    private static void tell(RunFileWriter writer, PingEvent event) {
        try {
            SESSION.apply(event);
            writer.add(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(String about, NodeColumns expected, NodeColumns kept) {
        assertEquals(expected.size(), kept.size(), about);
        IntStream.range(0, kept.size())
                .forEach(i -> assertEquals(text(expected, i), text(kept, i), about + ", " + i));
    }

    private static String text(NodeColumns nodes, int i) {
        return nodes.fromNanos(i)
                + " to "
                + nodes.untilNanos(i)
                + ": "
                + nodes.minRttNanos(i)
                + " "
                + nodes.medianRttNanos(i)
                + " "
                + nodes.maxRttNanos(i)
                + ", "
                + nodes.onTime(i)
                + " "
                + nodes.lost(i)
                + " "
                + nodes.other(i);
    }
}
