package pingmonitor.session;

import java.util.Arrays;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;

/**
 * What is still known of lost pings whose rows are forgotten, in order of number: a late reply and the server's word
 * may still come. The engine remembers no more of them. Not thread-safe.
 */
final class ForgottenLosses {
    /** Number of losses kept; beyond that the oldest goes. */
    static final int MAX_KEPT = 1 << 16;

    private static final int STATE_BITS = 4;
    private static final int PLACE_BITS = 4;
    private static final int LOW = (1 << STATE_BITS) - 1;
    private static final PingState[] STATES = PingState.values();
    private static final LossLocation[] PLACES = LossLocation.values();
    private static final PingEvent.Refusal[] REFUSALS = PingEvent.Refusal.values();

    private long[] sequences = new long[1 << 8];

    /** State, place and refusal in one; of the two latter one more than the ordinal, 0 for none. */
    private short[] facts = new short[sequences.length];

    private int from;
    private int to;

    /** Notes the row of a lost ping, which comes after all that are noted. */
    void add(
            long sequence,
            PingState state,
            Optional<LossLocation> where,
            Optional<PingEvent.Refusal> refusal) {
        if (to == sequences.length) {
            makeRoom();
        }
        sequences[to] = sequence;
        facts[to++] = packed(state, where, refusal);
    }

    /** How a ping stands; empty when it is not known to be lost. */
    Optional<PingState> state(long sequence) {
        int at = indexOf(sequence);
        return at < 0 ? Optional.empty() : Optional.of(STATES[facts[at] & LOW]);
    }

    /** Where a ping was lost, as far as that is known. */
    Optional<LossLocation> where(long sequence) {
        int at = indexOf(sequence);
        int place = at < 0 ? 0 : facts[at] >> STATE_BITS & LOW;
        return place == 0 ? Optional.empty() : Optional.of(PLACES[place - 1]);
    }

    /** What the network said cannot be reached. */
    Optional<PingEvent.Refusal> refusal(long sequence) {
        int at = indexOf(sequence);
        int refusal = at < 0 ? 0 : facts[at] >> STATE_BITS + PLACE_BITS;
        return refusal == 0 ? Optional.empty() : Optional.of(REFUSALS[refusal - 1]);
    }

    /** Changes what is known of a ping that is noted; of any other nothing is kept. */
    void change(
            long sequence,
            PingState state,
            Optional<LossLocation> where,
            Optional<PingEvent.Refusal> refusal) {
        int at = indexOf(sequence);
        if (at >= 0) {
            facts[at] = packed(state, where, refusal);
        }
    }

    private void makeRoom() {
        from = Math.max(from, to - MAX_KEPT);
        int kept = to - from;
        int length = Math.max(sequences.length, 2 * kept);
        sequences = Arrays.copyOf(Arrays.copyOfRange(sequences, from, to), length);
        facts = Arrays.copyOf(Arrays.copyOfRange(facts, from, to), length);
        from = 0;
        to = kept;
    }

    private int indexOf(long sequence) {
        return Arrays.binarySearch(sequences, from, to, sequence);
    }

    private static short packed(
            PingState state, Optional<LossLocation> where, Optional<PingEvent.Refusal> refusal) {
        int place = where.map(each -> each.ordinal() + 1).orElse(0);
        int what = refusal.map(each -> each.ordinal() + 1).orElse(0);
        return (short) (what << STATE_BITS + PLACE_BITS | place << STATE_BITS | state.ordinal());
    }
}
