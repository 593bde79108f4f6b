package pingmonitor.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/**
 * The rows of some pings, made from the slots of all blocks that say something of them, in the order of the file. A
 * number without a ping has no row. Not thread-safe.
 */
final class KeptRows implements SlotVisitor {
    private static final PingState[] STATES = PingState.values();
    private static final byte NONE = -1;
    private static final int AS_PLANNED = -1;

    private final long first;
    private final int count;
    private final byte[] state;
    private final long[] sentMicros;
    private final long[] rttNanos;
    private final KeptReply[] replies;
    private final int[] duplicates;
    private final long[] heldUpNanos;
    private final byte[] place;
    private final byte[] refusal;
    private final int[] sentBytes;
    private final List<KeptReply> links = new ArrayList<>();
    private int rows;

    /**
     * @param first number of the first ping
     * @param last number of the last one, included
     */
    KeptRows(long first, long last) {
        this.first = first;
        this.count = Math.toIntExact(Math.max(0, last - first + 1));
        this.state = new byte[count];
        this.sentMicros = new long[count];
        this.rttNanos = new long[count];
        this.replies = new KeptReply[count];
        this.duplicates = new int[count];
        this.heldUpNanos = new long[count];
        this.place = new byte[count];
        this.refusal = new byte[count];
        this.sentBytes = new int[count];
        Arrays.fill(state, NONE);
        Arrays.fill(sentBytes, AS_PLANNED);
    }

    /** What follows comes from another block. */
    void beginBlock() {
        links.clear();
    }

    /** Number of pings that have a row. */
    int rows() {
        return rows;
    }

    /** Number of pings, with or without a row. */
    int count() {
        return count;
    }

    long sequence(int index) {
        return first + index;
    }

    boolean has(int index) {
        return state[index] != NONE;
    }

    PingState state(int index) {
        return STATES[state[index]];
    }

    long sentMicros(int index) {
        return sentMicros[index];
    }

    boolean hasReply(int index) {
        return state[index] == PingState.REPLIED.ordinal()
                || state[index] == PingState.LATE.ordinal();
    }

    long rttNanos(int index) {
        return rttNanos[index];
    }

    boolean isVerified(int index) {
        return replies[index] != null && replies[index].match().verified();
    }

    int duplicates(int index) {
        return duplicates[index];
    }

    long heldUpNanos(int index) {
        return heldUpNanos[index];
    }

    /** Where the ping was lost. */
    Optional<LossLocation> lostWhere(int index) {
        return hasReply(index) ? Optional.empty() : FileCodes.PLACES.word(place[index]);
    }

    /** The row of a ping that has one. */
    PingRow row(int index, Eras eras, int messageBytes) {
        Instant at = eras.at(sentMicros[index]);
        ReplyTemplate request = new ReplyTemplate(sequence(index), at);
        int bytes = sentBytes(index, request, messageBytes);
        long held = heldUpNanos[index];
        boolean hasReply = hasReply(index);
        Optional<Reply> reply =
                hasReply
                        ? Optional.ofNullable(replies[index])
                                .map(
                                        kept ->
                                                kept.reply(
                                                        request,
                                                        RecentPings.plannedBytes(
                                                                request, messageBytes)))
                        : Optional.empty();
        return new PingRow(
                sequence(index),
                at,
                sentMicros[index] * 1_000,
                bytes,
                state(index),
                hasReply ? OptionalLong.of(rttNanos[index]) : OptionalLong.empty(),
                reply,
                duplicates[index],
                held > 0 ? OptionalLong.of(held) : OptionalLong.empty(),
                hasReply ? Optional.of(LossLocation.ANSWERED) : lostWhere(index),
                FileCodes.REFUSALS.word(refusal[index]));
    }

    /** Length of the request of a ping that has a row. */
    int sentBytes(int index, ReplyTemplate request, int messageBytes) {
        if (state[index] == PingState.SEND_FAILED.ordinal()) {
            return 0;
        }
        return sentBytes[index] == AS_PLANNED
                ? RecentPings.plannedBytes(request, messageBytes)
                : sentBytes[index];
    }

    @Override
    public void reply(int link, KeptReply reply) {
        while (links.size() <= link) {
            links.add(null);
        }
        links.set(link, reply);
    }

    @Override
    public void ping(SlotKind kind, int refused, long sequence, long micros, long value, int link) {
        int index = indexOf(sequence);
        if (index < 0) {
            return;
        }
        rows += has(index) ? 0 : 1;
        sentMicros[index] = micros;
        PingState now =
                switch (kind) {
                    case PING_REPLIED -> PingState.REPLIED;
                    case PING_TIMED_OUT -> PingState.TIMED_OUT;
                    case PING_UNREACHABLE -> PingState.UNREACHABLE;
                    case PING_CANCELLED -> PingState.CANCELLED;
                    case PING_SEND_FAILED -> PingState.SEND_FAILED;
                    default -> PingState.WAITING;
                };
        state[index] = (byte) now.ordinal();
        refusal[index] = (byte) refused;
        if (now == PingState.REPLIED) {
            replied(index, value, link);
        }
    }

    @Override
    public void change(SlotKind kind, int detail, long sequence, long value, int link) {
        int index = indexOf(sequence);
        if (index < 0 || !has(index)) {
            return;
        }
        switch (kind) {
            case REPLIED -> {
                state[index] = (byte) PingState.REPLIED.ordinal();
                replied(index, value, link);
            }
            case LATE -> {
                state[index] = (byte) PingState.LATE.ordinal();
                replied(index, value, link);
            }
            case TIMED_OUT -> state[index] = (byte) PingState.TIMED_OUT.ordinal();
            case CANCELLED -> state[index] = (byte) PingState.CANCELLED.ordinal();
            case UNREACHABLE -> refused(index, detail);
            case DUPLICATE -> duplicates[index]++;
            case DUPLICATES -> duplicates[index] += (int) value;
            case HELD_UP -> heldUpNanos[index] = Math.max(heldUpNanos[index], value);
            default -> {
                // Nothing about a ping.
            }
        }
    }

    @Override
    public void verdicts(int where, long sequence, long pings) {
        for (int bit = 0; bit <= SlotVisitor.lastBit(pings); bit++) {
            int index = indexOf(sequence + bit);
            if ((pings >>> bit & 1) != 0 && index >= 0) {
                place[index] = (byte) where;
            }
        }
    }

    @Override
    public void event(FileEvent event, int slot) {
        if (event instanceof FileEvent.SentBytes sent && indexOf(sent.sequence()) >= 0) {
            sentBytes[indexOf(sent.sequence())] = sent.bytes();
        }
    }

    private void replied(int index, long nanos, int link) {
        rttNanos[index] = nanos;
        replies[index] = link < links.size() ? links.get(link) : null;
        place[index] = 0;
    }

    /** The news may come after the time-out; a ping that has a reply keeps it. */
    private void refused(int index, int what) {
        PingState before = state(index);
        if (before == PingState.WAITING || before == PingState.TIMED_OUT) {
            state[index] = (byte) PingState.UNREACHABLE.ordinal();
            refusal[index] = (byte) what;
        }
    }

    /** The place of a ping's row; negative for a ping that is none of these. */
    int indexOf(long sequence) {
        long index = sequence - first;
        return index < 0 || index >= count ? -1 : (int) index;
    }
}
