package pingmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.RandomRun;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** Files of runs for tests. */
final class KeptRunFixture {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private KeptRunFixture() {}

    /** A run of random events; what it was is the session. */
    static Session random(Path file, int seed, int events, boolean ends) throws IOException {
        PingPlan plan = PingPlan.lab("127.0.0.1", 12_000);
        Random random = new Random(seed);
        RandomRun run = new RandomRun(random);
        Session session = new Session(plan);
        try (RunFileWriter writer = writer(file, plan, "Aula")) {
            Taker taker =
                    event -> {
                        session.apply(event);
                        writer.add(event);
                    };
            taker.take(new PingEvent.Started(Scene.SERVER, Scene.START));
            for (int i = 0; i < events; i++) {
                taker.take(run.next());
            }
            if (ends) {
                taker.take(
                        new PingEvent.Finished(
                                PingEvent.Outcome.STOPPED, Scene.START.plusSeconds(9)));
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

    /** A run that ended, of some answered pings, a second apart, of which each third is lost. */
    static void ended(Path file, String host, String name, Instant at, int pings) {
        PingPlan plan = PingPlan.lab(host, 12_000);
        try (RunFileWriter writer = writer(file, plan, name)) {
            Session session = new Session(plan);
            Taker taker =
                    event -> {
                        session.apply(event);
                        writer.add(event);
                    };
            taker.take(new PingEvent.Started(Scene.SERVER, at));
            for (int i = 1; i <= pings; i++) {
                Duration since = Duration.ofSeconds(i - 1);
                taker.take(new PingEvent.Sent(i, at.plus(since), since.toNanos(), 24));
                taker.take(
                        i % 3 == 0
                                ? new PingEvent.TimedOut(i)
                                : new PingEvent.Replied(i, 1_000_000L * i, Scene.reply(i)));
            }
            taker.take(new PingEvent.Finished(PingEvent.Outcome.COMPLETED, at.plusSeconds(pings)));
            writer.checkpoint(session.statisticsState());
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunFileWriter writer(Path file, PingPlan plan, String name) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        return new RunFileWriter(channel, plan, ZONE, name);
    }

    private interface Taker {
        void take(PingEvent event) throws IOException;
    }
}
