package pingmonitor.echo;

import java.util.Arrays;

/**
 * Counts how many different things there were, exactly up to {@link #MAX}, by 64-bit hashes of them; 4 MiB at most.
 * The probability that two of them share a hash is one in 500 million.
 */
final class DistinctCount {
    static final int MAX = 1 << 18;

    private static final int FIRST_CAPACITY = 64;

    /** Stands for the hash 0, which marks a free place. */
    private static final long INSTEAD_OF_ZERO = 1;

    private long[] hashes = new long[FIRST_CAPACITY];
    private int size;
    private boolean more;

    /** Counts a thing, unless it was there before. */
    void add(long hash) {
        long key = hash == 0 ? INSTEAD_OF_ZERO : hash;
        int place = placeOf(key, hashes);
        if (hashes[place] == key) {
            return;
        }
        if (size == MAX) {
            more = true;
            return;
        }
        hashes[place] = key;
        size++;
        if (2 * size > hashes.length) {
            grow();
        }
    }

    ServerLedger.Total total() {
        return new ServerLedger.Total(size, more);
    }

    void clear() {
        hashes = new long[FIRST_CAPACITY];
        size = 0;
        more = false;
    }

    private void grow() {
        long[] larger = new long[2 * hashes.length];
        Arrays.stream(hashes)
                .filter(key -> key != 0)
                .forEach(key -> larger[placeOf(key, larger)] = key);
        hashes = larger;
    }

    /** Where it is, or the free place for it. */
    private static int placeOf(long key, long... in) {
        int place = (int) (key ^ key >>> Integer.SIZE) & in.length - 1;
        while (in[place] != 0 && in[place] != key) {
            place = place + 1 & in.length - 1;
        }
        return place;
    }
}
