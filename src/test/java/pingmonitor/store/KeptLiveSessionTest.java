package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingRow;
import pingmonitor.session.RandomRun;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** A run that goes on and is kept has every row and every entry of the journal at every moment, as if all were in memory. */
class KeptLiveSessionTest {
    private static final PingPlan PLAN = PingPlan.lab("127.0.0.1", 12_000);
    private static final int EVENTS = 25_000;

    @TempDir private Path folder;

    @Test
    void everyPageIsThereAtEveryMoment() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            Session whole = new Session(PLAN);
            Session latest = Session.withoutHistory(PLAN, List.of());
            RunStore store = new RunStore(folder, KeptRunFixture.ZONE);
            RunKeeper keeper = store.keep(PLAN, latest::statisticsState, "");
            try (KeptLiveSession kept = new KeptLiveSession(latest, keeper)) {
                RandomRun run = new RandomRun(random);
                PingEvent event = new PingEvent.Started(Scene.SERVER, Scene.START);
                for (int i = 0; i < EVENTS; i++) {
                    whole.apply(event);
                    latest.apply(event);
                    keeper.take(event);
                    if (random.nextInt(200) == 0) {
                        assertSamePages(whole, kept, random, "seed " + seed + ", event " + i);
                    }
                    event = run.next();
                }
                assertTrue(latest.rows(0, Long.MAX_VALUE).size() < whole.rowCount() / 2);
                assertTrue(
                        whole.rows(0, Long.MAX_VALUE).equals(kept.rows(0, Long.MAX_VALUE)),
                        "seed " + seed);
                keeper.close();
                assertTrue(whole.rows(0, Long.MAX_VALUE).equals(kept.rows(0, Long.MAX_VALUE)));
                assertEquals(whole.journalSize(), kept.journalSize());
            }
        }
    }

    private static void assertSamePages(
            Session whole, KeptLiveSession kept, Random random, String when) {
        long rows = whole.rowCount();
        assertEquals(rows, kept.rowCount(), when);
        for (long from : new long[] {0, random.nextInt((int) rows + 1), rows - 50}) {
            long to = from + random.nextInt(300);
            assertSameRows(whole.rows(from, to), kept.rows(from, to), when);
        }
        long sequence = random.nextInt((int) rows + 10);
        assertEquals(whole.indexOf(sequence), kept.indexOf(sequence), when);
        assertEquals(whole.journalSize(), kept.journalSize(), when);
        long entry = random.nextInt((int) whole.journalSize() + 1);
        assertEquals(whole.journal(entry, entry + 100), kept.journal(entry, entry + 100), when);
        assertEquals(whole.statistics(), kept.statistics(), when);
        assertEquals(whole.leftOutOfJournal(), kept.leftOutOfJournal(), when);
    }

    /** Tells of the first that differs, and not of all. */
    private static void assertSameRows(List<PingRow> expected, List<PingRow> rows, String when) {
        assertEquals(expected.size(), rows.size(), when);
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(expected.get(i), rows.get(i), when);
        }
    }

    @Test
    void aMomentIsFoundInTheFileAndInMemory() throws IOException {
        Session whole = new Session(PLAN);
        Session latest = Session.withoutHistory(PLAN, List.of());
        try (RunKeeper keeper = keeping(latest);
                KeptLiveSession kept = new KeptLiveSession(latest, keeper)) {
            for (PingEvent event : pings(5_000)) {
                whole.apply(event);
                latest.apply(event);
                keeper.take(event);
            }
            for (int second = -1; second <= 5_001; second += 61) {
                Instant moment = Scene.START.plusSeconds(second).plusMillis(1);
                assertEquals(whole.indexOf(moment), kept.indexOf(moment), "second " + second);
            }
        }
    }

    @Test
    void withoutAFileTheLatestRowsAreThere() throws IOException {
        Session latest = Session.withoutHistory(PLAN, List.of());
        RunKeeper nowhere =
                new RunStore(Path.of("/dev/null/runs"), KeptRunFixture.ZONE)
                        .keep(PLAN, latest::statisticsState, "");
        try (nowhere;
                KeptLiveSession kept = new KeptLiveSession(latest, nowhere)) {
            for (PingEvent event : pings(5_000)) {
                latest.apply(event);
                nowhere.take(event);
            }
            List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
            assertEquals(latest.rows(0, Long.MAX_VALUE), rows);
            assertEquals(5_000, rows.get(rows.size() - 1).sequence());
            assertEquals(List.of(), kept.journal(0, 10));
            assertTrue(nowhere.problem().isPresent());
        }
    }

    private RunKeeper keeping(Session session) {
        return new RunStore(folder, KeptRunFixture.ZONE).keep(PLAN, session::statisticsState, "");
    }

    /** A ping a second, each answered. */
    private static List<PingEvent> pings(int number) {
        List<PingEvent> events = new ArrayList<>();
        events.add(new PingEvent.Started(Scene.SERVER, Scene.START));
        for (int i = 1; i <= number; i++) {
            Instant at = Scene.START.plusSeconds(i);
            events.add(new PingEvent.Sent(i, at, i * 1_000_000_000L, 24));
            events.add(new PingEvent.Replied(i, 400_000, Scene.reply(i)));
        }
        return events;
    }
}
