package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.fuzz.Footprint;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** Runs with very many pings under way, numbers and times that need more than 32 bits, and floods. */
class RunRecorderLimitsTest {
    private static final Instant START = Scene.START;

    @TempDir private Path folder;

    private long written;

    @Test
    void pingsThatWaitForLongTakeNoMemory() {
        PingPlan plan = plan(Duration.ofMillis(1), PingPlan.MAX_TIMEOUT);
        RunRecorder recorder =
                new RunRecorder(plan, 1, 10, WrittenRun.ZONE, block -> written += block.slots());
        long pings = 600_000;
        for (long sequence = 1; sequence <= pings; sequence++) {
            recorder.sent(sent(sequence, sequence * 1_000_000));
            if (sequence % 250 == 0) {
                recorder.flush();
            }
        }
        assertEquals(0, recorder.settledThrough());
        assertTrue(Footprint.of(recorder) < 40_000, Footprint.of(recorder) + " entries");
        for (long sequence = 1; sequence < pings; sequence++) {
            recorder.timedOut(new PingEvent.TimedOut(sequence));
        }
        assertEquals(pings - 1, recorder.settledThrough());
        recorder.timedOut(new PingEvent.TimedOut(pings));
        assertEquals(pings, recorder.settledThrough());
        assertTrue(written > 2 * pings, "a slot for the sending, and one for the end");
    }

    @Test
    void pingsThatAreRefusedAreSettledWhenNoReplyCanComeInTime() {
        RunRecorder recorder =
                new RunRecorder(
                        plan(Duration.ofMillis(1), Duration.ofSeconds(1)),
                        1,
                        10,
                        WrittenRun.ZONE,
                        block -> written += block.slots());
        recorder.sent(sent(1, 0));
        recorder.sent(sent(2, 1_000_000));
        recorder.unreachable(new PingEvent.Unreachable(2, 5));
        recorder.unreachable(new PingEvent.Unreachable(1, 5));
        assertEquals(0, recorder.settledThrough());
        recorder.sent(sent(3, 20_000_000_000L));
        recorder.replied(new PingEvent.Replied(3, 5, Scene.reply(3)));
        assertEquals(3, recorder.settledThrough());
    }

    @Test
    void runOfTenMinutesUnderWayIsReadAsItWas() throws IOException {
        PingPlan plan = plan(Duration.ofMillis(100), PingPlan.MAX_TIMEOUT);
        Session session = new Session(plan);
        int pings = 12_000;
        try (RunFileWriter writer = writer(plan)) {
            tell(session, writer, new PingEvent.Started(Scene.SERVER, START));
            for (long sequence = 1; sequence <= pings; sequence++) {
                tell(session, writer, sent(sequence, sequence * 100_000_000));
                if (sequence > 6_000) {
                    tell(session, writer, new PingEvent.TimedOut(sequence - 6_000));
                }
                if (sequence % 10 == 0) {
                    writer.flush();
                }
                if (sequence % 2_000 == 0) {
                    writer.checkpoint(session.statisticsState());
                }
            }
            for (int i = 0; i <= RunRecorder.FLUSHES_UNTIL_WRITTEN; i++) {
                writer.flush();
            }
        }
        try (KeptSession kept = KeptSession.open(file())) {
            RunFileTest.assertSame(session, kept, "killed");
        }
    }

    @Test
    void numbersAndTimesBeyondThirtyTwoBitsComeBack() throws IOException {
        PingPlan plan = plan(Duration.ofHours(1), PingPlan.MAX_TIMEOUT);
        Session session = new Session(plan);
        long hour = Duration.ofHours(1).toNanos();
        long far = 5_000_000_000L;
        try (RunFileWriter writer = writer(plan)) {
            tell(session, writer, new PingEvent.Started(Scene.SERVER, START));
            for (long i = 0; i < 3_000; i++) {
                // One hour apart; at 1,000 the number jumps.
                long sequence = i < 1_000 ? i + 1 : far + i;
                tell(session, writer, sent(sequence, i * hour));
                if (i % 3 == 0) {
                    long rttNanos = 4_294_967_296L + i * 100_000_000;
                    tell(
                            session,
                            writer,
                            new PingEvent.Replied(sequence, rttNanos, Scene.reply(sequence)));
                    tell(session, writer, new PingEvent.HeldUp(sequence, 5_000_000_000L));
                } else if (i % 3 == 1) {
                    tell(session, writer, new PingEvent.TimedOut(sequence));
                    tell(
                            session,
                            writer,
                            new PingEvent.Verdict(sequence, LossLocation.RETURN_PATH));
                } else {
                    tell(session, writer, new PingEvent.Unreachable(sequence, 6_000_000_000L));
                }
                writer.flush();
            }
            tell(
                    session,
                    writer,
                    new PingEvent.Finished(
                            PingEvent.Outcome.STOPPED, START.plus(Duration.ofHours(3_001))));
            writer.checkpoint(session.statisticsState());
            writer.end();
        }
        try (KeptSession kept = KeptSession.open(file())) {
            RunFileTest.assertSame(session, kept, "far");
            assertEquals(1_500, kept.indexOf(far + 1_500));
            assertEquals(far + 1_500, kept.series().sequenceAt(1_500 * hour));
            assertEquals(far + 1_000, kept.series().sequenceAt(999 * hour + 1));
        }
    }

    @Test
    void ofFloodTenThousandAreKeptAndTheRestIsCounted() throws IOException {
        PingPlan plan = plan(Duration.ofSeconds(1), Duration.ofSeconds(1));
        Session session = new Session(plan);
        try (RunFileWriter writer = writer(plan)) {
            tell(session, writer, new PingEvent.Started(Scene.SERVER, START));
            tell(session, writer, sent(1, 0));
            tell(session, writer, new PingEvent.Replied(1, 5, Scene.reply(1)));
            for (int i = 0; i < 15_000; i++) {
                tell(session, writer, new PingEvent.Duplicate(1, 10, Scene.reply(1)));
                tell(
                        session,
                        writer,
                        new PingEvent.Foreign(
                                new Reply("x" + i, 2, Scene.SERVER, ReplyMatch.UNNAMED)));
                if (i % 1_000 == 0) {
                    writer.checkpoint(session.statisticsState());
                }
                if (i % 700 == 0) {
                    writer.flush();
                }
            }
            writer.flush();
        }
        try (KeptSession kept = KeptSession.open(file())) {
            assertEquals(15_000, kept.statistics().duplicates());
            assertEquals(15_000, kept.statistics().foreign());
            assertEquals(20_000, kept.leftOutOfJournal());
            assertEquals(15_000, kept.rows(0, 1).get(0).duplicates());
            assertEquals(session.journal(0, Long.MAX_VALUE), kept.journal(0, Long.MAX_VALUE));
        }
    }

    @Test
    void numbersThatAreOpenAreFoundFromTheLowestOn() {
        OpenNumbers numbers = new OpenNumbers();
        assertEquals(8, numbers.lowest(7));
        List.of(500L, 100L, 5_000_000_000L, 101L).forEach(numbers::add);
        assertEquals(101, numbers.lowest(7));
        numbers.remove(101);
        numbers.remove(77);
        numbers.add(5_000_000_001L);
        numbers.remove(5_000_000_000L);
        assertEquals(5_000_000_001L, numbers.lowest(7));
        numbers.clear();
        assertEquals(1, numbers.lowest(0));
    }

    private Path file() {
        return folder.resolve("a.pingrun");
    }

    private RunFileWriter writer(PingPlan plan) throws IOException {
        return new RunFileWriter(WrittenRun.channel(file()), plan, WrittenRun.ZONE, "");
    }

    private static void tell(Session session, RunFileWriter writer, PingEvent event)
            throws IOException {
        session.apply(event);
        writer.add(event);
    }

    private static PingEvent.Sent sent(long sequence, long runNanos) {
        return new PingEvent.Sent(sequence, START.plusNanos(runNanos), runNanos, 24);
    }

    private static PingPlan plan(Duration interval, Duration timeout) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                PingPlan.UNTIL_STOPPED,
                timeout,
                new Pacing.FixedRate(interval),
                0);
    }
}
