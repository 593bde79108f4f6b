package pingmonitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import pingmonitor.report.RunLabel;
import pingmonitor.series.SeriesSource;
import pingmonitor.session.SessionView;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.KeptSession;
import pingmonitor.store.RunHistory;

/** Opens kept runs: the file of any, and those of this person by a word that names one. */
final class StoredRuns implements KeptRun.Opener {
    private final RunHistory history;

    StoredRuns(RunHistory history) {
        this.history = history;
    }

    @Override
    public KeptRun open(String name) throws IOException {
        Optional<Path> file = file(name);
        return new StoredRun(
                file.isPresent() ? KeptSession.open(file.get()) : history.open(named(name)));
    }

    private static Optional<Path> file(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private HistoryEntry named(String name) throws IOException {
        List<HistoryEntry> found = history.find(name);
        if (found.isEmpty()) {
            throw new NoSuchFileException(name);
        }
        if (found.size() > 1) {
            throw new KeptRun.AmbiguousException(found);
        }
        return found.get(0);
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
