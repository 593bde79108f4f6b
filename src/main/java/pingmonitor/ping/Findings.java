package pingmonitor.ping;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.Remembered;

/**
 * Makes verdicts of what the server remembers, and none where that proves nothing: that it never saw a ping only counts if it
 * has forgotten nothing since before the ping was sent, and looked among those of the right address.
 */
final class Findings {
    /** What is certain is one millisecond; the answer gives whole ones. */
    private static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Two machines' clocks do not run apart by more than a thousandth. */
    private static final long CLOCKS_APART = 1_000;

    /** A ping that was under way for as many times as long as the question and its answer would have come before. */
    private static final long MUCH_LONGER = 10;

    private final LostPings lost;
    private final Consumer<PingEvent> sink;
    private final InstantSource wallTime;
    private Optional<PingEvent.SeenAs> seenAs = Optional.empty();

    /** An older ping may have been seen under another address. */
    private Optional<Long> sameAddressSinceNanos = Optional.empty();

    Findings(LostPings lost, Consumer<PingEvent> sink, InstantSource wallTime) {
        this.lost = lost;
        this.sink = sink;
        this.wallTime = wallTime;
    }

    /**
     * Takes an answer.
     *
     * @param question that it answers
     * @param local where it came in
     * @param stampNanos when
     * @param againNanos when to ask again about pings whose replies are held back
     * @param last whether the run waits for nothing else
     */
    void tell(
            Question question,
            FateAnswer answer,
            InetSocketAddress local,
            long stampNanos,
            long againNanos,
            boolean last) {
        see(answer.seenAs(), local, stampNanos);
        long tookNanos = stampNanos - question.sentNanos;
        for (int i = 0; i < question.pings().size(); i++) {
            InFlight ping = question.pings().get(i);
            Remembered fate = answer.fates().get(i);
            if (!lost.contains(ping)) {
                // Its reply came since it was asked about.
                continue;
            }
            if (fate == Remembered.HELD) {
                lost.postpone(ping, againNanos);
            } else if (fate == Remembered.UNSEEN
                    && mayStillArrive(ping, stampNanos, tookNanos, last)) {
                lost.postpone(ping, ping.sentNanos + LostPings.SURE_AGE_NANOS);
            } else {
                tell(ping, fate, answer, local, stampNanos);
            }
        }
    }

    /** At the end, where somebody waits, a quick answer is enough. */
    private static boolean mayStillArrive(
            InFlight ping, long stampNanos, long tookNanos, boolean last) {
        long ageNanos = stampNanos - ping.sentNanos;
        return ageNanos < LostPings.SURE_AGE_NANOS
                && !(last && tookNanos * MUCH_LONGER <= ageNanos);
    }

    private void tell(
            InFlight ping,
            Remembered fate,
            FateAnswer answer,
            InetSocketAddress local,
            long stampNanos) {
        lost.remove(ping);
        boolean complete = isComplete(ping, answer, local.getAddress(), stampNanos);
        where(fate, complete)
                .ifPresent(where -> sink.accept(new PingEvent.Verdict(ping.sequence(), where)));
    }

    private static Optional<Where> where(Remembered fate, boolean complete) {
        return switch (fate) {
            case ANSWERED -> Optional.of(Where.BACK);
            case DROPPED -> Optional.of(Where.SERVER);
            case LIMITED -> Optional.of(Where.LIMITED);
            case UNSEEN -> complete ? Optional.of(Where.THERE) : Optional.empty();
            case UNANSWERED, HELD -> Optional.empty();
        };
    }

    private boolean isComplete(
            InFlight ping, FateAnswer answer, InetAddress local, long stampNanos) {
        // From the sending to the answer, of which only the end is later than the server's look.
        long ageNanos = stampNanos - ping.sentNanos;
        long neededNanos = ageNanos + ageNanos / CLOCKS_APART + MARGIN_NANOS;
        return TimeUnit.MILLISECONDS.toNanos(answer.completeMillis()) >= neededNanos
                && ping.link.transport.local().getAddress().equals(local)
                && sameAddressSinceNanos.filter(since -> ping.sentNanos - since <= 0).isEmpty();
    }

    private void see(InetSocketAddress endpoint, InetSocketAddress local, long stampNanos) {
        PingEvent.SeenAs seen = new PingEvent.SeenAs(endpoint, local, wallTime.instant());
        boolean another =
                seenAs.filter(
                                before ->
                                        !before.endpoint()
                                                .getAddress()
                                                .equals(endpoint.getAddress()))
                        .isPresent();
        if (another) {
            sameAddressSinceNanos = Optional.of(stampNanos);
        }
        boolean known =
                seenAs.filter(
                                before ->
                                        before.endpoint().equals(endpoint)
                                                && before.local().equals(local))
                        .isPresent();
        if (!known) {
            seenAs = Optional.of(seen);
            sink.accept(seen);
        }
    }
}
