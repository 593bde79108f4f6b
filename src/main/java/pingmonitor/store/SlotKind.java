package pingmonitor.store;

import java.util.Optional;

/** What a slot of a run's file is. Described in src/docs/run-file.md; a code is never given a second meaning. */
enum SlotKind {
    /** Begins a block: its number and the first ping number that its pings count from. */
    BLOCK(0x01),
    /** Follows on {@link #BLOCK}: the time that its pings count from. */
    BASE_TIME(0x02),
    /** A ping; the low bits of the kind say how it stands. Of these there is one for every ping. */
    PING_WAITING(0x10),
    PING_REPLIED(0x11),
    PING_TIMED_OUT(0x12),
    PING_UNREACHABLE(0x14),
    PING_CANCELLED(0x15),
    PING_SEND_FAILED(0x16),
    /** A ping that was written before was answered on time. */
    REPLIED(0x21),
    /** A ping that was written before timed out. */
    TIMED_OUT(0x22),
    /** A lost ping was answered after all. */
    LATE(0x23),
    /** The network called the target of a ping unreachable. */
    UNREACHABLE(0x24),
    /** A ping that was written before was under way when the run was stopped. */
    CANCELLED(0x25),
    /** A further reply to a ping. */
    DUPLICATE(0x26),
    /** A number of further replies to a ping of which no more is kept. */
    DUPLICATES(0x27),
    /** This machine could not attend to a ping. */
    HELD_UP(0x28),
    /** Where pings were lost: a bit of the value for each, the lowest for the one with the number. */
    VERDICTS(0x29),
    /** A number of datagrams that answered no ping and of which no more is kept. */
    FOREIGNS(0x2A),
    /** Something that is not about one ping; its bytes follow in {@link #DATA}. */
    EVENT(0x30),
    /** A reply or a problem that slots of this block point to; its bytes follow in {@link #DATA}. */
    DEFINITION(0x31),
    /** Upper bits of the value of the next slot. */
    WIDE(0x32),
    /** Thirteen bytes of what began before. */
    DATA(0x3F),
    /** Ends the slots of a block; bytes follow that are no slots. */
    FOOT(0x70),
    /** Begins a part without pings; bytes follow that are no slots. */
    GROUP(0x71),
    /** Begins nodes of one level of the pyramid, which the group behind it tells of; bytes follow that are no slots. */
    NODES(0x72),
    /** Ends a block or a group. */
    END(0x7E);

    private static final SlotKind[] BY_CODE = new SlotKind[0x80];

    static {
        for (SlotKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final int code;

    SlotKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The kind of that code; empty for one that a newer version may have. */
    static Optional<SlotKind> of(int code) {
        return code < 0 || code >= BY_CODE.length
                ? Optional.empty()
                : Optional.ofNullable(BY_CODE[code]);
    }

    /** Whether a part of the file begins with it. */
    boolean beginsPart() {
        return this == BLOCK || this == GROUP || this == NODES;
    }

    /** Whether it is the one slot of a ping. */
    boolean isPing() {
        return code >> 4 == 1;
    }
}
