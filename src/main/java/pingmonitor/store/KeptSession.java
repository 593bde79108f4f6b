package pingmonitor.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.RowColumns;
import pingmonitor.series.SeriesSource;
import pingmonitor.series.StretchSummary;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/**
 * A run that is kept in a file, read page by page. One that is still written is read as far as it was when the file was
 * opened. Where the file is damaged, what can be read is there. Any method may throw an {@link UncheckedIOException}
 * when the disk fails. Thread-safe.
 */
public final class KeptSession implements SessionView, Closeable {
    private final RunFile file;
    private final KeptPages pages;
    private final KeptJournal journal;
    private Optional<Statistics> statistics = Optional.empty();

    private KeptSession(RunFile file) throws IOException {
        this.file = file;
        this.pages = new KeptPages(file);
        this.journal = new KeptJournal(file, pages::row);
        // Now and not later: whoever opens a file expects to wait.
        pages.skipped();
    }

    /**
     * Opens the file of a run.
     *
     * @throws RunFileException when it is no run's, too new, or damaged at its beginning
     */
    public static KeptSession open(Path path) throws IOException {
        RunFile file = RunFile.open(path);
        try {
            return new KeptSession(file);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** What the person calls the run, in one line; may be empty. */
    public synchronized String name() {
        return RunLabels.name(
                file.index()
                        .label(FileEvent.Label.Field.NAME)
                        .orElseGet(() -> file.header().name()));
    }

    /** What the person noted of the run, in any number of lines; may be empty. */
    public synchronized String note() {
        return RunLabels.note(file.index().label(FileEvent.Label.Field.NOTE).orElse(""));
    }

    /** Whether the run stays when old ones make room. */
    public synchronized boolean isPinned() {
        return file.index()
                .label(FileEvent.Label.Field.PINNED)
                .filter(RunLabels.PINNED::equals)
                .isPresent();
    }

    /** The zone whose local time the person saw during the run. */
    public ZoneId zone() {
        return file.header().zone();
    }

    /**
     * Whether a part of the file that was read up to now does not hold what was written. What a row, a figure or a node
     * tells that was read before is as it was written as long as this is false. Of damage in a block that ended 1 in 2³²
     * is missed, of damaged slots in the latest block, which goes on or was cut off, 1 in 65,536. What is damaged is left out: pings have no row or one without what is lost, and the rest is there. A file
     * that was cut off is not damaged; {@link #finishedAt} is empty then.
     */
    public synchronized boolean isDamaged() {
        return file.isDamaged();
    }

    /** Reads the whole file, so that {@link #isDamaged} is about all of it; the answer of that. */
    public synchronized boolean verify() {
        return KeptPages.unchecked(
                () -> {
                    file.verify();
                    return file.isDamaged();
                });
    }

    /** Time from the beginning of the run to its latest ping, whatever became of the clock meanwhile. */
    public synchronized Duration duration() {
        return Duration.of(Math.max(0, file.index().lastMicros()), ChronoUnit.MICROS);
    }

    /** The same run as charts and figures read it, all of it summed up. */
    public StretchSummary summary() {
        SeriesSource source = series();
        StretchSummary sum = StretchSummary.of(new RowColumns());
        for (long segment : pages.segments()) {
            long first = segment * StretchSummary.SEGMENT_PINGS + 1;
            long last = first + StretchSummary.SEGMENT_PINGS - 1;
            sum =
                    sum.plus(
                            source.segment(segment)
                                    .orElseGet(() -> StretchSummary.of(source.rows(first, last))));
        }
        return sum;
    }

    /** Number of moments of a fixed rate that passed without a ping. */
    public synchronized long missedSlots() {
        return file.index().missedSlots();
    }

    @Override
    public PingPlan plan() {
        return file.header().plan();
    }

    @Override
    public synchronized Statistics statistics() {
        if (statistics.isEmpty()) {
            statistics = Optional.of(KeptPages.unchecked(() -> FiguresReplay.of(file, pages)));
        }
        return statistics.get();
    }

    @Override
    public synchronized long rowCount() {
        return pages.rowCount();
    }

    @Override
    public synchronized List<PingRow> rows(long from, long to) {
        long first = Math.max(0, from);
        long end = Math.min(to, rowCount());
        return first >= end
                ? List.of()
                : pages.rows(
                        pages.skipped().sequenceAt(first), pages.skipped().sequenceAt(end - 1));
    }

    @Override
    public synchronized long indexOf(long sequence) {
        return pages.rowOf(sequence);
    }

    @Override
    public synchronized long indexOf(Instant moment) {
        long low = 0;
        long high = rowCount();
        while (low < high) {
            long middle = low + high >>> 1;
            if (pages.sentAt(pages.skipped().sequenceAt(middle)).isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public synchronized long journalSize() {
        return file.index().journalSize();
    }

    @Override
    public synchronized List<PingEvent> journal(long from, long to) {
        return journal.entries(from, to);
    }

    @Override
    public synchronized long leftOutOfJournal() {
        return file.index().leftOut();
    }

    @Override
    public synchronized Optional<InetSocketAddress> remote() {
        return journal.started().map(PingEvent.Started::remote);
    }

    @Override
    public synchronized Optional<Instant> startedAt() {
        return journal.started().map(PingEvent.Started::at);
    }

    @Override
    public synchronized Optional<Instant> finishedAt() {
        return journal.finished().map(PingEvent.Finished::at);
    }

    @Override
    public synchronized Optional<PingEvent.Outcome> outcome() {
        return journal.finished().map(PingEvent.Finished::outcome);
    }

    @Override
    public synchronized Optional<Problem> problem() {
        return journal.problem();
    }

    @Override
    public synchronized Optional<PingEvent.MappedAddress> latestMappedAddress() {
        return journal.mappedAddresses().latest();
    }

    @Override
    public synchronized boolean mappedAddressChanged() {
        return journal.mappedAddresses().changed();
    }

    @Override
    public synchronized Optional<InetSocketAddress> mappedAddressBefore(
            PingEvent.MappedAddress event) {
        return journal.mappedAddresses().before(event);
    }

    @Override
    public synchronized List<PingEvent.Stalled> standstills() {
        return List.copyOf(file.index().standstills());
    }

    /** Reads all rows where there are few enough such losses. */
    @Override
    public List<Long> lostAt(LossLocation where, int max) {
        long count = statistics().lossPlaces().at(where);
        List<Long> numbers = new ArrayList<>();
        if (count > 0 && count <= max) {
            forEachRow(
                    0,
                    rowCount(),
                    row ->
                            row.lostWhere()
                                    .filter(where::equals)
                                    .ifPresent(place -> numbers.add(row.sequence())));
        }
        return numbers;
    }

    /** The same run as charts and figures read it; open as long as this is. */
    public SeriesSource series() {
        return new Series();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** Reads under the lock of its session. */
    private final class Series implements SeriesSource {
        @Override
        public long lastSequence() {
            synchronized (KeptSession.this) {
                return file.index().lastSequence();
            }
        }

        @Override
        public RowColumns rows(long firstSequence, long lastSequence) {
            synchronized (KeptSession.this) {
                return pages.columns(firstSequence, lastSequence);
            }
        }

        @Override
        public long sequenceAt(long runNanos) {
            synchronized (KeptSession.this) {
                return pages.sequenceAt(runNanos);
            }
        }

        @Override
        public NodeColumns nodes(int level, long from, long to) {
            synchronized (KeptSession.this) {
                return KeptPages.unchecked(() -> file.reader().nodes(level, from, to));
            }
        }

        @Override
        public Optional<StretchSummary> segment(long index) {
            synchronized (KeptSession.this) {
                return file.index().segment(index).flatMap(KeptPages::summary);
            }
        }
    }
}
