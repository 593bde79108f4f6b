package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** Runs are kept side by side, each in a file of its own that only this person can read. */
class RunStoreTest {
    @TempDir private Path folder;

    @Test
    void runsOfTheSameSecondAndHostHaveFilesOfTheirOwn() throws IOException {
        List<RunStore> programs = List.of(store(), store());
        List<RunKeeper> keepers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            keepers.add(begin(programs.get(i % 2)));
        }
        HashSet<Path> files = new HashSet<>();
        for (int i = 0; i < keepers.size(); i++) {
            Path file = keepers.get(i).file().orElseThrow();
            files.add(file);
            assertTrue(programs.get(i % 2).isWriting(file));
            assertFalse(programs.get(1 - i % 2).isWriting(file));
        }
        assertEquals(10, files.size());
        keepers.forEach(RunKeeper::close);
        for (Path file : files) {
            try (KeptSession kept = KeptSession.open(file)) {
                assertEquals(1, kept.rowCount());
            }
            assertFalse(programs.get(0).isWriting(file) || programs.get(1).isWriting(file));
        }
        assertEquals(List.of(), left(RunStore.LOCK_SUFFIX));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyThisPersonCanReadThem() throws IOException {
        RunKeeper keeper = begin(store());
        Path file = keeper.file().orElseThrow();
        assertEquals("rwx------", permissions(file.getParent()));
        assertEquals("rw-------", permissions(file));
        assertEquals("rw-------", permissions(lockOf(file)));
        keeper.close();
        assertEquals("rw-------", permissions(file));
        assertFalse(Files.exists(lockOf(file)));
    }

    @Test
    void runThatNeverBeganHasNoFile() throws IOException {
        RunKeeper keeper = store().keep(WrittenRun.PLAN, figures(), "");
        keeper.close();
        assertEquals(Optional.empty(), keeper.file());
        assertEquals(Optional.empty(), keeper.problem());
        assertFalse(Files.exists(runs()));
    }

    @Test
    void folderThatCannotBeMadeIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file where the folder should be");
        RunKeeper keeper = store().keep(WrittenRun.PLAN, figures(), "");
        keeper.take(new PingEvent.Started(Scene.SERVER, Scene.START));
        keeper.close();
        assertTrue(keeper.problem().isPresent());
        assertEquals(Optional.empty(), keeper.file());
        keeper.take(new PingEvent.TimedOut(1));
    }

    @Test
    void markOfProgramThatWasKilledIsNoMark() throws IOException {
        Path file = Files.createFile(folder.resolve("a.pingrun"));
        Files.createFile(lockOf(file));
        assertFalse(WritingMark.isHeld(file));
        assertFalse(Files.exists(lockOf(file)));
    }

    @Test
    void markOfAnotherProgramIsSeenUntilItIsKilled() throws Exception {
        Path file = Files.createFile(folder.resolve("a.pingrun"));
        Process other = MarkProgram.start(file);
        try {
            assertTrue(other.getInputStream().read() >= 0);
            for (int i = 0; i < 20; i++) {
                assertTrue(WritingMark.isHeld(file));
            }
            assertEquals(Optional.empty(), WritingMark.take(file));
        } finally {
            other.destroyForcibly();
            assertTrue(other.waitFor(60, TimeUnit.SECONDS));
        }
        assertTrue(Files.exists(lockOf(file)));
        assertFalse(WritingMark.isHeld(file));
        WritingMark.take(file).orElseThrow().close();
        assertFalse(Files.exists(lockOf(file)));
    }

    private RunStore store() {
        return new RunStore(runs(), WrittenRun.ZONE);
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private static Path lockOf(Path file) {
        return file.resolveSibling(file.getFileName() + RunStore.LOCK_SUFFIX);
    }

    private List<Path> left(String suffix) throws IOException {
        try (var files = Files.list(runs())) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static java.util.function.Supplier<pingmonitor.session.StatisticsState> figures() {
        return new Session(WrittenRun.PLAN)::statisticsState;
    }

    private static RunKeeper begin(RunStore store) {
        RunKeeper keeper = store.keep(WrittenRun.PLAN, figures(), "");
        keeper.take(new PingEvent.Started(Scene.SERVER, Scene.START));
        keeper.take(new PingEvent.Sent(1, Scene.START, 0, 24));
        ((FileRunKeeper) keeper).flush();
        return keeper;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
