package pingmonitor.series;

/** Finds values by their rank without sorting all of them (C. A. R. Hoare, "Find", CACM 4, 1961). */
final class Selection {
    private Selection() {}

    /**
     * The median by nearest rank of the first values; puts them in another order.
     *
     * @param count 1 or more
     */
    static long median(long[] values, int count) {
        return select(values, 0, count, (count - 1) / 2);
    }

    /**
     * The value that would stand at an index if the range were sorted. Afterwards it stands there, none before it is
     * larger, and none behind it is smaller.
     *
     * @param from the range's first index
     * @param to the index behind the range
     */
    static long select(long[] values, int from, int to, int index) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            long pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (index <= right) {
                high = right;
            } else if (index >= left) {
                low = left;
            } else {
                return values[index];
            }
        }
        return values[index];
    }

    private static long medianOfThree(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
