package pingmonitor.diagnosis;

import java.net.InetSocketAddress;
import java.time.Duration;

/** What a look from an unconnected socket showed, which hears replies from anywhere. */
public sealed interface Recheck {

    /** There was none, or nothing was heard, which proves nothing. */
    record Nothing() implements Recheck {}

    /**
     * The server answered from where it should, only after the run.
     *
     * @param atLeast how long that took, or less than that: a text of its own does not say which ping it answers
     * @param atMost how long that took, or more than that
     */
    record AnswersNow(InetSocketAddress from, Duration atLeast, Duration atMost)
            implements Recheck {}

    /**
     * A reply came, but from another address or port than was pinged.
     *
     * @param from where it came from
     * @param expected what was pinged
     */
    record Elsewhere(InetSocketAddress from, InetSocketAddress expected) implements Recheck {}
}
