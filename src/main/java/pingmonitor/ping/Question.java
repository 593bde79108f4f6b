package pingmonitor.ping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.ReplyContent;

/** One question to the server about some lost pings, and how often it was asked. */
final class Question {
    private final PingRequest heading;
    private final long nonce;
    private final List<InFlight> pings;
    private final byte[] content;

    /** How often it was sent. */
    int tries;

    /** When it was sent for the first time. */
    long sentNanos;

    /** When it is to be sent again, or given up. */
    long dueNanos;

    /**
     * @param number of a ping that was sent already: a server that keeps account of numbers takes it for a duplicate at worst
     * @param at the wall time that it says
     */
    Question(long number, Instant at, long nonce, List<InFlight> pings) {
        this.heading = PingRequest.of(number, at, 0);
        this.nonce = nonce;
        this.pings = List.copyOf(pings);
        List<Long> identities = pings.stream().map(ping -> PingIdentity.of(ping.request)).toList();
        this.content = new FateQuestion(nonce, identities).encode(heading).array();
    }

    long nonce() {
        return nonce;
    }

    /** What is asked about, in the order of the answer. */
    List<InFlight> pings() {
        return pings;
    }

    /** The datagram, anew for each sending. */
    ByteBuffer content() {
        return ByteBuffer.wrap(content);
    }

    /** Whether a datagram is what a server that cuts off its replies makes of this one. */
    boolean isCutOffIn(ReplyContent datagram) {
        return datagram.begins(new String(content, StandardCharsets.US_ASCII));
    }

    /** Whether a server speaks of this one in its own words, its time perhaps written in another way. */
    boolean isQuotedBy(ReplyContent datagram) {
        String time = heading.timeToken();
        return datagram.speaksOf(heading.sequence(), time.substring(0, time.indexOf('.')));
    }
}
