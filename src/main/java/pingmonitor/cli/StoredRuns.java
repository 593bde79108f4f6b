package pingmonitor.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;
import pingmonitor.report.RunLabel;
import pingmonitor.series.SeriesSource;
import pingmonitor.session.SessionView;
import pingmonitor.store.KeptSession;
import pingmonitor.store.RunStore;

/** Opens the files of kept runs: any by its path, the latest of this person's by a word. */
final class StoredRuns implements KeptRun.Opener {
    private final Path folder;

    /**
     * @param folder has the runs that this program keeps; it may not exist
     */
    StoredRuns(Path folder) {
        this.folder = folder;
    }

    @Override
    public KeptRun open(String name) throws IOException {
        Path file = name.equalsIgnoreCase(LAST) ? latest() : path(name);
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(name);
        }
        return new StoredRun(KeptSession.open(file));
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new FileSystemException(name, null, e.getReason());
        }
    }

    /** The names begin with the time in UTC at which the run began. */
    private Path latest() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(RunStore.FILE_SUFFIX))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(() -> new NoSuchFileException(folder.toString()));
        }
    }

    private record StoredRun(KeptSession kept) implements KeptRun {
        @Override
        public SessionView session() {
            return kept;
        }

        @Override
        public SeriesSource series() {
            return kept.series();
        }

        @Override
        public RunLabel label() {
            return new RunLabel(kept.name(), kept.note(), kept.isDamaged());
        }

        @Override
        public ZoneId zone() {
            return kept.zone();
        }

        @Override
        public void close() throws IOException {
            kept.close();
        }
    }
}
