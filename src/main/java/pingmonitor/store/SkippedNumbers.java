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

    long count() {
        return through.length == 0 ? 0 : through[through.length - 1];
    }

    /** The index of the first row with that number or a higher one. */
    long indexOf(long sequence) {
        long skipped = 0;
        for (int i = rangesBefore(sequence); i > 0; ) {
            FileEvent.Skipped last = ranges.get(i - 1);
            skipped = through[i - 1] - Math.max(0, last.firstSequence() + last.count() - sequence);
            break;
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
