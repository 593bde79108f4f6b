package pingmonitor.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Numbers that no row has, so that the place of a row can be told from its number and the other way round. */
final class SkippedNumbers {
    private final List<FileEvent.Skipped> ranges;
    private final long[] through;

    SkippedNumbers(List<FileEvent.Skipped> ranges) {
        this.ranges = new ArrayList<>(ranges);
        this.ranges.sort(Comparator.comparingLong(FileEvent.Skipped::firstSequence));
        this.through = new long[this.ranges.size()];
        long sum = 0;
        for (int i = 0; i < through.length; i++) {
            sum += this.ranges.get(i).count();
            through[i] = sum;
        }
    }

    /** Whether no number is in two ranges, and none above a number. */
    boolean isPossible(long last) {
        long next = 1;
        for (FileEvent.Skipped range : ranges) {
            if (range.firstSequence() < next
                    || range.count() < 1
                    || range.count() > last - range.firstSequence() + 1) {
                return false;
            }
            next = range.firstSequence() + range.count();
        }
        return true;
    }

    long count() {
        return through.length == 0 ? 0 : through[through.length - 1];
    }

    /** The index of the first row with that number or a higher one. */
    long indexOf(long sequence) {
        long skipped = 0;
        int before = rangesBefore(sequence);
        if (before > 0) {
            FileEvent.Skipped last = ranges.get(before - 1);
            skipped =
                    through[before - 1]
                            - Math.max(0, last.firstSequence() + last.count() - sequence);
        }
        return sequence - 1 - skipped;
    }

    /** The number of the row with that index. */
    long sequenceAt(long index) {
        int low = 0;
        int high = through.length;
        while (low < high) {
            int middle = low + high >>> 1;
            long before = middle == 0 ? 0 : through[middle - 1];
            if (ranges.get(middle).firstSequence() - 1 - before <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return index + 1 + (low == 0 ? 0 : through[low - 1]);
    }

    /** Number of ranges that begin before a number. */
    private int rangesBefore(long sequence) {
        int low = 0;
        int high = through.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ranges.get(middle).firstSequence() < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
