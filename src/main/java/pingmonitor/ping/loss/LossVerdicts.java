package pingmonitor.ping.loss;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingSocket;
import pingmonitor.ping.RunContext;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.RememberedFate;

/**
 * Makes verdicts of what the server remembers, and none where that proves nothing: that it never saw a ping only counts
 * if it has forgotten nothing since before the ping was sent, and looked among those of the right address.
 */
final class LossVerdicts {
    /** Covers the rounding of the answer, which gives whole milliseconds. */
    private static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** The clocks of two machines drift apart by at most one part in this many. */
    private static final long CLOCKS_APART = 1_000;

    /** A ping under way this many times as long as the question and its answer would have arrived before them. */
    private static final long MUCH_LONGER = 10;

    private final LostPings lost;
    private final RunContext run;
    private final NatConsistencyCheck proof = new NatConsistencyCheck();
    private Optional<PingEvent.MappedAddress> mappedAddress = Optional.empty();

    LossVerdicts(LostPings lost, RunContext run) {
        this.lost = lost;
        this.run = run;
    }

    /**
     * Takes an answer.
     *
     * @param question that it answers
     * @param from where it came in
     * @param stampNanos when
     * @param againNanos when to ask again about pings whose replies are held back
     * @param last whether the run waits for nothing else
     */
    void tell(
            LossQuestion question,
            FateAnswer answer,
            PingSocket from,
            long stampNanos,
            long againNanos,
            boolean last) {
        see(answer.mappedAddress(), from);
        learn(question, answer, from, stampNanos);
        long tookNanos = stampNanos - question.sentNanos;
        for (int i = 0; i < question.pings().size(); i++) {
            InFlightPing ping = question.pings().get(i);
            RememberedFate fate = answer.fates().get(i);
            if (!lost.contains(ping)) {
                // Its reply came since it was asked about.
                continue;
            }
            if (fate == RememberedFate.HELD) {
                lost.postpone(ping, againNanos);
            } else if (fate == RememberedFate.UNSEEN
                    && mayStillArrive(ping, stampNanos, tookNanos, last)) {
                lost.postpone(ping, ping.sentNanos() + LostPings.SURE_AGE_NANOS);
            } else if (fate == RememberedFate.UNSEEN && isComplete(ping, answer, stampNanos)) {
                neverCame(question, ping, stampNanos);
            } else {
                lost.remove(ping);
                where(fate).ifPresent(where -> tell(ping, where));
            }
        }
    }

    /** What the answer shows of the addresses under which the server sees this machine and its ports. */
    private void learn(LossQuestion question, FateAnswer answer, PingSocket from, long stampNanos) {
        proof.seen(from, answer.mappedAddress().getAddress(), stampNanos);
        int last = question.pings().size();
        question.witness()
                .filter(ping -> answer.fates().get(last) == RememberedFate.UNSEEN)
                .filter(ping -> isComplete(ping, answer, stampNanos))
                .ifPresent(proof::missed);
        question.witness()
                .filter(ping -> isKnown(answer.fates().get(last)))
                .ifPresent(proof::remembered);
        for (int i = 0; i < last; i++) {
            if (isKnown(answer.fates().get(i))) {
                proof.remembered(question.pings().get(i));
            }
        }
    }

    private static boolean isKnown(RememberedFate fate) {
        return fate != RememberedFate.UNSEEN && fate != RememberedFate.UNANSWERED;
    }

    /** At the end, where somebody waits, a quick answer is enough. */
    private static boolean mayStillArrive(
            InFlightPing ping, long stampNanos, long tookNanos, boolean last) {
        long ageNanos = stampNanos - ping.sentNanos();
        return ageNanos < LostPings.SURE_AGE_NANOS
                && !(last && tookNanos * MUCH_LONGER <= ageNanos);
    }

    /** Under the address where the server looked, which need not be the one that the ping had. */
    private void neverCame(LossQuestion question, InFlightPing ping, long stampNanos) {
        if (proof.holdsFor(ping)) {
            lost.remove(ping);
            tell(ping, LossLocation.FORWARD_PATH);
        } else if (question.byOwnPort()) {
            lost.remove(ping);
        } else {
            lost.doubt(ping, stampNanos);
        }
    }

    private void tell(InFlightPing ping, LossLocation where) {
        run.tell(new PingEvent.Verdict(ping.sequence(), where));
    }

    private static Optional<LossLocation> where(RememberedFate fate) {
        return switch (fate) {
            case ANSWERED -> Optional.of(LossLocation.RETURN_PATH);
            case DROPPED -> Optional.of(LossLocation.SERVER);
            case LIMITED -> Optional.of(LossLocation.LIMITED);
            case UNSEEN, UNANSWERED, HELD -> Optional.empty();
        };
    }

    private static boolean isComplete(InFlightPing ping, FateAnswer answer, long stampNanos) {
        // From the sending to the answer, of which only the end is later than the server's look.
        long ageNanos = stampNanos - ping.sentNanos();
        long neededNanos = ageNanos + ageNanos / CLOCKS_APART + MARGIN_NANOS;
        return TimeUnit.MILLISECONDS.toNanos(answer.completeMillis()) >= neededNanos;
    }

    /** Of the port that the pings leave from, or nothing but questions. */
    private void see(InetSocketAddress endpoint, PingSocket from) {
        InetSocketAddress local = from.local();
        boolean known =
                mappedAddress
                        .filter(
                                before ->
                                        before.endpoint().equals(endpoint)
                                                && before.local().equals(local))
                        .isPresent();
        if (!known && !from.isRetired()) {
            PingEvent.MappedAddress seen =
                    new PingEvent.MappedAddress(endpoint, local, run.wallTime());
            mappedAddress = Optional.of(seen);
            run.tell(seen);
        }
    }
}
