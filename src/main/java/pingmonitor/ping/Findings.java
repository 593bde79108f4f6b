package pingmonitor.ping;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
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

    /** When to ask again about a ping whose reply is held back. */
    private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

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
     * @param pings that were asked about, in its order
     * @param local where it came in
     * @param stampNanos when
     */
    void tell(List<InFlight> pings, FateAnswer answer, InetSocketAddress local, long stampNanos) {
        see(answer.seenAs(), local, stampNanos);
        for (int i = 0; i < pings.size(); i++) {
            InFlight ping = pings.get(i);
            // Its reply may have come since it was asked about.
            if (lost.contains(ping)) {
                tell(ping, answer.fates().get(i), answer, local, stampNanos);
            }
        }
    }

    private void tell(
            InFlight ping,
            Remembered fate,
            FateAnswer answer,
            InetSocketAddress local,
            long stampNanos) {
        if (fate == Remembered.HELD) {
            lost.postpone(ping, stampNanos + HELD_NANOS);
            return;
        }
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
