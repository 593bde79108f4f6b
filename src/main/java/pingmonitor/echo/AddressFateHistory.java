package pingmonitor.echo;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import pingmonitor.wire.RememberedFate;

/**
 * What became of the latest datagrams of one address, in blocks that come as they are needed and go oldest first. Each
 * entry points to the previous entry of the same hash, so a question reads few of them. Entry numbers only grow; an
 * entry older than the oldest block ends a chain.
 */
final class AddressFateHistory {
    private static final int BLOCK_BITS = 6;
    static final int BLOCK_ENTRIES = 1 << BLOCK_BITS;

    /**
     * Limit of entries that one question reads, however long a sender made the chains. An ordinary question needs a
     * tenth of them.
     */
    static final int MAX_STEPS = 4_096;

    private static final int FATE_BITS = 3;
    private static final long FATE_MASK = (1 << FATE_BITS) - 1;
    private static final RememberedFate[] FATES = RememberedFate.values();

    private static final int FIRST_CHAINS = 16;

    /**
     * Number of chains at most. Each time their number doubles, all chains are rebuilt, which takes tens of
     * microseconds.
     */
    private static final int MAX_CHAINS = 8_192;

    private static final int FIRST_BLOCKS = 4;
    private static final int ENTRIES_A_CHAIN = 2;

    private static final class Block {
        /** An identity in the high bits and a fate in the low ones. */
        final long[] entries = new long[BLOCK_ENTRIES];

        /** For each entry the number of the previous entry in its chain. */
        final int[] before = new int[BLOCK_ENTRIES];

        long latestNanos;
    }

    /** The length is a power of two; the numbers of its entries give the place of a block. */
    private Block[] blocks = new Block[FIRST_BLOCKS];

    /** The number of the latest entry of each chain. */
    private int[] chains = new int[FIRST_CHAINS];

    /** Numbers of the first kept entry and of the next one to come. They may overflow. */
    private int first;

    private int next;
    private int blockCount;
    private long latestNanos;
    private long completeSinceNanos;

    /**
     * @param completeSinceNanos since when nothing of the address was forgotten
     */
    AddressFateHistory(long completeSinceNanos) {
        this(completeSinceNanos, 0);
    }

    /**
     * @param first number, a multiple of {@link #BLOCK_ENTRIES}
     */
    AddressFateHistory(long completeSinceNanos, int first) {
        this.completeSinceNanos = completeSinceNanos;
        this.latestNanos = completeSinceNanos;
        this.first = first;
        this.next = first;
        Arrays.fill(chains, first - 1);
    }

    /** Since when no datagram of this address has been forgotten. */
    long completeSinceNanos() {
        return completeSinceNanos;
    }

    int blocks() {
        return blockCount;
    }

    /** Whether {@link #grow} has to come before the next {@link #add}. */
    boolean isFull() {
        return next - first == blockCount * BLOCK_ENTRIES;
    }

    void grow() {
        if (blockCount == blocks.length) {
            Block[] more = new Block[2 * blocks.length];
            for (int i = 0; i < blockCount; i++) {
                int number = first + i * BLOCK_ENTRIES;
                more[place(number, more)] = blocks[place(number, blocks)];
            }
            blocks = more;
        }
        blocks[place(next, blocks)] = new Block();
        blockCount++;
        if (blockCount * BLOCK_ENTRIES > chains.length * ENTRIES_A_CHAIN
                && chains.length < MAX_CHAINS) {
            chainAnew(2 * chains.length);
        }
    }

    void add(long identity, RememberedFate fate, long nowNanos) {
        // A thread that read the clock earlier may come here later.
        latestNanos = nowNanos - latestNanos > 0 ? nowNanos : latestNanos;
        Block latest = block(next);
        latest.entries[slot(next)] = identity << FATE_BITS | fate.ordinal();
        latest.latestNanos = latestNanos;
        chain(next);
        next++;
    }

    /** Gives up the oldest block; there has to be one, and not while it is being filled. */
    void forgetOldest() {
        completeSinceNanos = block(first).latestNanos;
        blocks[place(first, blocks)] = null;
        blockCount--;
        first += BLOCK_ENTRIES;
    }

    /** When the latest datagram came. */
    long latestNanos() {
        return latestNanos;
    }

    /**
     * The fate of each ping. Of a ping that came more than once it is the fate that is worth most. It is {@code
     * UNANSWERED}, which proves nothing, when the search took too many steps.
     */
    List<RememberedFate> find(List<Long> identities) {
        Search search = new Search();
        return identities.stream().map(search::find).toList();
    }

    /** The answer where nothing is known of any of the pings. */
    static List<RememberedFate> nothing(List<Long> identities) {
        return Collections.nCopies(identities.size(), RememberedFate.UNSEEN);
    }

    private void chainAnew(int chainCount) {
        chains = new int[chainCount];
        Arrays.fill(chains, first - 1);
        for (int number = first; number != next; number++) {
            chain(number);
        }
    }

    private void chain(int number) {
        Block block = block(number);
        int chain = chainOf(block.entries[slot(number)] >>> FATE_BITS);
        block.before[slot(number)] = chains[chain];
        chains[chain] = number;
    }

    private int chainOf(long identity) {
        return (int) identity & chains.length - 1;
    }

    private Block block(int number) {
        return blocks[place(number, blocks)];
    }

    private static int place(int number, Block[] places) {
        return number >> BLOCK_BITS & places.length - 1;
    }

    private static int slot(int number) {
        return number & BLOCK_ENTRIES - 1;
    }

    /** The search for the pings of one question; it has a limit of steps. */
    private final class Search {
        private int stepsLeft = MAX_STEPS;

        /** From the latest entry back, which only ends the sooner if numbers that overflowed lead elsewhere. */
        RememberedFate find(long identity) {
            RememberedFate best = RememberedFate.UNSEEN;
            boolean held = false;
            int later = next;
            int number = chains[chainOf(identity)];
            while (Integer.compareUnsigned(number - first, later - first) < 0) {
                if (stepsLeft == 0) {
                    return RememberedFate.UNANSWERED;
                }
                stepsLeft--;
                Block block = block(number);
                long entry = block.entries[slot(number)];
                if (entry >>> FATE_BITS == identity) {
                    RememberedFate fate = FATES[(int) (entry & FATE_MASK)];
                    if (fate == RememberedFate.ANSWERED) {
                        return fate;
                    }
                    boolean givesWay =
                            held || fate == RememberedFate.HELD && best != RememberedFate.UNSEEN;
                    if (!givesWay && fate.compareTo(best) > 0) {
                        best = fate;
                    }
                    held |= fate == RememberedFate.HELD;
                }
                later = number;
                number = block.before[slot(number)];
            }
            return best;
        }
    }
}
