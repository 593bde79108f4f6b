package pingmonitor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Runs that were deleted: a folder within that of all runs, so that nothing is copied. Each can be put back for {@link
 * #KEPT_FOR}, unless room is needed before. When it was deleted stands before the file's name.
 */
final class RunTrash {
    /** So long a deleted run can be put back. */
    static final Duration KEPT_FOR = Duration.ofDays(7);

    private static final Logger LOG = System.getLogger(RunTrash.class.getName());
    private static final String FOLDER = "deleted";
    private static final char SEPARATOR = '_';
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final RunStore store;
    private final Path folder;
    private final Clock clock;

    RunTrash(RunStore store, Clock clock) {
        this.store = store;
        this.folder = store.folder().resolve(FOLDER);
        this.clock = clock;
    }

    /** Takes a run that is over. */
    DeletedRun take(Path file) throws IOException {
        WritingMark mark = store.exclusive(file);
        try {
            Files.createDirectories(folder, store.folderAttributes());
            Instant now = clock.instant();
            String name = TIME.format(now) + SEPARATOR + file.getFileName();
            Path taken = folder.resolve(name);
            Files.move(file, taken);
            return new DeletedRun(taken, file, now, Files.size(taken));
        } finally {
            mark.close();
        }
    }

    /**
     * Puts a run back where it was, or beside a file that has its name by now.
     *
     * @return where it is
     * @throws NoSuchFileException when it is gone for good
     */
    Path putBack(DeletedRun run) throws IOException {
        Path file = run.original();
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - RunFileFormat.SUFFIX.length());
        for (int number = 2; ; number++) {
            try {
                return Files.move(run.file(), file);
            } catch (FileAlreadyExistsException another) {
                file = file.resolveSibling(stem + "-" + number + RunFileFormat.SUFFIX);
            }
        }
    }

    /** What can be put back, the latest first. */
    List<DeletedRun> all() throws IOException {
        List<DeletedRun> runs = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "*" + RunFileFormat.SUFFIX)) {
            files.forEach(file -> deleted(file).ifPresent(runs::add));
        } catch (NoSuchFileException noneYet) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        runs.sort(Comparator.comparing(DeletedRun::at).reversed());
        return runs;
    }

    /** Removes for good what was deleted long ago; what cannot be removed stays until the next time. */
    void removeOld() throws IOException {
        Instant before = clock.instant().minus(KEPT_FOR);
        for (DeletedRun run : all()) {
            if (run.at().isBefore(before)) {
                remove(run);
            }
        }
    }

    /** Removes a run for good; whether it is gone. */
    boolean remove(DeletedRun run) {
        try {
            Files.deleteIfExists(run.file());
            return true;
        } catch (IOException held) {
            LOG.log(Logger.Level.DEBUG, "removing " + run.file(), held);
            return false;
        }
    }

    private Optional<DeletedRun> deleted(Path file) {
        String name = file.getFileName().toString();
        int separator = name.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.from(TIME.parse(name.substring(0, separator)));
            Path original = store.folder().resolve(name.substring(separator + 1));
            return Optional.of(new DeletedRun(file, original, at, Files.size(file)));
        } catch (DateTimeException | IOException notOurs) {
            return Optional.empty();
        }
    }
}
