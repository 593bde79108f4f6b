package pingmonitor.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The block that is being written: what its pings count from, and what its slots point to. One that is full is given
 * away, and the next begins with the slot that needs it. Not thread-safe.
 */
final class OpenBlock {
    private static final int MAX_SEQUENCE_OFFSET = 0xFFFF;
    private static final long MAX_MICROS_OFFSET = 0xFFFF_FFFFL;
    private static final long U4 = 0xFFFF_FFFFL;

    private final Sink sink;
    private final Supplier<Optional<SentPing>> oldestUnwritten;
    private final BlockBuffer block;
    private final Map<Object, Integer> links = new HashMap<>();
    private boolean isOpen;
    private long blockNumber;
    private long baseSequence;
    private long baseMicros;
    private long lastSequence;
    private long lastMicros;

    /** Takes blocks that are full. */
    @FunctionalInterface
    interface Sink {
        /**
         * Writes the rest of a block and ends it.
         *
         * @return the number of the slot of the file that the next block begins with
         */
        long ended(BlockBuffer block);
    }

    /**
     * @param fileSum the check of the file's header
     * @param firstSlot the number of the slot of the file that the first block begins with
     * @param oldestUnwritten the ping that is under way for longest and has no slot yet
     */
    OpenBlock(
            int fileSum, long firstSlot, Supplier<Optional<SentPing>> oldestUnwritten, Sink sink) {
        this.sink = sink;
        this.oldestUnwritten = oldestUnwritten;
        this.block = new BlockBuffer(fileSum);
        block.begin(firstSlot);
    }

    /** What is written of it; without a slot between two blocks. */
    BlockBuffer slots() {
        return block;
    }

    /** A ping was sent, later than all others. */
    void sent(SentPing ping) {
        lastSequence = ping.sequence();
        lastMicros = ping.runMicros();
    }

    /** Has a block in which the slot of a ping can be written. */
    void makeRoom(SentPing ping) {
        if (isOpen && !fits(ping, baseSequence, baseMicros)) {
            end();
        }
        if (!isOpen) {
            SentPing first =
                    oldestUnwritten
                            .get()
                            .filter(old -> fits(ping, old.sequence(), old.runMicros()))
                            .orElse(ping);
            begin(first.sequence(), first.runMicros());
        }
    }

    /**
     * Adds the slot of a ping.
     *
     * @param link number of its reply or problem in this block; made after {@link #makeRoom}; 0 without one
     */
    void ping(SlotKind kind, int refusal, SentPing ping, long value, int link) {
        makeRoom(ping);
        block.ping(
                kind,
                refusal,
                (int) (ping.sequence() - baseSequence),
                ping.runMicros() - baseMicros,
                value,
                link);
        endIfFull();
    }

    /** Adds any other slot that no data follows on. */
    void other(SlotKind kind, int detail, long number, long value) {
        open();
        block.other(kind, detail, number, value, 0);
        endIfFull();
    }

    /** Adds what became known of a ping by a reply. */
    void reply(SlotKind kind, long number, long value, KeptReply reply) {
        open();
        block.other(kind, 0, number, value, link(reply));
        endIfFull();
    }

    void event(FileEvent event) {
        open();
        FileEventCodec.Encoded encoded = FileEventCodec.encode(event);
        block.withData(SlotKind.EVENT, encoded.type(), 0, encoded.bytes());
        endIfFull();
    }

    /** The number of a reply in this block, which is defined with the first that needs it. */
    int link(KeptReply reply) {
        return links.computeIfAbsent(reply, r -> define(BlockBuffer.REPLY, reply.encode()));
    }

    /** The same of a problem. */
    int link(KeptProblem problem) {
        return links.computeIfAbsent(problem, p -> define(BlockBuffer.PROBLEM, problem.encode()));
    }

    private int define(int type, byte[] bytes) {
        // A block has room for fewer than a link has numbers.
        int link = links.size() + 1;
        block.withData(SlotKind.DEFINITION, type, link, bytes);
        return link;
    }

    /** Gives away what there is. */
    void end() {
        if (isOpen) {
            isOpen = false;
            block.begin(sink.ended(block));
        }
    }

    private void endIfFull() {
        if (block.slots() >= RunFileFormat.BLOCK_SLOTS) {
            end();
        }
    }

    private void open() {
        if (!isOpen) {
            Optional<SentPing> oldest = oldestUnwritten.get();
            begin(
                    oldest.map(SentPing::sequence).orElse(lastSequence),
                    oldest.map(SentPing::runMicros).orElse(lastMicros));
        }
    }

    private void begin(long sequence, long micros) {
        isOpen = true;
        baseSequence = sequence;
        baseMicros = micros;
        links.clear();
        block.other(SlotKind.BLOCK, 0, sequence, blockNumber++, 0);
        block.other(
                SlotKind.BASE_TIME, 0, (micros & U4) << Short.SIZE, micros >> Integer.SIZE & U4, 0);
    }

    private static boolean fits(SentPing ping, long fromSequence, long fromMicros) {
        long sequence = ping.sequence() - fromSequence;
        long micros = ping.runMicros() - fromMicros;
        return sequence >= 0
                && sequence <= MAX_SEQUENCE_OFFSET
                && micros >= 0
                && micros <= MAX_MICROS_OFFSET;
    }
}
