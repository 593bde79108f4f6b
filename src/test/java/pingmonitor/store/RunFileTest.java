package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.RandomRun;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;
import pingmonitor.session.SessionView;

/** What is written of a run is what is read of it. */
class RunFileTest {
    private static final PingPlan PLAN = PingPlan.lab("127.0.0.1", 12_000);
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @TempDir private Path folder;

    @Test
    void everythingComesBackOfRunsThatEnded() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Session session = write(random, random.nextInt(6_000), true);
            try (KeptSession kept = KeptSession.open(file())) {
                assertSame(session, kept, "seed " + seed);
            }
        }
    }

    @Test
    void everythingComesBackOfRunsWhoseProgramWasKilled() throws IOException {
        for (int seed = 100; seed < 160; seed++) {
            Random random = new Random(seed);
            Session session = write(random, random.nextInt(6_000), false);
            try (KeptSession kept = KeptSession.open(file())) {
                assertSame(session, kept, "seed " + seed);
            }
        }
    }

    private Path file() {
        return folder.resolve("a.pingrun");
    }

    private Session write(Random random, int events, boolean ends) throws IOException {
        Session session = new Session(PLAN);
        RandomRun run = new RandomRun(random);
        FileChannel channel =
                FileChannel.open(
                        file(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try (RunFileWriter writer = new RunFileWriter(channel, PLAN, ZONE, "Aula de redes")) {
            List<PingEvent> all = new ArrayList<>();
            all.add(new PingEvent.Started(Scene.SERVER, Scene.START));
            for (int i = 0; i < events; i++) {
                all.add(run.next());
            }
            if (ends) {
                Instant end = Scene.START.plus(Duration.ofHours(7)).plusNanos(123);
                all.add(new PingEvent.Finished(PingEvent.Outcome.STOPPED, end));
            }
            for (PingEvent event : all) {
                session.apply(event);
                writer.add(event);
                if (random.nextInt(700) == 0) {
                    writer.flush();
                }
                if (random.nextInt(900) == 0) {
                    writer.checkpoint(session.statisticsState());
                }
            }
            if (ends) {
                writer.checkpoint(session.statisticsState());
                writer.end();
            } else {
                for (int i = 0; i <= RunRecorder.FLUSHES_UNTIL_WRITTEN; i++) {
                    writer.flush();
                }
            }
        }
        return session;
    }

    static void assertSame(SessionView expected, SessionView kept, String about) {
        assertEquals(expected.plan(), kept.plan(), about);
        assertEquals(expected.rowCount(), kept.rowCount(), about);
        assertEquals(expected.rows(0, Long.MAX_VALUE), kept.rows(0, Long.MAX_VALUE), about);
        assertEquals(expected.journalSize(), kept.journalSize(), about);
        assertEquals(expected.journal(0, Long.MAX_VALUE), kept.journal(0, Long.MAX_VALUE), about);
        assertEquals(expected.leftOutOfJournal(), kept.leftOutOfJournal(), about);
        assertEquals(expected.statistics(), kept.statistics(), about);
        assertEquals(expected.remote(), kept.remote(), about);
        assertEquals(expected.startedAt(), kept.startedAt(), about);
        assertEquals(expected.finishedAt(), kept.finishedAt(), about);
        assertEquals(expected.outcome(), kept.outcome(), about);
        assertEquals(expected.standstills(), kept.standstills(), about);
        assertEquals(expected.latestMappedAddress(), kept.latestMappedAddress(), about);
        for (LossLocation where : LossLocation.values()) {
            assertEquals(expected.lostAt(where, 1_000), kept.lostAt(where, 1_000), about);
        }
    }
}
