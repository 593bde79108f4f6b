package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.RandomRun;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** A disk that takes no more ends the keeping, not the run; what was written before stays. */
class FullDiskTest {
    private static final int EVENTS = 4_000;

    @TempDir private Path folder;

    @Test
    void fileHasAllThatTheDiskTook() throws IOException {
        for (int room = 700; room < 90_000; room += 1_777) {
            Session session = new Session(WrittenRun.PLAN);
            List<Long> journalAtFlush = new ArrayList<>();
            FileRunKeeper keeper = keeper(session, room, "No space left on device");
            RandomRun random = new RandomRun(new Random(room));
            tell(session, keeper, new PingEvent.Started(Scene.SERVER, Scene.START));
            for (int i = 0; i < EVENTS; i++) {
                tell(session, keeper, random.next());
                if (i % 10 == 0) {
                    keeper.flush();
                    if (keeper.problem().isEmpty()) {
                        journalAtFlush.add(session.journalSize());
                    }
                }
            }
            keeper.close();
            assertEquals(
                    Optional.of(KeepingProblem.Kind.DISK_FULL),
                    keeper.problem().map(KeepingProblem::kind));
            assertTrue(Files.size(file()) <= room && Files.size(file()) % Slot.BYTES == 0);
            try (KeptSession kept = KeptSession.open(file())) {
                long least = journalAtFlush.get(journalAtFlush.size() - 1);
                assertTrue(kept.journalSize() >= least, kept.journalSize() + " of " + least);
                assertEquals(
                        session.journal(0, kept.journalSize()), kept.journal(0, Long.MAX_VALUE));
                assertEquals(WrittenRun.figuresOf(kept), kept.statistics(), "room " + room);
                assertFalse(kept.verify());
            }
            assertTrue(closed, "the mark is gone");
        }
    }

    @Test
    void diskThatIsFullBeforeTheFirstPingIsSaidSo() throws IOException {
        Session session = new Session(WrittenRun.PLAN);
        FileRunKeeper keeper = keeper(session, 100, "No space left on device");
        tell(session, keeper, new PingEvent.Started(Scene.SERVER, Scene.START));
        keeper.flush();
        assertEquals(
                Optional.of(KeepingProblem.Kind.DISK_FULL),
                keeper.problem().map(KeepingProblem::kind));
        keeper.close();
    }

    @Test
    void whatTheSystemSaysDecidesWhichProblemItIs() {
        assertKind(KeepingProblem.Kind.DISK_FULL, new IOException("No space left on device"));
        assertKind(KeepingProblem.Kind.DISK_FULL, new IOException("Disk quota exceeded"));
        assertKind(
                KeepingProblem.Kind.DISK_FULL,
                new IOException("There is not enough space on the disk"));
        assertKind(KeepingProblem.Kind.NOT_PERMITTED, new AccessDeniedException("/x"));
        assertKind(
                KeepingProblem.Kind.NOT_PERMITTED,
                new FileSystemException("/x", null, "Read-only file system"));
        assertKind(KeepingProblem.Kind.OTHER, new IOException("Input/output error"));
    }

    private boolean closed;

    private static void assertKind(KeepingProblem.Kind expected, IOException e) {
        FileRunKeeper keeper =
                new FileRunKeeper(
                        (its, at) -> {
                            throw e;
                        },
                        () -> new Session(WrittenRun.PLAN).statisticsState(),
                        new WriterThread());
        keeper.take(new PingEvent.Started(Scene.SERVER, Scene.START));
        keeper.flush();
        assertEquals(Optional.of(expected), keeper.problem().map(KeepingProblem::kind));
        keeper.take(new PingEvent.TimedOut(1));
        keeper.close();
    }

    private FileRunKeeper keeper(Session session, long room, String complaint) {
        closed = false;
        return new FileRunKeeper(
                (its, at) -> {
                    FileChannel channel =
                            new FailingChannel(WrittenRun.channel(file()), room, complaint);
                    return new OpenRun(file(), writer(channel), () -> closed = true);
                },
                session::statisticsState,
                new WriterThread());
    }

    private static RunFileWriter writer(FileChannel channel) throws IOException {
        try {
            return new RunFileWriter(channel, WrittenRun.PLAN, WrittenRun.ZONE, "");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void tell(Session session, RunKeeper keeper, PingEvent event) {
        session.apply(event);
        keeper.take(event);
    }

    private Path file() {
        return folder.resolve("a.pingrun");
    }
}
