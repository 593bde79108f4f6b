package pingmonitor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingRow;
import pingmonitor.session.RandomRun;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/** A run that a test wrote into a file, and the session that took the same events. */
final class WrittenRun {
    static final PingPlan PLAN = PingPlan.lab("127.0.0.1", 12_000);
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    final Path file;
    final Session session = new Session(PLAN);

    /** By length of the file: how many entries of the journal stand in it. */
    final TreeMap<Long, Long> journalByLength = new TreeMap<>();

    final RunFileWriter writer;
    private final FileChannel channel;

    WrittenRun(Path file) throws IOException {
        this.file = file;
        this.channel = channel(file);
        this.writer = new RunFileWriter(channel, PLAN, ZONE, "Aula de redes");
    }

    /** A run of so many random events that has ended. */
    static WrittenRun ended(Path file, long seed, int events) throws IOException {
        WrittenRun run = goingOn(file, seed, events);
        run.end();
        return run;
    }

    /** A run of so many random events whose program was killed. */
    static WrittenRun killed(Path file, long seed, int events) throws IOException {
        WrittenRun run = goingOn(file, seed, events);
        run.settle();
        run.writer.close();
        return run;
    }

    private static WrittenRun goingOn(Path file, long seed, int events) throws IOException {
        WrittenRun run = new WrittenRun(file);
        RandomRun random = new RandomRun(new Random(seed));
        run.add(new PingEvent.Started(Scene.SERVER, Scene.START));
        for (int i = 0; i < events; i++) {
            run.add(random.next());
            if (i % 400 == 399) {
                run.checkpoint();
            }
        }
        return run;
    }

    static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    WrittenRun add(PingEvent event) throws IOException {
        session.apply(event);
        writer.add(event);
        writer.flush();
        journalByLength.put(channel.size(), session.journalSize());
        return this;
    }

    void checkpoint() throws IOException {
        writer.checkpoint(session.statisticsState());
    }

    /** Has all that is under way written. */
    void settle() throws IOException {
        for (int i = 0; i <= RunRecorder.FLUSHES_UNTIL_WRITTEN; i++) {
            writer.flush();
        }
    }

    void end() throws IOException {
        add(
                new PingEvent.Finished(
                        PingEvent.Outcome.STOPPED, Scene.START.plus(Duration.ofHours(7))));
        checkpoint();
        writer.end();
        writer.close();
    }

    /** The bytes of a file as another version would write its header, whose check covers the version. */
    static byte[] ofVersion(int version, byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(8, (short) version);
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 0, 16);
        crc.update(bytes.array(), 20, bytes.getInt(12));
        return bytes.putInt(16, (int) crc.getValue()).array();
    }

    /** The figures of a session that takes what a kept run tells, event by event. */
    static Statistics figuresOf(SessionView kept) {
        Session session = new Session(kept.plan());
        List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
        int next = 0;
        for (PingEvent event : kept.journal(0, Long.MAX_VALUE)) {
            long sent =
                    event instanceof PingEvent.SendFailed failed
                            ? failed.sequence() - 1
                            : event instanceof PingEvent.OfPing of ? of.sequence() : 0;
            for (; next < rows.size() && rows.get(next).sequence() <= sent; next++) {
                send(session, rows.get(next));
            }
            if (event instanceof PingEvent.SendFailed) {
                next++;
            }
            session.apply(event);
        }
        for (; next < rows.size(); next++) {
            send(session, rows.get(next));
        }
        for (PingRow row : rows) {
            row.heldUpNanos()
                    .ifPresent(nanos -> session.apply(new PingEvent.HeldUp(row.sequence(), nanos)));
            row.lostWhere()
                    .ifPresent(
                            where -> session.apply(new PingEvent.Verdict(row.sequence(), where)));
        }
        return session.statistics();
    }

    private static void send(Session session, PingRow row) {
        session.apply(
                new PingEvent.Sent(row.sequence(), row.sentAt(), row.sentNanos(), row.sentBytes()));
    }

    /** What is wrong with a kept run whose rows and journal are a part of a whole one; empty for nothing. */
    static List<String> differences(SessionView whole, SessionView kept) {
        List<String> found = new ArrayList<>();
        List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
        if (rows.size() != kept.rowCount()) {
            found.add(rows.size() + " rows of " + kept.rowCount());
        }
        for (PingRow row : rows) {
            PingRow written = whole.row(row.sequence()).orElse(null);
            if (!row.equals(written)) {
                found.add(row + " of " + written);
            }
        }
        return found;
    }
}
