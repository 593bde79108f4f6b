package pingmonitor.session;

import java.util.OptionalLong;

/** The stretches of only lost or only answered pings that a run falls into, folded ping by ping in constant space. Not thread-safe. */
public final class LossStretches {
    private long lost;
    private long answered;
    private long count;
    private long longest;
    private long slowestLateNanos;
    private long atAStretch;
    private boolean endsLost;
    private long lastFrom;
    private long lostHeldUp;

    LossStretches() {}

    /** One that goes on by itself from where another is. */
    LossStretches(LossStretches other) {
        lost = other.lost;
        answered = other.answered;
        count = other.count;
        longest = other.longest;
        slowestLateNanos = other.slowestLateNanos;
        atAStretch = other.atAStretch;
        endsLost = other.endsLost;
        lastFrom = other.lastFrom;
        lostHeldUp = other.lostHeldUp;
    }

    /**
     * Takes the next ping in order of number; one that is not settled counts for nothing.
     *
     * @param heldUp whether this machine held it up for so long that its loss may be this machine's own
     */
    void add(long sequence, PingState state, long rttNanos, boolean heldUp) {
        if (!state.settled()) {
            return;
        }
        boolean first = lost + answered == 0;
        if (first || state.lost() != endsLost) {
            count++;
            lastFrom = sequence;
            atAStretch = 0;
        }
        endsLost = state.lost();
        if (endsLost) {
            lost++;
            lostHeldUp += heldUp ? 1 : 0;
            longest = Math.max(longest, ++atAStretch);
        } else {
            answered++;
        }
        if (state == PingState.LATE) {
            slowestLateNanos = Math.max(slowestLateNanos, rttNanos);
        }
    }

    /** A reply to a lost ping came later than its row was kept. */
    void late(long rttNanos) {
        slowestLateNanos = Math.max(slowestLateNanos, rttNanos);
    }

    /** Lost pings. */
    public long lost() {
        return lost;
    }

    /** Pings answered on time. */
    public long answered() {
        return answered;
    }

    /** How many stretches there are. */
    public long count() {
        return count;
    }

    /** Lost pings at a stretch, at most. */
    public long longest() {
        return longest;
    }

    /** Whether the last stretch is one of lost pings. */
    public boolean endsLost() {
        return endsLost;
    }

    /** The number of the ping with which the last stretch begins; 0 without any. */
    public long lastFrom() {
        return lastFrom;
    }

    /** Lost pings that this machine held up for so long that the loss may be its own. */
    public long lostHeldUp() {
        return lostHeldUp;
    }

    /** The longest RTT of the replies that came too late. */
    public OptionalLong slowestLateNanos() {
        return slowestLateNanos > 0 ? OptionalLong.of(slowestLateNanos) : OptionalLong.empty();
    }
}
