package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** The folder of kept runs as the world may treat it. */
class HistoryFolderTest {
    private static final Instant DAY = Instant.parse("2026-11-23T10:42:07Z");

    /** Generous: a list that reads every file anew takes several times as long. */
    private static final Duration MAX_TIME = Duration.ofSeconds(20);

    @TempDir private Path temporary;

    @Test
    void aListOfManyRunsReadsOnlyWhatIsNew() throws IOException {
        Path folder = temporary.resolve("many");
        copies(folder, 2_000);
        assertTimeout(MAX_TIME, () -> assertEquals(2_000, history(folder).list().size()));
        List<HistoryEntry> listed = history(folder).list();
        for (HistoryEntry entry : listed) {
            // Whatever reads one of them now finds no run.
            byte[] nothing = new byte[(int) entry.sizeBytes()];
            FileTime modified = Files.getLastModifiedTime(entry.file());
            Files.write(entry.file(), nothing);
            Files.setLastModifiedTime(entry.file(), modified);
        }
        assertEquals(listed, history(folder).list());
    }

    /** Windows' folder for it is this person's alone. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyThisPersonReadsWhatIsWrittenBesideTheRuns() throws IOException {
        Path folder = temporary.resolve("private");
        copies(folder, 40);
        history(folder).list();
        history(folder).announced(history(folder).space(1));
        for (String name : List.of("history.cache", "announced.txt")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve(name))));
        }
    }

    @Test
    void aDamagedCacheChangesNothing() throws IOException {
        Path folder = temporary.resolve("cached");
        copies(folder, 40);
        List<HistoryEntry> right = history(folder).list();
        Path cache = folder.resolve("history.cache");
        byte[] whole = Files.readAllBytes(cache);
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(cache, damaged);
            assertEquals(right, history(folder).list(), "flip " + i);
            Files.write(cache, Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertEquals(right, history(folder).list(), "cut " + i);
        }
    }

    @Test
    void aFileThatChangedIsReadAnew() throws IOException {
        Path folder = temporary.resolve("changed");
        copies(folder, 40);
        RunHistory one = history(folder);
        RunHistory other = history(folder);
        one.list();
        other.list();
        one.rename(one.list().get(7), "Renamed");
        assertEquals("Renamed", other.list().get(7).facts().orElseThrow().name());
    }

    @Test
    void twoProgramsListNameAndDeleteAtOnce() throws Exception {
        Path folder = temporary.resolve("two");
        copies(folder, 60);
        ExecutorService programs = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> done =
                    programs.invokeAll(List.of(program(folder, 1), program(folder, 2)));
            int deleted = 0;
            for (Future<Integer> each : done) {
                deleted += each.get();
            }
            assertEquals(60 - deleted, history(folder).list().size());
            assertEquals(deleted, history(folder).deleted().size());
            for (HistoryEntry entry : history(folder).list()) {
                assertEquals(RunState.COMPLETED, entry.state());
                assertFalse(entry.isDamaged());
            }
        } finally {
            programs.shutdownNow();
        }
    }

    /** The number of runs that it deleted. */
    private Callable<Integer> program(Path folder, int seed) {
        return () -> {
            RunHistory history = history(folder);
            Random random = new Random(seed);
            int deleted = 0;
            for (int i = 0; i < 60; i++) {
                List<HistoryEntry> entries = history.list();
                HistoryEntry entry = entries.get(random.nextInt(entries.size()));
                try {
                    if (i % 4 == 0) {
                        history.delete(entry);
                        deleted++;
                    } else {
                        history.rename(entry, "by " + seed);
                    }
                } catch (FileSystemException inUseOrGone) {
                    continue;
                }
            }
            return deleted;
        };
    }

    @Test
    void filesThatVanishWhileTheyAreListedAreLeftOut() throws Exception {
        Path folder = temporary.resolve("vanishing");
        copies(folder, 300);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> removal =
                    other.submit(
                            () -> {
                                for (int i = 0; i < 300; i += 2) {
                                    Files.delete(folder.resolve(i + ".pingrun"));
                                }
                                return 0;
                            });
            for (int i = 0; i < 20; i++) {
                assertTrue(history(folder).list().size() >= 150);
            }
            removal.get();
            assertEquals(150, history(folder).list().size());
        } finally {
            other.shutdownNow();
        }
    }

    /** Windows asks for a right that few have. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatIsASymbolicLinkIsAsGood() throws IOException {
        Path real = temporary.resolve("real");
        copies(real, 20);
        Path link = temporary.resolve("link");
        Files.createSymbolicLink(link, real);
        RunHistory history = history(link);
        assertEquals(20, history.list().size());
        history.rename(history.list().get(0), "Through the link");
        assertEquals("Through the link", history(real).list().get(0).facts().get().name());
        assertEquals(
                link.resolve("5.pingrun"),
                history.putBack(history.delete(history.find("5").get(0))));
    }

    @Test
    void aFolderThatIsAFileCannotBeRead() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        assertThrows(IOException.class, () -> history(file).list());
    }

    /** Root may write everywhere, so what is in the way is not a permission. */
    @Test
    void whatCannotBeChangedIsListedAllTheSame() throws IOException {
        Path folder = temporary.resolve("in-the-way");
        copies(folder, 20);
        Files.writeString(folder.resolve("deleted"), "no folder");
        RunHistory history = history(folder);
        HistoryEntry entry = history.list().get(0);
        Files.createDirectory(folder.resolve(entry.file().getFileName() + RunStore.LOCK_SUFFIX));
        assertThrows(IOException.class, () -> history.rename(entry, "x"));
        assertThrows(IOException.class, () -> history.delete(entry));
        assertEquals(20, history.list().size());
        assertEquals(entry, history.list().get(0));
    }

    @Test
    void aRunThatGoesOnHereIsShownSoAndTakesANameThroughItsKeeper() throws IOException {
        Path folder = temporary.resolve("live");
        RunStore store = new RunStore(folder, KeptRunFixture.ZONE);
        RunHistory history = new RunHistory(store);
        PingPlan plan = PingPlan.lab("127.0.0.1", 12_000);
        Session session = new Session(plan);
        RunKeeper keeper = store.keep(plan, session::statisticsState, "before");
        PingEvent started = new PingEvent.Started(Scene.SERVER, Scene.START);
        session.apply(started);
        keeper.take(started);
        keeper.catchUp();
        HistoryEntry entry = history.list().get(0);
        assertEquals(RunState.GOES_ON_HERE, entry.state());
        history.rename(entry, "while it goes on");
        assertEquals("while it goes on", history.list().get(0).facts().orElseThrow().name());
        assertThrows(RunInUseException.class, () -> history.delete(entry));
        keeper.close();
        assertEquals(RunState.CUT_OFF, history.list().get(0).state());
        history.rename(entry, "afterwards");
        assertEquals("afterwards", history.list().get(0).facts().orElseThrow().name());
    }

    private static RunHistory history(Path folder) {
        return new RunHistory(new RunStore(folder, KeptRunFixture.ZONE));
    }

    /** Runs that differ in nothing but the names of their files. */
    private static void copies(Path folder, int number) throws IOException {
        Path first = folder.resolve("0.pingrun");
        KeptRunFixture.ended(first, "192.168.1.20", "Lab", DAY, 10);
        for (int i = 1; i < number; i++) {
            Files.copy(first, folder.resolve(i + ".pingrun"), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
