package pingmonitor.cli;

import java.io.IOException;
import java.time.ZoneId;
import pingmonitor.report.RunLabel;
import pingmonitor.series.SeriesSource;
import pingmonitor.session.SessionView;

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

    /** Opens kept runs. */
    @FunctionalInterface
    interface Opener {
        /** Stands for the run that was kept last. */
        String LAST = "last";

        /**
         * Opens a run.
         *
         * @param name the path of its file, or {@link #LAST} in any case of letters
         * @throws java.nio.file.NoSuchFileException when there is none
         * @throws IOException when it cannot be read
         */
        KeptRun open(String name) throws IOException;
    }
}
