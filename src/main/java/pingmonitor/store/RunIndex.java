package pingmonitor.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.StretchSummary;

/**
 * Where everything is in a run's file: about 150 bytes for each thousand pings. The nodes of the higher levels of the
 * pyramid are in it. Not thread-safe.
 */
final class RunIndex {
    private final LongArray firstSlot = new LongArray();
    private final LongArray slots = new LongArray();
    private final LongArray rows = new LongArray();

    /** Whether a block has a foot that tells whether all of it is well. */
    private final BitSet sealed = new BitSet();

    private final LongArray firstSequence = new LongArray();
    private final LongArray highestSequence = new LongArray();
    private final LongArray lastSequence = new LongArray();
    private final LongArray firstMicros = new LongArray();
    private final LongArray highestMicros = new LongArray();

    /** Number of entries of the journal before a block and in it. */
    private final LongArray journalThrough = new LongArray();

    private final NodeIndex nodes = new NodeIndex();
    private final Map<Long, List<Integer>> changes = new HashMap<>();
    private final Map<Long, KeptSegment> segments = new HashMap<>();
    private final Eras eras = new Eras();
    private final List<FileEvent.Skipped> skipped = new ArrayList<>();
    private final List<PingEvent.Stalled> standstills = new ArrayList<>();
    private final List<Integer> mappedAddressBlocks = new ArrayList<>();
    private final Map<FileEvent.Label.Field, String> labels = new HashMap<>();
    private long rowCount;
    private long leftOut;
    private long missedSlots;
    private long maxLag;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private boolean isFinished;

    /** The last block with anything that counts; −1 without. */
    private int latestNews = -1;

    /** What was known before the block that is still written. */
    private Optional<BeforeOpenBlock> beforeOpenBlock = Optional.empty();

    /**
     * What a block changes beside the columns.
     *
     * @param eras number of them, and so on
     */
    private record BeforeOpenBlock(
            long rowCount,
            long leftOut,
            long missedSlots,
            long maxLag,
            int checkpoints,
            boolean isFinished,
            int latestNews,
            int eras,
            int skipped,
            int standstills,
            int mappedAddressBlocks,
            Map<FileEvent.Label.Field, String> labels,
            List<Long> changedPages) {}

    /**
     * The figures of a segment.
     *
     * @param blocks number of blocks at that time; what later ones say of its pings is not in
     */
    private record KeptSegment(byte[] bytes, int blocks) {}

    /**
     * Where figures stand.
     *
     * @param slot its place in the block
     */
    record Checkpoint(int block, int slot) {}

    /** Adds the last block of the file, as far as it is written; {@link #dropOpenBlock} takes it out again. */
    void addOpenBlock(BlockSummary block) {
        BeforeOpenBlock before =
                new BeforeOpenBlock(
                        rowCount,
                        leftOut,
                        missedSlots,
                        maxLag,
                        checkpoints.size(),
                        isFinished,
                        latestNews,
                        eras.size(),
                        skipped.size(),
                        standstills.size(),
                        mappedAddressBlocks.size(),
                        Map.copyOf(labels),
                        block.changedPages());
        add(block);
        beforeOpenBlock = Optional.of(before);
    }

    /** Forgets the block that was still written, so that what is known of it now can be added. */
    void dropOpenBlock() {
        beforeOpenBlock.ifPresent(this::restore);
        beforeOpenBlock = Optional.empty();
    }

    private void restore(BeforeOpenBlock before) {
        int number = blocks() - 1;
        for (LongArray column :
                List.of(
                        firstSlot,
                        slots,
                        rows,
                        firstSequence,
                        highestSequence,
                        lastSequence,
                        firstMicros,
                        highestMicros,
                        journalThrough)) {
            column.removeLast();
        }
        nodes.removeLatestBlock();
        rowCount = before.rowCount();
        leftOut = before.leftOut();
        missedSlots = before.missedSlots();
        maxLag = before.maxLag();
        cut(checkpoints, before.checkpoints());
        isFinished = before.isFinished();
        latestNews = before.latestNews();
        eras.cutTo(before.eras());
        cut(skipped, before.skipped());
        cut(standstills, before.standstills());
        cut(mappedAddressBlocks, before.mappedAddressBlocks());
        labels.clear();
        labels.putAll(before.labels());
        for (long page : before.changedPages()) {
            changes.get(page).remove((Integer) number);
        }
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }

    /** Adds the next block of the file. */
    void add(BlockSummary block) {
        int number = blocks();
        long before = lastSequence();
        long journalBefore = journalSize();
        firstSlot.add(block.firstSlot());
        slots.add(block.slots());
        rows.add(block.rows());
        boolean hasRows = block.rows() > 0;
        firstSequence.add(hasRows ? block.firstSequence() : Long.MAX_VALUE);
        lastSequence.add(hasRows ? block.lastSequence() : 0);
        highestSequence.add(Math.max(before, block.lastSequence()));
        firstMicros.add(hasRows ? block.firstMicros() : Long.MAX_VALUE);
        highestMicros.add(hasRows ? Math.max(lastMicros(), block.lastMicros()) : lastMicros());
        journalThrough.add(journalBefore + block.journal());
        nodes.addBlock();
        if (hasRows) {
            maxLag = Math.max(maxLag, before - block.firstSequence());
        }
        rowCount += block.rows();
        leftOut += block.leftOut();
        missedSlots += block.missedSlots();
        isFinished |= block.isFinished();
        if (block.checkpointSlot() >= 0) {
            checkpoints.add(new Checkpoint(number, block.checkpointSlot()));
        }
        if (block.mappedAddresses() > 0) {
            mappedAddressBlocks.add(number);
        }
        boolean isNews =
                hasRows
                        || block.journal() > 0
                        || block.leftOut() > 0
                        || !block.changedPages().isEmpty();
        latestNews = isNews ? number : latestNews;
        block.changedPages()
                .forEach(
                        page -> changes.computeIfAbsent(page, p -> new ArrayList<>(1)).add(number));
        block.eras().forEach(eras::add);
        skipped.addAll(block.skipped());
        standstills.addAll(block.standstills());
        block.labels().forEach(label -> labels.put(label.field(), label.text()));
    }

    /** Says that the latest block has a foot, and which nodes stand in it. */
    void nodesBehindLatest(BlockEntry entry) {
        sealed.set(blocks() - 1);
        nodes.behindLatestBlock(entry);
    }

    /** The nodes of the pyramid. */
    NodeIndex nodes() {
        return nodes;
    }

    void addSegment(long index, byte[] bytes) {
        segments.put(index, new KeptSegment(bytes, blocks()));
    }

    int blocks() {
        return firstSlot.size();
    }

    long firstSlot(int block) {
        return firstSlot.get(block);
    }

    int slots(int block) {
        return (int) slots.get(block);
    }

    /** Whether a block has a foot that is known. */
    boolean isSealed(int block) {
        return sealed.get(block);
    }

    boolean hasRows(int block) {
        return rows.get(block) > 0;
    }

    long firstSequence(int block) {
        return firstSequence.get(block);
    }

    long lastSequence(int block) {
        return lastSequence.get(block);
    }

    /** Number of pings that have a slot. */
    long rowCount() {
        return rowCount;
    }

    /**
     * Numbers of pings that follow on each other.
     *
     * @param last included
     */
    record Range(long first, long last) {}

    /** Where the numbers of pings are, in order: what lies between has no ping. */
    List<Range> ranges() {
        List<Range> ofBlocks = new ArrayList<>();
        for (int block = 0; block < blocks(); block++) {
            if (hasRows(block)) {
                ofBlocks.add(new Range(firstSequence(block), lastSequence(block)));
            }
        }
        ofBlocks.sort(Comparator.comparingLong(Range::first));
        List<Range> ranges = new ArrayList<>();
        for (Range each : ofBlocks) {
            int latest = ranges.size() - 1;
            if (latest >= 0 && each.first() <= ranges.get(latest).last() + 1) {
                Range before = ranges.get(latest);
                ranges.set(latest, new Range(before.first(), Math.max(before.last(), each.last())));
            } else {
                ranges.add(each);
            }
        }
        return ranges;
    }

    /** The highest number of a ping; 0 without any. */
    long lastSequence() {
        return blocks() == 0 ? 0 : highestSequence.get(blocks() - 1);
    }

    /** The first block that has a ping of that number or a higher one; the number of blocks without. */
    int firstBlockWith(long sequence) {
        return highestSequence.firstAtLeast(sequence);
    }

    /** A number that is not lower, below which there is no ping from that one on: numbers may skip a lot. */
    long notBefore(long sequence) {
        int block = firstBlockWith(sequence);
        return block == blocks()
                ? Math.max(sequence, lastSequence() + 1)
                : Math.max(sequence, firstSequence(block) - Math.max(0, maxLag));
    }

    /** Whether no ping up to that number has its slot in a block or behind it. */
    boolean isBehind(int block, long sequence) {
        return block > 0 && highestSequence.get(block - 1) - maxLag > sequence;
    }

    /** When the earliest ping of a block was sent. */
    long firstMicros(int block) {
        return firstMicros.get(block);
    }

    /** The first block that has a ping that was sent then or later; the number of blocks without. */
    int firstBlockSentAt(long micros) {
        return highestMicros.firstAtLeast(micros);
    }

    /** The block of an entry of the journal. */
    int blockOfJournal(long entry) {
        return journalThrough.firstAtLeast(entry + 1);
    }

    /** Number of entries of the journal before a block. */
    long journalBefore(int block) {
        return block == 0 ? 0 : journalThrough.get(block - 1);
    }

    long journalSize() {
        return blocks() == 0 ? 0 : journalThrough.get(blocks() - 1);
    }

    long leftOut() {
        return leftOut;
    }

    long missedSlots() {
        return missedSlots;
    }

    /** The blocks in which something became known of the pings of a page. */
    List<Integer> changesOf(long page) {
        return changes.getOrDefault(page, List.of());
    }

    Eras eras() {
        return eras;
    }

    List<FileEvent.Skipped> skipped() {
        return skipped;
    }

    List<PingEvent.Stalled> standstills() {
        return standstills;
    }

    List<Integer> mappedAddressBlocks() {
        return mappedAddressBlocks;
    }

    Optional<String> label(FileEvent.Label.Field field) {
        return Optional.ofNullable(labels.get(field));
    }

    boolean isFinished() {
        return isFinished;
    }

    /** The last block with anything that counts: with more than what the person said; −1 without. */
    int latestNews() {
        return latestNews;
    }

    /** Where figures stand, the earliest first; of each block the latest. */
    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    /** Number of segments that are kept, whether what is known of them is the latest or not. */
    long segmentCount() {
        return segments.size();
    }

    /** The figures of a segment, if they are kept and nothing became known of its pings later. */
    Optional<byte[]> segment(long index) {
        return Optional.ofNullable(segments.get(index))
                .filter(kept -> !changedSince(index, kept.blocks()))
                .map(KeptSegment::bytes);
    }

    private boolean changedSince(long segment, int blocks) {
        long pages = StretchSummary.SEGMENT_PINGS / BlockSummary.PAGE_PINGS;
        for (long page = segment * pages; page < (segment + 1) * pages; page++) {
            List<Integer> changed = changesOf(page);
            if (!changed.isEmpty() && changed.get(changed.size() - 1) >= blocks) {
                return true;
            }
        }
        return false;
    }

    /** When the latest ping was sent, since the run began; the smallest number without any. */
    long lastMicros() {
        return highestMicros.size() == 0
                ? Long.MIN_VALUE
                : highestMicros.get(highestMicros.size() - 1);
    }
}
