package pingmonitor.cli;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of ping numbers that takes almost no memory where numbers follow each other without a gap, a bit each
 * elsewhere, and never more than {@link #MAX_WITH_GAPS} parts of the latter: the oldest are forgotten. Not thread-safe.
 */
final class NumberSet {
    /** Numbers of a part. */
    static final int PART = 1 << 16;

    /** Parts with gaps that are kept, of 8 KiB each. */
    static final int MAX_WITH_GAPS = 128;

    /** By number divided by {@link #PART}; empty for a part without gaps. */
    private final NavigableMap<Long, Optional<BitSet>> parts = new TreeMap<>();

    private int withGaps;
    private int size;

    /** Where {@link #get} was last: its callers go through the numbers in order. */
    private int atIndex = -1;

    private long atNumber = -1;

    /** Adds a number from 0 on. */
    void add(long number) {
        if (contains(number)) {
            return;
        }
        long part = number / PART;
        BitSet bits =
                parts.computeIfAbsent(
                                part,
                                fresh -> {
                                    withGaps++;
                                    return Optional.of(new BitSet(PART));
                                })
                        .orElseThrow();
        bits.set((int) (number % PART));
        size++;
        if (bits.cardinality() == PART) {
            parts.put(part, Optional.empty());
            withGaps--;
        }
        if (withGaps > MAX_WITH_GAPS) {
            forgetOldest();
        }
    }

    boolean contains(long number) {
        Optional<BitSet> bits = parts.get(number / PART);
        return bits != null && bits.map(some -> some.get((int) (number % PART))).orElse(true);
    }

    /** How many numbers there are. */
    int size() {
        return size;
    }

    /** The number with that index, in order; quick for one index after the other. To be called when all are added. */
    long get(int index) {
        if (index <= atIndex) {
            atIndex = -1;
            atNumber = -1;
        }
        while (atIndex < index) {
            atNumber = after(atNumber);
            atIndex++;
        }
        return atNumber;
    }

    private long after(long number) {
        long next = number + 1;
        Map.Entry<Long, Optional<BitSet>> part = parts.floorEntry(next / PART);
        if (part != null && part.getKey() == next / PART) {
            int bit = (int) (next % PART);
            int found = part.getValue().map(bits -> bits.nextSetBit(bit)).orElse(bit);
            if (found >= 0) {
                return part.getKey() * PART + found;
            }
        }
        long later = parts.higherKey(next / PART);
        return after(later * PART - 1);
    }

    private void forgetOldest() {
        Map.Entry<Long, Optional<BitSet>> oldest =
                parts.entrySet().stream()
                        .filter(part -> part.getValue().isPresent())
                        .findFirst()
                        .orElseThrow();
        size -= oldest.getValue().orElseThrow().cardinality();
        parts.remove(oldest.getKey());
        withGaps--;
    }
}
