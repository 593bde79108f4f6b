package pingmonitor.store;

/** Takes the slots of a block, one after the other. What it does not ask for is ignored. */
interface SlotVisitor {
    /**
     * The slot of a ping.
     *
     * @param kind one of the {@code PING_} kinds
     * @param refusal code of what the network refused; 0 for nothing
     * @param sentMicros time of its sending since the run began
     * @param value nanoseconds: its RTT, or after which time the network refused it
     * @param link number of its reply or problem in the block; 0 without one
     */
    default void ping(
            SlotKind kind, int refusal, long sequence, long sentMicros, long value, int link) {}

    /**
     * Something about a ping that has a slot.
     *
     * @param detail code of what the network refused; 0 for nothing
     * @param value nanoseconds, or a number
     * @param link number of the reply in the block; 0 without one
     */
    default void change(SlotKind kind, int detail, long sequence, long value, int link) {}

    /**
     * Where pings were lost.
     *
     * @param place code of the place
     * @param sequence number of the ping of the lowest bit
     * @param pings a bit for each ping that was lost there
     */
    default void verdicts(int place, long sequence, long pings) {}

    /** The place of the highest bit; 0 where none is set. */
    static int lastBit(long bits) {
        return Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(bits));
    }

    /** A reply that slots of the block point to. */
    default void reply(int link, KeptReply reply) {}

    /** A problem that slots of the block point to. */
    default void problem(int link, KeptProblem problem) {}

    /** A number of foreign datagrams. */
    default void foreigns(long count) {}

    /**
     * Something that is about no ping.
     *
     * @param slot its place in the block
     */
    default void event(FileEvent event, int slot) {}
}
