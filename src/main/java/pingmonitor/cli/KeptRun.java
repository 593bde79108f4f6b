package pingmonitor.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import pingmonitor.report.RunLabel;
import pingmonitor.series.SeriesSource;
import pingmonitor.session.SessionView;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.RunHistory;

/** A kept run that is open for reading. Its parts are read until it is closed. */
interface KeptRun extends AutoCloseable {
    /** What happened in it. */
    SessionView session();

    /** The same as charts and figures read it. */
    SeriesSource series();

    /** What is known of it beside. */
    RunLabel label();

    /** Where the clock of the run stood. */
    ZoneId zone();

    @Override
    void close() throws IOException;

    /** A word names several runs. */
    final class AmbiguousException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient List<HistoryEntry> runs;

        /**
         * @param runs the newest first
         */
        AmbiguousException(List<HistoryEntry> runs) {
            super(runs.size() + " runs");
            this.runs = runs;
        }

        List<HistoryEntry> runs() {
            return runs;
        }
    }

    /** Opens kept runs. */
    @FunctionalInterface
    interface Opener {
        /** Stands for the run that was kept last. */
        String LAST = RunHistory.LAST;

        /**
         * Opens a run.
         *
         * @param name the path of its file, {@link #LAST} in any case of letters, or a word that only it has in name,
         *     host, note or day
         * @throws java.nio.file.NoSuchFileException when there is none
         * @throws AmbiguousException when several have that word
         * @throws IOException when it cannot be read
         */
        KeptRun open(String name) throws IOException;
    }
}
