package pingmonitor.ping;

import java.util.OptionalLong;

/**
 * How a server that does not send back a ping's number numbers its replies: with a counter of its own, which is off by
 * the same amount for one ping after another. One number alone tells nothing; a server may send the same one each time.
 */
final class ServerNumbering {
    private OptionalLong latestSequence = OptionalLong.empty();
    private long offset;
    private boolean counts;

    /** A reply that can only be to one ping says a number. */
    void learn(long sequence, long number) {
        if (latestSequence.isPresent() && latestSequence.getAsLong() == sequence) {
            return;
        }
        counts = latestSequence.isPresent() && number - sequence == offset;
        latestSequence = OptionalLong.of(sequence);
        offset = number - sequence;
    }

    /** The ping that a number means; empty as long as the server is not known to count. */
    OptionalLong sequenceOf(long number) {
        return counts ? OptionalLong.of(number - offset) : OptionalLong.empty();
    }
}
