package pingmonitor.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.PingRow;

/**
 * The file of a run that goes on, read while it is written. What cannot be read is not there: the run goes on. Not
 * thread-safe.
 */
final class LiveRunFile implements Closeable {
    private static final Logger LOG = System.getLogger(LiveRunFile.class.getName());

    private final RunKeeper keeper;
    private Optional<Reading> reading = Optional.empty();

    /** A file that is open. */
    private record Reading(RunFile file, KeptPages pages, KeptJournal journal) {}

    LiveRunFile(RunKeeper keeper) {
        this.keeper = keeper;
    }

    /** Rows by their indexes; those that are not in the file are left out at the end. */
    List<PingRow> rows(long from, long to) {
        return read(
                each -> {
                    SkippedNumbers skipped = skipped(each);
                    return each.pages().rows(skipped.sequenceAt(from), skipped.sequenceAt(to - 1));
                },
                List.of());
    }

    /** Index of the first row with that number or a higher one, as if no row were missing at the end. */
    long indexOf(long sequence) {
        return read(each -> skipped(each).indexOf(Math.max(1, sequence)), 0L);
    }

    /** The first of some rows that was sent at or after a moment, while the one before was sent earlier. */
    long indexOf(Instant moment, long end) {
        return read(
                each -> {
                    SkippedNumbers skipped = skipped(each);
                    long low = 0;
                    long high = end;
                    while (low < high) {
                        long middle = low + high >>> 1;
                        boolean isBefore =
                                each.pages()
                                        .row(skipped.sequenceAt(middle))
                                        .filter(row -> row.sentAt().isBefore(moment))
                                        .isPresent();
                        low = isBefore ? middle + 1 : low;
                        high = isBefore ? high : middle;
                    }
                    return low;
                },
                end);
    }

    long journalSize() {
        return read(each -> each.file().index().journalSize(), 0L);
    }

    List<PingEvent> journal(long from, long to) {
        return read(each -> each.journal().entries(from, to), List.of());
    }

    @Override
    public void close() throws IOException {
        if (reading.isPresent()) {
            reading.get().file().close();
            reading = Optional.empty();
        }
    }

    /** What a program that is killed leaves without a slot is of no matter here: older rows all have theirs. */
    private static SkippedNumbers skipped(Reading reading) {
        return new SkippedNumbers(reading.file().index().skipped());
    }

    private interface Read<T> {
        T of(Reading reading);
    }

    private <T> T read(Read<T> what, T otherwise) {
        try {
            keeper.catchUp();
            Optional<Reading> now = upToDate();
            return now.isPresent() ? what.of(now.get()) : otherwise;
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Logger.Level.DEBUG, "reading a run that goes on", e);
            return otherwise;
        }
    }

    private Optional<Reading> upToDate() throws IOException {
        if (reading.isEmpty()) {
            Optional<Path> path = keeper.file();
            reading = path.isPresent() ? Optional.of(open(path.get())) : Optional.empty();
            return reading;
        }
        RunFile file = reading.get().file();
        int whole = file.index().blocks() - (file.hasOpenBlock() ? 1 : 0);
        if (file.refresh()) {
            reading.get().pages().changedFrom(whole);
        }
        return reading;
    }

    private static Reading open(Path path) throws IOException {
        RunFile file = RunFile.open(path);
        KeptPages pages = new KeptPages(file);
        return new Reading(file, pages, new KeptJournal(file, pages::row));
    }
}
