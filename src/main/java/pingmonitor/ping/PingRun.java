package pingmonitor.ping;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import pingmonitor.ping.delay.LocalDelay;
import pingmonitor.ping.delay.LocalDelayLog;
import pingmonitor.ping.delay.PauseDetector;
import pingmonitor.wire.DisplayText;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.ReplyContent;

/**
 * A run as a machine that is told what happens (time, datagrams, bad news) and acts on it; it never waits and has no
 * thread. Not safe for threads: whoever drives it holds one lock.
 */
final class PingRun implements RunContext {
    /**
     * A reply may be stamped in time and reach this machine a moment after its time is up; so long a time-out is not
     * declared. Whether the reply was on time is decided by its stamp.
     */
    static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** When no ping timed out only duplicates can still come, and those follow close behind. */
    static final long DUPLICATE_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** A second copy of a reply follows its first this closely, as far as nothing shows otherwise. */
    static final long COPY_FOLLOWS_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Whether a server sends further replies, much later than the first, has shown itself after so many pings. */
    static final int REPLIES_UNTIL_KNOWN = 2;

    /** How often to look for a suspend of this machine while a ping waits. */
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Logger LOG = System.getLogger(PingRun.class.getName());

    private final PingPlan plan;
    private final InetSocketAddress remote;
    private final Consumer<PingEvent> sink;
    private final LongSupplier nanoTime;
    private final InstantSource wallTime;
    private final OutgoingDatagram outgoing;
    private final PingRegister book = new PingRegister();
    private final ReplyMatcher matcher = new ReplyMatcher(book);
    private final Pace pace;
    private final SocketPool ports;
    private final PauseDetector suspends = PauseDetector.ofSuspends();
    private final LocalDelayLog localDelays = new LocalDelayLog();
    private final RunExtension extension;

    private Instant startedAt = Instant.EPOCH;
    private long startNanos;
    private long lastSequence;
    private boolean anyVerified;
    private boolean anyTimedOut;

    /** Whether a second copy came of a reply that does not name its ping beyond doubt. */
    private boolean copiesCome;

    private long unverifiedReplies;
    private OptionalLong latestUnverifiedNanos = OptionalLong.empty();
    private boolean closed;
    private boolean stopped;
    private OptionalLong endNanos = OptionalLong.empty();
    private Optional<Problem> deafness = Optional.empty();
    private Optional<PingEvent.Outcome> outcome = Optional.empty();

    /**
     * @param extensions makes what accompanies the run
     * @throws IOException when not even the first port can be opened
     */
    PingRun(
            PingPlan plan,
            InetSocketAddress remote,
            Consumer<PingEvent> sink,
            RunExtension.Factory extensions,
            SocketPool.LinkOpener opener,
            LongSupplier nanoTime,
            InstantSource wallTime)
            throws IOException {
        this.plan = plan;
        this.remote = remote;
        this.sink = sink;
        this.nanoTime = nanoTime;
        this.wallTime = wallTime;
        this.outgoing = new OutgoingDatagram(plan.messageBytes());
        this.pace = Pace.of(plan.pacing());
        this.ports = new SocketPool(opener, pace.nanosBetweenPorts(), nanoTime.getAsLong());
        this.extension = extensions.create(this);
    }

    /** Begins the run; the first ping leaves at the next {@link #onTime}. */
    void begin() {
        startedAt = wallTime.instant();
        sink.accept(new PingEvent.Started(remote, startedAt));
        startNanos = nanoTime.getAsLong();
        pace.begin(startNanos);
        suspends.attend(startNanos);
        extension.begun(startNanos);
    }

    /** Whether nothing that happens is acted on any more. */
    boolean finished() {
        return closed || outcome.isPresent();
    }

    /** How the run ended, once it has. */
    Optional<PingEvent.Outcome> outcome() {
        return outcome;
    }

    /** When the next ping is to leave; empty where it waits for another's fate, or there is none. */
    OptionalLong sendNanos() {
        return moreToSend() ? pace.dueNanos() : OptionalLong.empty();
    }

    /** When the latest of the pings that wait was sent; empty when none waits. */
    OptionalLong latestSentNanos() {
        return book.latestSentNanos();
    }

    /** When {@link #onTime} is to be called next, if nothing happens before. */
    long wakeNanos() {
        OptionalLong next = earlier(sendNanos(), earlier(endDueNanos(), extension.dueNanos()));
        if (!book.noneWaiting()) {
            next = earlier(next, OptionalLong.of(suspends.attendedNanos() + LOOK_EVERY_NANOS));
            next = earlier(next, OptionalLong.of(overdueNanos(book.oldestWaiting().orElseThrow())));
        }
        return next.orElseGet(nanoTime);
    }

    /** Does whatever is due now. */
    void onTime() {
        if (finished()) {
            return;
        }
        long now = look();
        sendIfDue();
        while (book.oldestWaiting().filter(ping -> now - overdueNanos(ping) >= 0).isPresent()) {
            timeOut(book.oldestWaiting().orElseThrow());
        }
        sendIfDue();
        extension.onTime(now);
        endIfDue(now);
    }

    private void endIfDue(long now) {
        OptionalLong end = endDueNanos();
        if (end.isPresent() && now - end.getAsLong() >= 0) {
            finish(stopped ? PingEvent.Outcome.STOPPED : PingEvent.Outcome.COMPLETED);
        }
    }

    @Override
    public PingSocket spareSocket() {
        if (namesItsPings()) {
            return ports.current();
        }
        try {
            return ports.aside();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no spare port", e);
            return ports.current();
        }
    }

    /** A datagram came in on a link, stamped right after it was read. */
    void onDatagram(PingSocket from, ByteBuffer datagram, long stampNanos) {
        if (finished()) {
            return;
        }
        look();
        deafness = Optional.empty();
        ReplyContent content = ReplyContent.read(datagram);
        Optional<ReplyMatcher.Match> verified = matcher.verified(content);
        if (verified.isPresent()) {
            answered(verified.get(), stampNanos, datagram);
        } else if (!extension.takesDatagram(from, datagram, content, stampNanos)) {
            matcher.unverified(from, content, namesItsPings())
                    .ifPresentOrElse(
                            match -> answered(match, stampNanos, datagram),
                            () -> foreign(reply(datagram, ReplyMatch.UNNAMED)));
        }
        sendIfDue();
    }

    /** The network said that a datagram sent from a link was refused. */
    void onUnreachable(PingSocket from, long stampNanos, PingEvent.Refusal refusal) {
        if (finished()) {
            return;
        }
        look();
        if (!extension.takesRefusal(from, stampNanos)) {
            refused(from, ping -> ping.sentNanos - stampNanos <= 0, stampNanos, refusal);
        }
        sendIfDue();
    }

    /** Nothing can be read from a link, for now or, with the port closed, for ever. */
    void onReceiveFailed(PingSocket from, IOException error) {
        if (finished() || !ports.isCurrent(from)) {
            return;
        }
        look();
        ports.wantFresh();
        Problem problem = ProblemClassifier.of(error, plan);
        if (!deafness.equals(Optional.of(problem))) {
            deafness = Optional.of(problem);
            sink.accept(new PingEvent.ReceiveFailed(wallTime.instant(), problem));
        }
    }

    /**
     * In a time that is just over this machine could not attend to the run. Pings that wait are judged by it when they are
     * settled, those settled last at once.
     */
    void onHeldUp(long fromNanos, long untilNanos) {
        if (finished()) {
            return;
        }
        localDelays.add(fromNanos, untilNanos);
        book.settledSince(fromNanos)
                .forEach(
                        ping ->
                                tellIfHeldUp(
                                        ping,
                                        LocalDelayLog.overlapNanos(
                                                ping.sentNanos,
                                                ping.settledNanos,
                                                fromNanos,
                                                untilNanos)));
    }

    /**
     * Ends the run: no ping leaves any more, and those under way are cancelled, not lost. Where the server is being asked about
     * lost ones, a moment later: a second at most.
     */
    void stop() {
        if (finished() || stopped) {
            return;
        }
        stopped = true;
        if (endNanos.isPresent()) {
            finish(PingEvent.Outcome.COMPLETED);
            return;
        }
        long now = nanoTime.getAsLong();
        for (InFlightPing ping : book.waiting()) {
            settle(ping, InFlightPing.State.CANCELLED, now);
            sink.accept(new PingEvent.Cancelled(ping.sequence()));
        }
        endNanos = OptionalLong.of(now);
        extension.stopped(now);
        endIfDue(now);
    }

    /** Closes every port; what still comes in changes nothing more. */
    void close() {
        closed = true;
        ports.close();
    }

    /** Tells of a standstill that is just over, before anything else is told. */
    private long look() {
        long now = nanoTime.getAsLong();
        OptionalLong stoodStill = suspends.check(wakeNanos(), now, 0);
        stoodStill.ifPresent(
                nanos -> sink.accept(new PingEvent.Stalled(wallTime.instant(), nanos)));
        return now;
    }

    private void foreign(Reply datagram) {
        extension.foreign();
        sink.accept(new PingEvent.Foreign(datagram));
    }

    /** With several under way, the news is taken to be about the latest that it can be about. */
    private void refused(
            PingSocket from,
            Predicate<InFlightPing> before,
            long stampNanos,
            PingEvent.Refusal refusal) {
        Optional<InFlightPing> refused =
                book.latestWaiting(ping -> ping.link == from && before.test(ping))
                        .or(() -> from.last().filter(before).filter(PingRun::timedOut));
        if (refused.isEmpty()) {
            return;
        }
        InFlightPing ping = refused.get();
        boolean waited = settle(ping, InFlightPing.State.UNREACHABLE, stampNanos);
        if (waited) {
            extension.lost(ping);
        }
        sink.accept(
                new PingEvent.Unreachable(ping.sequence(), stampNanos - ping.sentNanos, refusal));
        tellIfHeldUp(ping, longestDelayNanos(ping));
        if (waited) {
            moveOn(true);
        }
    }

    private static boolean timedOut(InFlightPing ping) {
        return ping.state == InFlightPing.State.TIMED_OUT;
    }

    private void answered(ReplyMatcher.Match match, long stampNanos, ByteBuffer datagram) {
        InFlightPing ping = match.ping();
        Reply reply = reply(datagram, match.how());
        anyVerified |= reply.verified();
        if (ping.state == InFlightPing.State.CANCELLED) {
            return;
        }
        long rttNanos = stampNanos - ping.sentNanos;
        if (ping.answered()) {
            copiesCome |= !reply.verified();
            sink.accept(new PingEvent.Duplicate(ping.sequence(), rttNanos, reply));
            return;
        }
        // News of an earlier ping may have been taken for this one's; a reply in time proves
        // better.
        boolean open = ping.waiting() || ping.state == InFlightPing.State.UNREACHABLE;
        boolean onTime = open && rttNanos <= plan.timeout().toNanos();
        if (ping.waiting() && !onTime) {
            timeOut(ping);
        }
        boolean waited = settle(ping, InFlightPing.State.ANSWERED, stampNanos);
        extension.answered(ping, reply.verified());
        if (!reply.verified()) {
            unverifiedReplies++;
            latestUnverifiedNanos = OptionalLong.of(stampNanos);
        }
        sink.accept(
                onTime
                        ? new PingEvent.Replied(ping.sequence(), rttNanos, reply)
                        : new PingEvent.Late(ping.sequence(), rttNanos, reply));
        tellIfHeldUp(ping, longestDelayNanos(ping));
        if (waited) {
            moveOn(false);
        }
    }

    private void timeOut(InFlightPing ping) {
        // Whatever held this machine up after that has nothing to do with it.
        settle(ping, InFlightPing.State.TIMED_OUT, ping.sentNanos + plan.timeout().toNanos());
        anyTimedOut = true;
        extension.lost(ping);
        if (!namesItsPings()) {
            // Its reply may still come. Without number and time it could be taken for the next
            // ping's, unless that one leaves from another port.
            ports.wantFresh();
        }
        sink.accept(new PingEvent.TimedOut(ping.sequence()));
        tellIfHeldUp(ping, longestDelayNanos(ping));
        moveOn(false);
    }

    private long longestDelayNanos(InFlightPing settled) {
        return localDelays.longestNanos(settled.sentNanos, settled.settledNanos);
    }

    private void tellIfHeldUp(InFlightPing settled, long heldUpNanos) {
        if (settled.state != InFlightPing.State.CANCELLED
                && heldUpNanos > settled.heldUpNanos
                && LocalDelay.matters(heldUpNanos, settled.underWayNanos())) {
            settled.heldUpNanos = heldUpNanos;
            sink.accept(new PingEvent.HeldUp(settled.sequence(), heldUpNanos));
        }
    }

    /** Whether the server is known to send back what it got, so that no reply is taken for another's. */
    private boolean namesItsPings() {
        return anyVerified || extension.knowsServer();
    }

    private boolean settle(InFlightPing ping, InFlightPing.State state, long atNanos) {
        boolean waited = book.settle(ping, state, atNanos);
        if (waited) {
            ping.link.settled();
        }
        return waited;
    }

    /** After a ping was settled or could not be sent. */
    private void moveOn(boolean error) {
        long now = nanoTime.getAsLong();
        pace.settled(now, error);
        extension.idle(pace.idleWindow(now));
        boolean over = !moreToSend() && book.noneWaiting();
        if (over && endNanos.isEmpty()) {
            long timeoutNanos = plan.timeout().toNanos();
            long waitNanos =
                    anyTimedOut ? timeoutNanos : Math.min(timeoutNanos, DUPLICATE_WAIT_NANOS);
            endNanos = OptionalLong.of(now + waitNanos);
            extension.settled(now);
        }
    }

    private boolean moreToSend() {
        return !stopped && (plan.untilStopped() || lastSequence < plan.count());
    }

    private void sendIfDue() {
        OptionalLong due = sendNanos();
        long now = nanoTime.getAsLong();
        if (due.isEmpty() || now - due.getAsLong() < 0) {
            return;
        }
        if (!pace.waitsForReplies() || !extension.takesTurn(now)) {
            sendNext(now);
        }
    }

    @Override
    public PingPlan plan() {
        return plan;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public Instant wallTime() {
        return wallTime.instant();
    }

    @Override
    public long spareSequence() {
        return (plan.untilStopped() ? PingPlan.MAX_COUNT : plan.count()) + 1;
    }

    @Override
    public void tell(PingEvent event) {
        sink.accept(event);
    }

    @Override
    public void refused(PingSocket from, long stampNanos, PingEvent.Refusal refusal) {
        refused(from, ping -> true, stampNanos, refusal);
    }

    @Override
    public void holdPings(long nowNanos) {
        pace.leave(nowNanos);
    }

    @Override
    public void releasePings(long nowNanos) {
        pace.settled(nowNanos, false);
    }

    private void sendNext(long now) {
        long missed = pace.leave(now);
        extension.idle(pace.idleWindow(now));
        long sequence = ++lastSequence;
        if (missed > 0) {
            sink.accept(new PingEvent.Missed(sequence, missed, wallTime.instant()));
        }
        try {
            send(sequence, now);
        } catch (IOException e) {
            // The way out may have changed with the network: the next try chooses it anew.
            ports.wantFresh();
            sink.accept(
                    new PingEvent.SendFailed(
                            sequence, wallTime.instant(), ProblemClassifier.of(e, plan)));
            moveOn(true);
        }
    }

    private void send(long sequence, long now) throws IOException {
        if (!namesItsPings() && (ports.current().busy() || copyMayBeTakenForNext(now))) {
            ports.wantFresh();
        }
        PingSocket link = ports.forNext(now);
        Instant at = wallTime.instant();
        InFlightPing ping =
                new InFlightPing(PingRequest.of(sequence, at, plan.messageBytes()), link);
        int bytes = outgoing.prepare(ping.request);
        transmit(ping);
        link.sent(ping);
        sink.accept(new PingEvent.Sent(sequence, at, bytes));
    }

    /** A copy of a reply that names no ping can only be told from the next ping's reply by the port that it comes to. */
    private boolean copyMayBeTakenForNext(long now) {
        return latestUnverifiedNanos.isPresent()
                && (copiesCome
                        || unverifiedReplies <= REPLIES_UNTIL_KNOWN
                        || now - latestUnverifiedNanos.getAsLong() < COPY_FOLLOWS_WITHIN_NANOS);
    }

    private void transmit(InFlightPing ping) throws IOException {
        Transmission transmission = new Transmission(ping, outgoing, nanoTime);
        book.add(ping);
        try {
            transmission.send();
        } catch (IOException e) {
            book.remove(ping);
            throw e;
        } finally {
            transmission.news().forEach(each -> tell(each, ping));
        }
    }

    private void tell(Transmission.News news, InFlightPing sentNow) {
        if (extension.takesRefusal(sentNow.link, news.stampNanos())) {
            return;
        }
        refused(sentNow.link, earlier -> earlier != sentNow, news.stampNanos(), news.refusal());
    }

    private void finish(PingEvent.Outcome how) {
        outcome = Optional.of(how);
        endNanos = OptionalLong.empty();
        // Counted from the start by a clock that nobody sets.
        Instant at = startedAt.plusNanos(nanoTime.getAsLong() - startNanos);
        sink.accept(new PingEvent.Finished(how, at));
    }

    /** When the run is to end, which a question about lost pings may put off. */
    private OptionalLong endDueNanos() {
        OptionalLong held = extension.holdsUntilNanos();
        boolean putOff =
                endNanos.isPresent()
                        && held.isPresent()
                        && held.getAsLong() - endNanos.getAsLong() > 0;
        return putOff ? held : endNanos;
    }

    private long overdueNanos(InFlightPing ping) {
        return ping.sentNanos + plan.timeout().toNanos() + GRACE_NANOS;
    }

    private static OptionalLong earlier(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.getAsLong() - other.getAsLong() <= 0 ? one : other;
    }

    private Reply reply(ByteBuffer datagram, ReplyMatch match) {
        return new Reply(DisplayText.of(datagram), datagram.remaining(), remote, match);
    }
}
