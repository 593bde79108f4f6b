package pingmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;
import pingmonitor.series.RowColumns;
import pingmonitor.series.StretchSummary;
import pingmonitor.session.PingRow;

/** The rows of a kept run, some pages of them in memory. Not thread-safe. */
final class KeptPages {
    private static final int MAX_PAGES = 8;
    private static final long PAGE = BlockSummary.PAGE_PINGS;

    private final RunFile file;
    private Optional<SkippedNumbers> skipped = Optional.empty();
    private final Map<Long, KeptRows> pages =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, KeptRows> eldest) {
                    return size() > MAX_PAGES;
                }
            };

    KeptPages(RunFile file) {
        this.file = file;
    }

    /** Forgets the pages of which something stands in a block or behind it. */
    void changedFrom(int block) {
        RunIndex index = file.index();
        long from = Long.MAX_VALUE;
        for (int each = block; each < index.blocks(); each++) {
            from = Math.min(from, index.hasRows(each) ? index.firstSequence(each) : from);
        }
        long firstNew = from;
        skipped = Optional.empty();
        pages.keySet()
                .removeIf(
                        page ->
                                (page + 1) * PAGE >= firstNew
                                        || index.changesOf(page).stream()
                                                .anyMatch(change -> change >= block));
    }

    /** What reads a file. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Has an error of the disk pass where no caller expects one. */
    static <T> T unchecked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figures of a segment; empty for bytes that are damaged. */
    static Optional<StretchSummary> summary(byte[] bytes) {
        try {
            return Optional.of(StretchSummary.decode(ByteBuffer.wrap(bytes)));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** The row of a ping, if it has one. */
    Optional<PingRow> row(long sequence) {
        if (sequence < 1 || sequence > file.index().lastSequence()) {
            return Optional.empty();
        }
        KeptRows page = page(BlockSummary.pageOf(sequence));
        int index = page.indexOf(sequence);
        return page.has(index) ? Optional.of(row(page, index)) : Optional.empty();
    }

    /** The rows of the pings from one number to another, both included. */
    List<PingRow> rows(long first, long last) {
        List<PingRow> rows = new ArrayList<>();
        long next = first;
        long known = Math.min(last, file.index().lastSequence());
        while (next <= known) {
            KeptRows page = page(BlockSummary.pageOf(next));
            int end = (int) Math.min(page.count(), known - page.sequence(0) + 1);
            for (int i = (int) (next - page.sequence(0)); i < end; i++) {
                if (page.has(i)) {
                    rows.add(row(page, i));
                }
            }
            next = file.index().notBefore((BlockSummary.pageOf(next) + 1) * PAGE + 1);
        }
        return rows;
    }

    /** The same for charts and figures, all at once. */
    RowColumns columns(long first, long last) {
        long end = Math.min(last, file.index().lastSequence());
        return first > end
                ? new RowColumns()
                : unchecked(() -> file.reader().columns(Math.max(1, first), end));
    }

    /** The first number of a ping that was sent at or after a moment; one more than the last without any. */
    long sequenceAt(long runNanos) {
        long row = rowAt(runNanos);
        return row == rowCount() ? file.index().lastSequence() + 1 : skipped().sequenceAt(row);
    }

    /** The same as the index of its row. */
    private long rowAt(long runNanos) {
        long low = 0;
        long high = rowCount();
        NodeColumns nodes = file.index().nodes().inMemory(RunFileFormat.FIRST_GROUP_LEVEL);
        int node = firstNodeUntil(nodes, runNanos);
        low = Math.max(low, rowOf(Pyramid.firstSequence(RunFileFormat.FIRST_GROUP_LEVEL, node)));
        int withPings = firstWithPings(nodes, node, nodes.size());
        if (withPings < nodes.size()) {
            long next = Pyramid.firstSequence(RunFileFormat.FIRST_GROUP_LEVEL, withPings + 1);
            high = Math.min(high, rowOf(next));
        }
        while (low < high) {
            long middle = low + high >>> 1;
            if (sentNanos(skipped().sequenceAt(middle)) >= runNanos) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The segments that may have a ping: numbers may go far. */
    SortedSet<Long> segments() {
        SortedSet<Long> segments = new TreeSet<>();
        for (RunIndex.Range range : file.index().ranges()) {
            long last = (range.last() - 1) / StretchSummary.SEGMENT_PINGS;
            for (long each = (range.first() - 1) / StretchSummary.SEGMENT_PINGS;
                    each <= last;
                    each++) {
                segments.add(each);
            }
        }
        return segments;
    }

    /** Number of pings that have a row. */
    long rowCount() {
        return file.index().lastSequence() - skipped().count();
    }

    /** The index of the first row with that number or a higher one; the number of rows without. */
    long rowOf(long sequence) {
        return Math.min(rowCount(), skipped().indexOf(Math.max(1, sequence)));
    }

    /** All numbers that have no row. */
    SkippedNumbers skipped() {
        if (skipped.isEmpty()) {
            skipped = Optional.of(findSkipped());
        }
        return skipped.get();
    }

    /** What the run skipped, and what is lost with a part of the file. */
    private SkippedNumbers findSkipped() {
        RunIndex index = file.index();
        SkippedNumbers told = new SkippedNumbers(index.skipped());
        long missing = index.lastSequence() - told.count() - index.rowCount();
        if (missing >= 0 && told.isPossible(index.lastSequence())) {
            List<FileEvent.Skipped> near = new ArrayList<>(index.skipped());
            if (missing == 0 || addFromTheEnd(told, missing, near)) {
                return new SkippedNumbers(near);
            }
        }
        List<FileEvent.Skipped> ranges = new ArrayList<>();
        long next = 1;
        // Without what no block has: numbers may go far, and only what is in the file takes time.
        for (RunIndex.Range range : index.ranges()) {
            addSkipped(ranges, next, range.first());
            next = range.first();
            while (next <= range.last()) {
                KeptRows page = page(BlockSummary.pageOf(next));
                for (int i = page.indexOf(next); i < page.count() && next <= range.last(); i++) {
                    if (!page.has(i)) {
                        addSkipped(ranges, next, next + 1);
                    }
                    next++;
                }
            }
        }
        return new SkippedNumbers(ranges);
    }

    /**
     * Adds so many numbers that have no row and are not told, the latest first: what was under way when the program
     * ended is near the end of the file. Whether there are so many.
     */
    private boolean addFromTheEnd(
            SkippedNumbers told, long missing, List<FileEvent.Skipped> ranges) {
        long left = missing;
        List<RunIndex.Range> all = file.index().ranges();
        for (int i = all.size() - 1; i >= 0; i--) {
            long first = all.get(i).first();
            long last = all.get(i).last();
            while (last >= first) {
                KeptRows page = page(BlockSummary.pageOf(last));
                for (int at = page.indexOf(last); at >= 0 && last >= first; at--) {
                    if (!page.has(at) && told.sequenceAt(told.indexOf(last)) == last) {
                        addSkipped(ranges, last, last + 1);
                        left--;
                    }
                    last--;
                }
                if (left == 0) {
                    return true;
                }
            }
            long before = i == 0 ? 0 : all.get(i - 1).last();
            if (told.indexOf(first) != told.indexOf(before + 1)) {
                // A whole block is lost.
                return false;
            }
        }
        return false;
    }

    private static void addSkipped(List<FileEvent.Skipped> ranges, long from, long end) {
        if (from < end) {
            ranges.add(new FileEvent.Skipped(from, end - from));
        }
    }

    private PingRow row(KeptRows page, int index) {
        return page.row(index, file.index().eras(), file.header().plan().messageBytes());
    }

    /** When a ping was sent that has a row, in wall time. */
    Instant sentAt(long sequence) {
        return file.index().eras().at(sentNanos(sequence) / 1_000);
    }

    private long sentNanos(long sequence) {
        KeptRows page = page(BlockSummary.pageOf(sequence));
        int index = page.indexOf(sequence);
        if (page.has(index)) {
            return page.sentMicros(index) * 1_000;
        }
        // Its block is damaged: what is known of that tells nearly as much.
        int block = file.index().firstBlockWith(sequence);
        return file.index().hasRows(block) ? file.index().firstMicros(block) * 1_000 : 0;
    }

    private static int firstWithPings(NodeColumns nodes, int from, int to) {
        int node = from;
        while (node < to && nodes.isEmpty(node)) {
            node++;
        }
        return node;
    }

    private static int firstNodeUntil(NodeColumns nodes, long runNanos) {
        int low = 0;
        int high = nodes.size();
        while (low < high) {
            int middle = low + high >>> 1;
            // An empty node tells nothing; those behind it do.
            int told = firstWithPings(nodes, middle, high);
            if (told == high || nodes.untilNanos(told) >= runNanos) {
                high = middle;
            } else {
                low = told + 1;
            }
        }
        return low;
    }

    private KeptRows page(long number) {
        KeptRows known = pages.get(number);
        if (known == null) {
            long first = number * PAGE + 1;
            long last = Math.min(first + PAGE - 1, file.index().lastSequence());
            known = unchecked(() -> file.reader().rows(first, last));
            pages.put(number, known);
        }
        return known;
    }
}
