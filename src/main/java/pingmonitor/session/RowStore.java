package pingmonitor.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/**
 * The rows of a session in columns, in order of sequence number: about 120 bytes a ping with its reply's text, where
 * row objects take three times that and keep the garbage collector busy during a run. Sequence numbers only grow, but
 * may skip. A store that keeps only the latest rows forgets those before, but none that waits for a reply; indexes
 * stay. Not thread-safe.
 */
final class RowStore {
    private static final int BLOCK_BITS = 10;
    private static final int BLOCK_ROWS = 1 << BLOCK_BITS;
    private static final int BLOCK_MASK = BLOCK_ROWS - 1;
    private static final PingState[] STATES = PingState.values();
    private static final LossLocation[] PLACES = LossLocation.values();
    private static final ReplyMatch[] MATCHES = ReplyMatch.values();
    private static final PingEvent.Refusal[] REFUSALS = PingEvent.Refusal.values();

    /** A thousand rows; growing by blocks never copies what is there. */
    private static final class Block {
        final long[] sequence = new long[BLOCK_ROWS];
        final long[] sentEpochSecond = new long[BLOCK_ROWS];
        final int[] sentNano = new int[BLOCK_ROWS];
        final long[] runNanos = new long[BLOCK_ROWS];
        final int[] sentBytes = new int[BLOCK_ROWS];
        final byte[] state = new byte[BLOCK_ROWS];
        final long[] rttNanos = new long[BLOCK_ROWS];
        final String[] replyText = new String[BLOCK_ROWS];
        final int[] replyBytes = new int[BLOCK_ROWS];
        final InetSocketAddress[] replyFrom = new InetSocketAddress[BLOCK_ROWS];

        /** Ordinals; of rows with a reply. */
        final byte[] match = new byte[BLOCK_ROWS];

        final int[] duplicates = new int[BLOCK_ROWS];
        final long[] heldUpNanos = new long[BLOCK_ROWS];

        /** 0 for none, else one more than the ordinal. */
        final byte[] lostWhere = new byte[BLOCK_ROWS];

        /** 0 for none, else one more than the ordinal. */
        final byte[] refusal = new byte[BLOCK_ROWS];
    }

    private final int kept;
    private final List<Block> blocks = new ArrayList<>();
    private final List<RowFold> folds;
    private final ForgottenLosses forgottenLosses = new ForgottenLosses();
    private int size;

    /** The index of the first row that is not forgotten. */
    private int first;

    /** Replies mostly come from one place; its address is kept once. */
    private Optional<InetSocketAddress> latestFrom = Optional.empty();

    /** A store that keeps every row. */
    RowStore() {
        this(Integer.MAX_VALUE, List.of());
    }

    /**
     * @param kept how many of the latest rows are kept at least
     * @param folds take each row when it is forgotten
     */
    RowStore(int kept, List<RowFold> folds) {
        this.kept = kept;
        this.folds = List.copyOf(folds);
    }

    int size() {
        return size;
    }

    /** The index of the first row that is not forgotten. */
    int first() {
        return first;
    }

    /** Whether a ping's row was forgotten, if there ever was one. */
    boolean hasForgotten(long sequence) {
        return first > 0 && sequence < sequence(first);
    }

    /** What is still known of the lost pings among the forgotten ones. */
    ForgottenLosses forgottenLosses() {
        return forgottenLosses;
    }

    /** The folds that took the forgotten rows. The rows from {@link #first} on follow. */
    List<RowFold> folds() {
        return folds;
    }

    /** Adds a row at the end; its index. */
    int add(long sequence, Instant sentAt, long runNanos, int sentBytes, PingState state) {
        if (size > 0 && sequence <= sequence(size - 1)) {
            throw new IllegalStateException(
                    "ping " + sequence + " after ping " + sequence(size - 1));
        }
        if ((size & BLOCK_MASK) == 0) {
            forget();
            blocks.add(new Block());
        }
        int row = size++;
        Block block = block(row);
        int at = row & BLOCK_MASK;
        block.sequence[at] = sequence;
        block.sentEpochSecond[at] = sentAt.getEpochSecond();
        block.sentNano[at] = sentAt.getNano();
        block.runNanos[at] = runNanos;
        block.sentBytes[at] = sentBytes;
        block.state[at] = (byte) state.ordinal();
        return row;
    }

    /** Adds a row at the end as it is. */
    void add(PingRow whole) {
        int row =
                add(
                        whole.sequence(),
                        whole.sentAt(),
                        whole.sentNanos(),
                        whole.sentBytes(),
                        whole.state());
        whole.reply().ifPresent(reply -> reply(row, whole.rttNanos().orElseThrow(), reply));
        Block block = block(row);
        block.duplicates[row & BLOCK_MASK] = whole.duplicates();
        whole.heldUpNanos().ifPresent(nanos -> heldUp(row, nanos));
        lostWhere(row, whole.lostWhere());
        whole.refusal().ifPresent(refusal -> refusal(row, refusal));
    }

    /** The index of a ping's row, or −1. */
    int indexOf(long sequence) {
        int row = firstFrom(sequence);
        return row < size && sequence(row) == sequence ? row : -1;
    }

    /** The index of the first row with that number or a higher one; the size without any. */
    int firstFrom(long sequence) {
        return firstAfter(row -> sequence(row) < sequence);
    }

    /** The index of a row that was sent at or after the moment, and the one before it earlier; the size without any. */
    int firstFrom(Instant moment) {
        return firstAfter(row -> sentAt(row).isBefore(moment));
    }

    private int firstAfter(IntPredicate isBefore) {
        int low = first;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Instant sentAt(int row) {
        Block block = block(row);
        int at = row & BLOCK_MASK;
        return Instant.ofEpochSecond(block.sentEpochSecond[at], block.sentNano[at]);
    }

    long sequence(int row) {
        return block(row).sequence[row & BLOCK_MASK];
    }

    PingState state(int row) {
        return STATES[block(row).state[row & BLOCK_MASK]];
    }

    void state(int row, PingState state) {
        block(row).state[row & BLOCK_MASK] = (byte) state.ordinal();
    }

    void reply(int row, long rttNanos, Reply reply) {
        Block block = block(row);
        int at = row & BLOCK_MASK;
        block.rttNanos[at] = rttNanos;
        block.replyText[at] = reply.text();
        block.replyBytes[at] = reply.bytes();
        block.replyFrom[at] = shared(reply.from());
        block.match[at] = (byte) reply.match().ordinal();
    }

    void addDuplicate(int row) {
        block(row).duplicates[row & BLOCK_MASK]++;
    }

    /** Notes that this machine was held up; gives the time noted with that row before, 0 at first. */
    long heldUp(int row, long nanos) {
        long[] heldUpNanos = block(row).heldUpNanos;
        int at = row & BLOCK_MASK;
        long before = heldUpNanos[at];
        // Two may be the same moment, seen by two threads: the longest is what is sure.
        heldUpNanos[at] = Math.max(before, nanos);
        return before;
    }

    /** Where the row's ping was lost, if that is known. */
    Optional<LossLocation> lostWhere(int row) {
        int place = block(row).lostWhere[row & BLOCK_MASK];
        return place == 0 ? Optional.empty() : Optional.of(PLACES[place - 1]);
    }

    void lostWhere(int row, Optional<LossLocation> where) {
        block(row).lostWhere[row & BLOCK_MASK] =
                (byte) where.map(place -> place.ordinal() + 1).orElse(0).intValue();
    }

    /** What the network said cannot be reached, the first time it said so of the row's ping. */
    Optional<PingEvent.Refusal> refusal(int row) {
        int refusal = block(row).refusal[row & BLOCK_MASK];
        return refusal == 0 ? Optional.empty() : Optional.of(REFUSALS[refusal - 1]);
    }

    void refusal(int row, PingEvent.Refusal refusal) {
        block(row).refusal[row & BLOCK_MASK] = (byte) (refusal.ordinal() + 1);
    }

    /** The RTT of the row's first reply; only for rows that have one. */
    long rttNanos(int row) {
        return block(row).rttNanos[row & BLOCK_MASK];
    }

    /** The RTT of the row with that index, if there is one and it was answered on time. */
    OptionalLong rttOnTime(int row, long sequence) {
        boolean answered =
                row >= first
                        && row < size
                        && sequence(row) == sequence
                        && state(row) == PingState.REPLIED;
        return answered ? OptionalLong.of(rttNanos(row)) : OptionalLong.empty();
    }

    /** The row's first reply, on time or late. */
    Optional<Reply> reply(int row) {
        Block block = block(row);
        int at = row & BLOCK_MASK;
        return Optional.ofNullable(block.replyText[at])
                .map(
                        text ->
                                new Reply(
                                        text,
                                        block.replyBytes[at],
                                        block.replyFrom[at],
                                        MATCHES[block.match[at]]));
    }

    PingRow row(int row) {
        Block block = block(row);
        int at = row & BLOCK_MASK;
        Optional<Reply> reply = reply(row);
        long heldUp = block.heldUpNanos[at];
        return new PingRow(
                block.sequence[at],
                sentAt(row),
                block.runNanos[at],
                block.sentBytes[at],
                state(row),
                reply.isPresent() ? OptionalLong.of(block.rttNanos[at]) : OptionalLong.empty(),
                reply,
                block.duplicates[at],
                heldUp > 0 ? OptionalLong.of(heldUp) : OptionalLong.empty(),
                reply.isPresent() ? Optional.of(LossLocation.ANSWERED) : lostWhere(row),
                refusal(row));
    }

    private Block block(int row) {
        return blocks.get(row - first >>> BLOCK_BITS);
    }

    private void forget() {
        while (size - first - BLOCK_ROWS >= kept && noneWaits(blocks.get(0))) {
            for (int row = first; row < first + BLOCK_ROWS; row++) {
                noteForgotten(row);
            }
            blocks.remove(0);
            first += BLOCK_ROWS;
        }
    }

    private static boolean noneWaits(Block block) {
        for (byte state : block.state) {
            if (state == PingState.WAITING.ordinal()) {
                return false;
            }
        }
        return true;
    }

    private void noteForgotten(int row) {
        PingState state = state(row);
        PingRow whole = row(row);
        folds.forEach(fold -> fold.add(whole));
        if (state == PingState.TIMED_OUT || state == PingState.UNREACHABLE) {
            forgottenLosses.add(sequence(row), state, lostWhere(row), refusal(row));
        }
    }

    private InetSocketAddress shared(InetSocketAddress from) {
        if (latestFrom.filter(from::equals).isEmpty()) {
            latestFrom = Optional.of(from);
        }
        return latestFrom.get();
    }
}
