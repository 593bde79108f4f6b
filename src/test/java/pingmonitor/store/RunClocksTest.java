package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.PingRow;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** Clocks that are set and local times that jump change nothing but the times shown. */
class RunClocksTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @TempDir private Path folder;
    private final Session session = new Session(WrittenRun.PLAN);
    private long sequence;

    @Test
    void clockThatIsSetBackKeepsTheOrder() throws IOException {
        Instant noon = Instant.parse("2026-11-23T12:00:00.102331Z");
        ZoneId zone = ZoneId.of("UTC");
        try (RunFileWriter writer = writer(zone)) {
            pings(writer, noon, 0, 2_000);
            pings(writer, noon.minusSeconds(3_600), 2_000, 4_000);
            pings(writer, noon.plusSeconds(7_200), 4_000, 6_000);
            end(writer);
        }
        try (KeptSession kept = KeptSession.open(file())) {
            RunFileTest.assertSame(session, kept, "clock set");
            assertEquals(3, eras().size());
            List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(i + 1, rows.get(i).sequence());
                assertEquals(i * INTERVAL.toNanos(), rows.get(i).sentNanos());
            }
            assertEquals(noon.plusSeconds(1_999), rows.get(1_999).sentAt());
            assertEquals(noon.plusSeconds(2_000 - 3_600), rows.get(2_000).sentAt());
            assertEquals(noon.plusSeconds(4_000 + 7_200), rows.get(4_000).sentAt());
            assertEquals(2_501, kept.series().sequenceAt(Duration.ofSeconds(2_500).toNanos()));
        }
    }

    @Test
    void clockThatIsSetChangesNoFigure() throws IOException {
        Session steady = new Session(WrittenRun.PLAN);
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        try (RunFileWriter writer = writer(ZoneId.of("UTC"))) {
            pings(writer, noon, 0, 1_500);
            pings(writer, noon.minusSeconds(3_600), 1_500, 3_000);
        }
        for (PingRow row : session.rows(0, Long.MAX_VALUE)) {
            Instant at = noon.plusNanos(row.sentNanos());
            steady.apply(new PingEvent.Sent(row.sequence(), at, row.sentNanos(), row.sentBytes()));
            steady.apply(
                    new PingEvent.Replied(
                            row.sequence(), row.rttNanos().getAsLong(), row.reply().orElseThrow()));
        }
        try (KeptSession kept = KeptSession.open(file())) {
            assertEquals(steady.statistics(), kept.statistics());
        }
    }

    @Test
    void clocksGoBackInAutumnInNewYork() throws IOException {
        assertOffsets("America/New_York", "2026-11-01T06:00:00Z", -4, -5);
    }

    @Test
    void clocksGoForwardInSpringInNewYork() throws IOException {
        assertOffsets("America/New_York", "2027-03-14T07:00:00Z", -5, -4);
    }

    @Test
    void clocksGoBackInAutumnInLisbon() throws IOException {
        assertOffsets("Europe/Lisbon", "2026-10-25T01:00:00Z", 1, 0);
    }

    @Test
    void clocksGoForwardInSpringInLisbon() throws IOException {
        assertOffsets("Europe/Lisbon", "2027-03-28T01:00:00Z", 0, 1);
    }

    /** The first ping with the other offset is the first one at or after the change, to the second. */
    private void assertOffsets(String zone, String change, int hoursBefore, int hoursAfter)
            throws IOException {
        Instant at = Instant.parse(change);
        Instant start = at.minusSeconds(900);
        try (RunFileWriter writer = writer(ZoneId.of(zone))) {
            pings(writer, start, 0, 1_800);
            end(writer);
        }
        List<FileEvent.Era> eras = eras();
        assertEquals(2, eras.size());
        assertEquals(Duration.ofHours(hoursBefore).toSeconds(), eras.get(0).offsetSeconds());
        assertEquals(Duration.ofHours(hoursAfter).toSeconds(), eras.get(1).offsetSeconds());
        assertEquals(Duration.ofSeconds(900).toNanos() / 1_000, eras.get(1).fromMicros());
        assertEquals(eras.get(0).zeroMicros(), eras.get(1).zeroMicros());
        try (KeptSession kept = KeptSession.open(file())) {
            RunFileTest.assertSame(session, kept, zone);
            assertEquals(ZoneId.of(zone), kept.zone());
            for (PingRow row : kept.rows(0, Long.MAX_VALUE)) {
                ZoneOffset shown = kept.zone().getRules().getOffset(row.sentAt());
                int hours = row.sentAt().isBefore(at) ? hoursBefore : hoursAfter;
                assertEquals(ZoneOffset.ofHours(hours), shown);
            }
            assertTrue(kept.indexOf(at) == 900);
        }
    }

    private Path file() {
        return folder.resolve("a.pingrun");
    }

    private RunFileWriter writer(ZoneId zone) throws IOException {
        return new RunFileWriter(WrittenRun.channel(file()), WrittenRun.PLAN, zone, "");
    }

    private List<FileEvent.Era> eras() throws IOException {
        try (RunFile file = RunFile.open(file())) {
            return List.copyOf(file.index().eras().all());
        }
    }

    /** Pings a second apart, of a run whose zero has that wall time. */
    private void pings(RunFileWriter writer, Instant zero, int from, int to) throws IOException {
        if (from == 0) {
            tell(writer, new PingEvent.Started(Scene.SERVER, zero));
        }
        for (int i = from; i < to; i++) {
            Duration run = INTERVAL.multipliedBy(i);
            tell(writer, new PingEvent.Sent(++sequence, zero.plus(run), run.toNanos(), 24));
            tell(writer, new PingEvent.Replied(sequence, 1_000_000 + i, Scene.reply(sequence)));
        }
        writer.flush();
    }

    private void end(RunFileWriter writer) throws IOException {
        tell(
                writer,
                new PingEvent.Finished(
                        PingEvent.Outcome.STOPPED, Instant.parse("2027-01-01T00:00:00Z")));
        writer.checkpoint(session.statisticsState());
        writer.end();
    }

    private void tell(RunFileWriter writer, PingEvent event) throws IOException {
        session.apply(event);
        writer.add(event);
    }
}
