package pingmonitor.store;

import java.util.Arrays;

/** Numbers in order; grows. Not thread-safe. */
final class LongArray {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    void set(int index, long value) {
        values[index] = value;
    }

    void removeLast() {
        size--;
    }

    int size() {
        return size;
    }

    /** The first index whose value is at least {@code value}, of values that never fall; the size without any. */
    int firstAtLeast(long value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
