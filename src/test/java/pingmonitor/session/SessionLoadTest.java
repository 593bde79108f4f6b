package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;

/** A session that is read by several threads while it grows, and a long one. */
class SessionLoadTest {
    @Test
    void readersSeeAConsistentSessionWhileItGrows() throws Exception {
        Scene scene = new Scene().started();
        int pings = 20_000;
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> reads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                reads.add(
                        readers.submit(
                                () -> {
                                    long rounds = 0;
                                    do {
                                        read(scene);
                                        rounds++;
                                    } while (writing.get());
                                    return rounds;
                                }));
            }
            for (int i = 1; i <= pings; i++) {
                scene.sent(i);
                if (i % 3 == 0) {
                    scene.timedOut(i);
                } else {
                    scene.replied(i, i);
                }
            }
            writing.set(false);
            for (Future<?> read : reads) {
                read.get(30, TimeUnit.SECONDS);
            }
        } finally {
            writing.set(false);
            readers.shutdownNow();
        }
        assertEquals(pings, scene.session.rowCount());
    }

    private static void read(Scene scene) {
        Statistics figures = scene.figures();
        assertEquals(figures.sent(), figures.settled() + figures.inFlight());
        long count = scene.session.rowCount();
        List<PingRow> tail = scene.session.rows(count - 50, count);
        assertTrue(
                tail.stream()
                        .allMatch(
                                row ->
                                        row.reply().isPresent()
                                                == (row.state() == PingState.REPLIED)));
        long entries = scene.session.journalSize();
        assertEquals(Math.min(20, entries), scene.session.journal(entries - 20, entries).size());
    }

    @Test
    void millionPingsFit() {
        Session session = new Session(PingPlan.lab("127.0.0.1", 12_000));
        Reply reply = Scene.reply(1);
        for (int i = 1; i <= 1_000_000; i++) {
            session.apply(new PingEvent.Sent(i, Scene.START, 24));
            session.apply(new PingEvent.Replied(i, 1_000 + i % 7, reply));
        }

        assertEquals(1_000_000, session.rowCount());
        assertEquals(1_000_000, session.rows(999_999, 1_000_000).get(0).sequence());
        assertEquals(1_000_000, session.statistics().received());
    }
}
