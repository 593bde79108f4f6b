package pingmonitor.ping.loss;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.PingSocket;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.ReplyContent;

/** One question to the server about some lost pings, and how often it was asked. */
final class LossQuestion {
    private final PingRequest heading;
    private final long nonce;
    private final LostPings.Batch lost;
    private final Optional<InFlightPing> witness;
    private final byte[] content;

    /** The port that it left by; none before. */
    Optional<PingSocket> sentBy = Optional.empty();

    /** How often it was sent. */
    int tries;

    /** When it was sent for the first time. */
    long sentNanos;

    /** When it is to be sent again, or given up. */
    long dueNanos;

    /**
     * @param number that no ping of the run has, so that a server's account of the pings stays right
     * @param at the wall time that it says
     * @param lost what is asked about
     * @param witness one that the server surely answered: whether it remembers that, shows where it looks
     */
    LossQuestion(
            long number,
            Instant at,
            long nonce,
            LostPings.Batch lost,
            Optional<InFlightPing> witness) {
        this.heading = PingRequest.of(number, at, 0);
        this.nonce = nonce;
        this.lost = lost;
        this.witness = witness;
        List<Long> identities =
                Stream.concat(lost.pings().stream(), witness.stream())
                        .map(ping -> PingIdentity.of(ping.request()))
                        .toList();
        this.content = new FateQuestion(nonce, identities).encode(heading).array();
    }

    long nonce() {
        return nonce;
    }

    /** The lost pings that are asked about, in the order of the answer. */
    List<InFlightPing> pings() {
        return lost.pings();
    }

    /** Whether it leaves by the port that the pings left from, whichever that is. */
    boolean byOwnPort() {
        return lost.by().isPresent();
    }

    /** The port that it leaves by. */
    PingSocket by(PingSocket usual) {
        return lost.by().orElse(usual);
    }

    /** What is asked about behind them. */
    Optional<InFlightPing> witness() {
        return witness;
    }

    /** Of how many pings the answer has to speak. */
    int size() {
        return lost.pings().size() + (witness.isPresent() ? 1 : 0);
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
