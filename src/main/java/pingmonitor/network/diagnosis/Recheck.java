package pingmonitor.network.diagnosis;

import java.net.InetSocketAddress;

/** What a look from an unconnected socket showed, which hears replies from anywhere. */
public sealed interface Recheck {

    /** There was none, or nothing was heard, which proves nothing. */
    record Nothing() implements Recheck {}

    /** The server answered from where it should, only after the run. */
    record AnswersNow(InetSocketAddress from) implements Recheck {}

    /**
     * A reply came, but from another address or port than was pinged.
     *
     * @param from where it came from
     * @param expected what was pinged
     */
    record Elsewhere(InetSocketAddress from, InetSocketAddress expected) implements Recheck {}
}
