package pingmonitor.echo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import pingmonitor.wire.Remembered;

/** What became of the latest datagrams of one address, in blocks that come as they are needed and go oldest first. */
final class FateRing {
    static final int BLOCK_ENTRIES = 64;

    private static final int FATE_BITS = 3;
    private static final long FATE_MASK = (1 << FATE_BITS) - 1;
    private static final Remembered[] FATES = Remembered.values();

    private static final class Block {
        /** An identity and below it a fate. */
        final long[] entries = new long[BLOCK_ENTRIES];

        long latestNanos;
    }

    private final Deque<Block> blocks = new ArrayDeque<>();
    private int inLatest = BLOCK_ENTRIES;
    private long completeSinceNanos;

    /**
     * @param completeSinceNanos since when nothing of the address was forgotten
     */
    FateRing(long completeSinceNanos) {
        this.completeSinceNanos = completeSinceNanos;
    }

    /** Since when nothing is missing here. */
    long completeSinceNanos() {
        return completeSinceNanos;
    }

    int blocks() {
        return blocks.size();
    }

    /** Whether {@link #grow} has to come before the next {@link #add}. */
    boolean isFull() {
        return inLatest == BLOCK_ENTRIES;
    }

    void grow() {
        blocks.add(new Block());
        inLatest = 0;
    }

    void add(long identity, Remembered fate, long nowNanos) {
        Block latest = blocks.getLast();
        latest.entries[inLatest++] = identity << FATE_BITS | fate.ordinal();
        latest.latestNanos = nowNanos;
    }

    /** Gives up the oldest block; there has to be one, and not while it is being filled. */
    void forgetOldest() {
        completeSinceNanos = blocks.removeFirst().latestNanos;
    }

    /** When the latest datagram came. */
    long latestNanos() {
        return blocks.isEmpty() ? completeSinceNanos : blocks.getLast().latestNanos;
    }

    /** What is known of each of some pings: of one that came more than once, what is worth most. */
    List<Remembered> find(List<Long> identities) {
        Wanted wanted = new Wanted(identities);
        for (Block block : blocks) {
            int size = block == blocks.getLast() ? inLatest : BLOCK_ENTRIES;
            for (int i = 0; i < size; i++) {
                wanted.look(block.entries[i] >>> FATE_BITS, block.entries[i]);
            }
        }
        return identities.stream().map(wanted::found).toList();
    }

    /** Nothing is known of any. */
    static List<Remembered> nothing(List<Long> identities) {
        return Collections.nCopies(identities.size(), Remembered.UNSEEN);
    }

    /** The pings looked for. Nearly all others are told apart by one bit, so that a long ring is passed quickly. */
    private static final class Wanted {
        private static final int FILTER_BITS = 1_024;

        private final long[] sorted;
        private final Remembered[] found;
        private final long[] filter = new long[FILTER_BITS / Long.SIZE];

        Wanted(List<Long> identities) {
            sorted = identities.stream().mapToLong(Long::longValue).sorted().toArray();
            found = new Remembered[sorted.length];
            Arrays.fill(found, Remembered.UNSEEN);
            for (long identity : sorted) {
                filter[word(identity)] |= 1L << identity;
            }
        }

        void look(long identity, long entry) {
            if ((filter[word(identity)] >>> identity & 1) != 0) {
                int place = Arrays.binarySearch(sorted, identity);
                if (place >= 0) {
                    Remembered fate = FATES[(int) (entry & FATE_MASK)];
                    if (fate.compareTo(found[place]) > 0) {
                        found[place] = fate;
                    }
                }
            }
        }

        /** Of equal ones the search ends at the same always. */
        Remembered found(long identity) {
            return found[Arrays.binarySearch(sorted, identity)];
        }

        private static int word(long identity) {
            return (int) (identity % FILTER_BITS) / Long.SIZE;
        }
    }
}
