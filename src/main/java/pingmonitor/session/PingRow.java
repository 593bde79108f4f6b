package pingmonitor.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Reply;

/**
 * All that is known about one ping; a row is replaced, never changed.
 *
 * @param sequence the ping's number, from 1
 * @param sentAt wall time of the sending, for display only: a clock may be set back
 * @param sentNanos time of the sending since the run began, in nanoseconds; goes on evenly, also while this machine is
 *     asleep
 * @param sentBytes length of the request
 * @param state where it stands
 * @param rttNanos round trip time in nanoseconds of its first reply, on time or late; empty without a reply (RFC 2681)
 * @param reply its first reply
 * @param duplicates further replies
 * @param heldUpNanos for how long, at least, this machine could not attend to it while it was under way, in
 *     nanoseconds; its RTT may be too long by that
 * @param verdict where its way ended: of an answered ping always known, of a lost one only if the server said so
 * @param refusal what the network said cannot be reached; empty unless it said so of this ping
 */
public record PingRow(
        long sequence,
        Instant sentAt,
        long sentNanos,
        int sentBytes,
        PingState state,
        OptionalLong rttNanos,
        Optional<Reply> reply,
        int duplicates,
        OptionalLong heldUpNanos,
        Optional<LossLocation> verdict,
        Optional<PingEvent.Refusal> refusal) {

    /** A row of a ping of which the network said nothing. */
    public PingRow(
            long sequence,
            Instant sentAt,
            long sentNanos,
            int sentBytes,
            PingState state,
            OptionalLong rttNanos,
            Optional<Reply> reply,
            int duplicates,
            OptionalLong heldUpNanos,
            Optional<LossLocation> verdict) {
        this(
                sequence,
                sentAt,
                sentNanos,
                sentBytes,
                state,
                rttNanos,
                reply,
                duplicates,
                heldUpNanos,
                verdict,
                Optional.empty());
    }

    /** Where it was lost, if that is known. */
    public Optional<LossLocation> lostWhere() {
        return verdict.filter(where -> where != LossLocation.ANSWERED);
    }
}
