package pingmonitor.store;

import java.util.BitSet;

/** Numbers of pings of which more may become known: a bit for each since the lowest of them. Not thread-safe. */
final class OpenNumbers {
    private final BitSet bits = new BitSet();
    private long base;

    void add(long number) {
        if (bits.isEmpty()) {
            base = number;
        } else if (number < base) {
            shift(number);
        } else if (number - base > Integer.MAX_VALUE - 1) {
            // No run has so many under way: the lowest is forgotten rather than all others.
            bits.clear(bits.nextSetBit(0));
            add(number);
            return;
        }
        bits.set((int) (number - base));
    }

    void remove(long number) {
        long index = number - base;
        if (index < 0 || index >= bits.length()) {
            return;
        }
        bits.clear((int) index);
        int lowest = bits.nextSetBit(0);
        // As often as it halves, so that it costs nothing on the whole.
        if (lowest > Math.max(Long.SIZE, bits.length() / 2)) {
            shift(base + lowest);
        }
    }

    void clear() {
        bits.clear();
    }

    /** The lowest number; one above {@code otherwise} without any. */
    long lowest(long otherwise) {
        return bits.isEmpty() ? otherwise + 1 : base + bits.nextSetBit(0);
    }

    private void shift(long newBase) {
        BitSet before = (BitSet) bits.clone();
        bits.clear();
        before.stream().forEach(index -> bits.set((int) (base + index - newBase)));
        base = newBase;
    }
}
