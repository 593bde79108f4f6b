package pingmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kept runs of a folder: lists them, finds one, opens it, and writes what the person says of it. Several programs
 * may work on one folder. Every call waits for the disk. Thread-safe.
 */
public final class RunHistory {
    /** Stands for the run that began last, where a run is to be named. */
    public static final String LAST = "last";

    /** So long a deleted run can be put back. */
    public static final Duration DELETED_KEPT_FOR = RunTrash.KEPT_FOR;

    /** From so many files that had to be read the cache is worth being written anew. */
    private static final int MIN_READ_FILES = 16;

    /** And from so many bytes in them. */
    private static final long MIN_READ_BYTES = 1 << 20;

    private final RunStore store;
    private final HistoryCache cache;
    private final HistoryReader reader;
    private final RunTrash trash;
    private final RunSpace space;
    private Optional<Map<String, HistoryEntry>> known = Optional.empty();

    /**
     * @param store the one store of this program that writes into the folder
     */
    public RunHistory(RunStore store) {
        this(store, Clock.systemUTC());
    }

    RunHistory(RunStore store, Clock clock) {
        this.store = store;
        this.trash = new RunTrash(store, clock);
        this.space = new RunSpace(store, trash);
        this.cache = new HistoryCache(store);
        this.reader = new HistoryReader(store::isWriting);
    }

    /**
     * All runs, the newest first. A file that vanishes meanwhile is left out; one that cannot be read is in it.
     *
     * @throws IOException when the folder is there and cannot be read
     */
    public synchronized List<HistoryEntry> list() throws IOException {
        Map<String, HistoryEntry> before = known.orElseGet(cache::read);
        Map<String, HistoryEntry> now = new HashMap<>();
        List<HistoryEntry> entries = new ArrayList<>();
        Set<String> names = names();
        int files = 0;
        long bytes = 0;
        for (String name : names) {
            if (!name.endsWith(RunFileFormat.SUFFIX)) {
                continue;
            }
            Path file = store.folder().resolve(name);
            Optional<BasicFileAttributes> attributes = attributes(file);
            if (attributes.isEmpty()) {
                continue;
            }
            boolean hasMark = names.contains(name + RunStore.LOCK_SUFFIX);
            HistoryEntry old = before.get(name);
            if (old != null && !hasMark && isUnchanged(old, attributes.get())) {
                entries.add(old);
                now.put(name, old);
                continue;
            }
            Optional<HistoryEntry> entry = reader.entry(file, attributes.get(), hasMark);
            entry.ifPresent(entries::add);
            if (entry.isPresent() && isLasting(entry.get())) {
                now.put(name, entry.get());
                files++;
                bytes += entry.get().sizeBytes();
            }
        }
        known = Optional.of(now);
        if (files >= MIN_READ_FILES || bytes >= MIN_READ_BYTES) {
            cache.write(now.values());
        }
        entries.sort(HistoryEntry.NEWEST_FIRST);
        return entries;
    }

    /** The run that began last; empty without any that can be read. */
    public Optional<HistoryEntry> latest() throws IOException {
        return list().stream().filter(entry -> entry.facts().isPresent()).findFirst();
    }

    /**
     * The runs that a word may mean, the newest first: {@link #LAST}, the name of a file with or without its ending, or
     * a part of the name, the host, the note or the day. One that is meant exactly is alone.
     */
    public List<HistoryEntry> find(String word) throws IOException {
        if (word.equalsIgnoreCase(LAST)) {
            return latest().stream().toList();
        }
        List<HistoryEntry> entries = list();
        RunSearch search = new RunSearch(word);
        List<HistoryEntry> exact = entries.stream().filter(search::isNamed).toList();
        return exact.isEmpty() ? entries.stream().filter(search::matches).toList() : exact;
    }

    /** The runs that have a word in their name, host, note or day, the newest first. */
    public List<HistoryEntry> search(String word) throws IOException {
        RunSearch search = new RunSearch(word);
        return list().stream().filter(search::matches).toList();
    }

    /** Keeps runs in this folder. */
    public RunKeeper.Factory keepers() {
        return store;
    }

    /** Opens a run. */
    public KeptSession open(HistoryEntry entry) throws IOException {
        return KeptSession.open(entry.file());
    }

    /**
     * Gives a run another name.
     *
     * @param name is shortened and made harmless where it has to be; may be empty
     * @throws RunInUseException when another program is writing the run
     * @throws IOException when it cannot be written
     */
    public void rename(HistoryEntry entry, String name) throws IOException {
        label(entry, FileEvent.Label.Field.NAME, RunLabels.name(name));
    }

    /**
     * Notes something of a run in place of what was noted before; the rest as with {@link #rename}.
     *
     * @param note may have several lines
     */
    public void note(HistoryEntry entry, String note) throws IOException {
        label(entry, FileEvent.Label.Field.NOTE, RunLabels.note(note));
    }

    /** Says whether a run stays when old ones make room; the rest as with {@link #rename}. */
    public void pin(HistoryEntry entry, boolean pinned) throws IOException {
        label(
                entry,
                FileEvent.Label.Field.PINNED,
                pinned ? RunLabels.PINNED : RunLabels.NOT_PINNED);
    }

    /**
     * Deletes a run, so that it can be put back for {@link #DELETED_KEPT_FOR}, unless room is needed before. What was
     * deleted longer ago is gone for good.
     *
     * @throws RunInUseException when it is being written
     * @throws IOException when it cannot be moved, also because another program has it open; it is where it was
     */
    public DeletedRun delete(HistoryEntry entry) throws IOException {
        trash.removeOld();
        return trash.take(entry.file());
    }

    /** What can be put back, the latest first. */
    public List<DeletedRun> deleted() throws IOException {
        trash.removeOld();
        return trash.all();
    }

    /**
     * Puts a run back that was deleted.
     *
     * @return its file; another one if a new run has its name
     * @throws NoSuchFileException when it is gone for good
     */
    public Path putBack(DeletedRun run) throws IOException {
        return trash.putBack(run);
    }

    /**
     * How much room the runs take, and what would go.
     *
     * @param limitBytes 0 for no limit
     */
    public SpacePlan space(long limitBytes) throws IOException {
        trash.removeOld();
        return space.plan(list(), limitBytes);
    }

    /**
     * Makes room if the limit is reached. Only runs go that were in a plan for which {@link #announced} was called
     * before, be it by an earlier start of the program.
     *
     * @return the runs that are gone for good
     */
    public List<HistoryEntry> makeRoom(SpacePlan plan) throws IOException {
        return space.makeRoom(plan);
    }

    /** Notes that the person was told what would go. */
    public void announced(SpacePlan plan) {
        space.announced(plan);
    }

    private void label(HistoryEntry entry, FileEvent.Label.Field field, String text)
            throws IOException {
        store.label(entry.file(), new FileEvent.Label(field, text));
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(store.folder())) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (NoSuchFileException noRunYet) {
            return names;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return names;
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class))
                    .filter(BasicFileAttributes::isRegularFile);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isUnchanged(HistoryEntry old, BasicFileAttributes now) {
        return old.sizeBytes() == now.size()
                && old.modifiedAt().equals(now.lastModifiedTime().toInstant());
    }

    /** Whether it stays true as long as the file does not change. */
    private static boolean isLasting(HistoryEntry entry) {
        return !entry.state().goesOn() && entry.state() != RunState.NOT_READABLE;
    }
}
