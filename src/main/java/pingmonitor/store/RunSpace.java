package pingmonitor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the runs below a limit on disk space. The oldest goes first, and only after the person was told in an earlier
 * call: what was told stands in a file, so that it holds across starts. What was deleted goes before any run.
 */
final class RunSpace {
    private static final Logger LOG = System.getLogger(RunSpace.class.getName());
    private static final String ANNOUNCED = "announced.txt";
    private static final long MAX_ANNOUNCED_BYTES = 1 << 22;

    private final RunStore store;
    private final RunTrash trash;

    RunSpace(RunStore store, RunTrash trash) {
        this.store = store;
        this.trash = trash;
    }

    /** What would go of these runs with a limit; down to nine tenths of it, so that it is not asked of each run. */
    SpacePlan plan(List<HistoryEntry> newestFirst, long limitBytes) throws IOException {
        long deleted = trash.all().stream().mapToLong(DeletedRun::sizeBytes).sum();
        long used = deleted + newestFirst.stream().mapToLong(HistoryEntry::sizeBytes).sum();
        long target = (long) (SpacePlan.WARN_SHARE * limitBytes);
        List<HistoryEntry> next = new ArrayList<>();
        long freed = 0;
        if (limitBytes > 0 && used >= target) {
            for (int i = newestFirst.size() - 1; i >= 0; i--) {
                HistoryEntry entry = newestFirst.get(i);
                if (used - deleted - freed < target) {
                    break;
                }
                if (mayGo(entry)) {
                    next.add(entry);
                    freed += entry.sizeBytes();
                }
            }
        }
        return new SpacePlan(used, deleted, limitBytes, List.copyOf(next), freed);
    }

    /** Only what the program itself wrote, and of which it knows when that was. */
    private static boolean mayGo(HistoryEntry entry) {
        return entry.facts().isPresent() && !entry.state().goesOn() && !entry.isPinned();
    }

    /** Notes that the person was told. */
    void announced(SpacePlan plan) {
        try {
            store.write(
                    ANNOUNCED,
                    out -> {
                        for (HistoryEntry entry : plan.next()) {
                            out.write(entry.fileName() + "\n");
                        }
                    });
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "noting what was announced", e);
        }
    }

    /** Makes room: removes for good what was deleted, and then those of the plan that the person was told of before. */
    List<HistoryEntry> makeRoom(SpacePlan plan) throws IOException {
        List<HistoryEntry> gone = new ArrayList<>();
        if (!plan.isAtLimit()) {
            return gone;
        }
        long used = plan.usedBytes();
        for (DeletedRun run : trash.all()) {
            used -= trash.remove(run) ? run.sizeBytes() : 0;
        }
        Set<String> told = told();
        for (HistoryEntry entry : plan.next()) {
            boolean isEnough = used < SpacePlan.WARN_SHARE * plan.limitBytes();
            if (!isEnough && told.contains(entry.fileName()) && remove(entry.file())) {
                used -= entry.sizeBytes();
                gone.add(entry);
            }
        }
        return gone;
    }

    private boolean remove(Path file) {
        try {
            WritingMark mark = store.exclusive(file);
            try {
                Files.delete(file);
                return true;
            } finally {
                mark.close();
            }
        } catch (IOException held) {
            LOG.log(Logger.Level.DEBUG, "making room: " + file, held);
            return false;
        }
    }

    private Set<String> told() {
        Path file = store.folder().resolve(ANNOUNCED);
        try {
            return Files.size(file) > MAX_ANNOUNCED_BYTES
                    ? Set.of()
                    : new HashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException noneYet) {
            return Set.of();
        }
    }
}
