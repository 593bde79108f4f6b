package pingmonitor.ping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import pingmonitor.ping.delay.PauseDetector;

/**
 * The state machine of a run: it is told of the time, of datagrams and of refusals, and sends, settles and ends. It has
 * no thread and never waits. Not safe for threads: whoever drives it holds one lock.
 */
final class PingRun implements RunContext {
    /** How long after its end a time-out is declared: a reply that was stamped on time may be told a moment later. */
    static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** How often to look for a suspend of this machine while a ping waits. */
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PingPlan plan;
    private final InetSocketAddress remote;
    private final Consumer<PingEvent> sink;
    private final LongSupplier nanoTime;
    private final RunTimeline timeline;
    private final PingRegister register = new PingRegister();
    private final Pace pace;
    private final SocketPool sockets;
    private final PauseDetector suspends = PauseDetector.ofSuspends();
    private final RunExtension extension;
    private final ReplyStyle style;
    private final PingSettlement settlement;
    private final IncomingDatagrams incoming;
    private final PingSender sender;

    private long lastSequence;
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
            RunTimeline timeline)
            throws IOException {
        this.plan = plan;
        this.remote = remote;
        this.sink = sink;
        this.nanoTime = nanoTime;
        this.timeline = timeline;
        this.pace = Pace.of(plan.pacing());
        this.sockets = new SocketPool(opener, pace.nanosBetweenPorts(), nanoTime.getAsLong());
        this.extension = extensions.create(plan, remote, this);
        this.style = new ReplyStyle(extension);
        this.settlement =
                new PingSettlement(
                        plan.timeout().toNanos(), register, sockets, style, extension, sink);
        this.incoming = new IncomingDatagrams(remote, register, style, settlement, extension, sink);
        this.sender =
                new PingSender(plan.messageBytes(), register, sockets, style, nanoTime, timeline);
    }

    /** Begins the run; the first ping leaves at the next {@link #onTime}. */
    void begin() {
        sink.accept(new PingEvent.Started(remote, timeline.begin()));
        long startNanos = nanoTime.getAsLong();
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
        return register.latestSentNanos();
    }

    /** When {@link #onTime} is to be called next, if nothing happens before. */
    long wakeNanos() {
        OptionalLong next =
                NanoTimes.earlier(
                        sendNanos(), NanoTimes.earlier(endDueNanos(), extension.dueNanos()));
        if (!register.noneWaiting()) {
            long lookNanos = suspends.attendedNanos() + LOOK_EVERY_NANOS;
            long overdueNanos = overdueNanos(register.oldestWaiting().orElseThrow());
            next = NanoTimes.earlier(next, OptionalLong.of(lookNanos));
            next = NanoTimes.earlier(next, OptionalLong.of(overdueNanos));
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
        while (register.oldestWaiting().filter(ping -> now - overdueNanos(ping) >= 0).isPresent()) {
            settlement.timeOut(register.oldestWaiting().orElseThrow());
            moveOn(false);
        }
        sendIfDue();
        extension.onTime(now);
        endIfDue(now);
    }

    private void endIfDue(long now) {
        if (NanoTimes.isDue(endDueNanos(), now)) {
            finish(stopped ? PingEvent.Outcome.STOPPED : PingEvent.Outcome.COMPLETED);
        }
    }

    @Override
    public PingSocket spareSocket() {
        return style.namesPings() ? sockets.current() : sockets.asideOrCurrent();
    }

    /** A datagram came in on a link, stamped right after it was read. */
    void onDatagram(PingSocket from, ByteBuffer datagram, long stampNanos) {
        if (finished()) {
            return;
        }
        look();
        deafness = Optional.empty();
        if (incoming.datagram(from, datagram, stampNanos)) {
            moveOn(false);
        }
        sendIfDue();
    }

    /** The network said that a datagram sent from a link was refused. */
    void onUnreachable(PingSocket from, long stampNanos, PingEvent.Refusal refusal) {
        if (finished()) {
            return;
        }
        look();
        if (incoming.refusal(from, stampNanos, refusal)) {
            moveOn(true);
        }
        sendIfDue();
    }

    /** Nothing can be read from a link, for now or, with the port closed, for ever. */
    void onReceiveFailed(PingSocket from, IOException error) {
        if (finished() || !sockets.isCurrent(from)) {
            return;
        }
        look();
        sockets.wantFresh();
        Problem problem = ProblemClassifier.of(error, plan);
        if (!deafness.equals(Optional.of(problem))) {
            deafness = Optional.of(problem);
            sink.accept(new PingEvent.ReceiveFailed(timeline.now().at(), problem));
        }
    }

    /** This machine could not attend to the run in a time that is just over. */
    void onHeldUp(long fromNanos, long untilNanos) {
        if (!finished()) {
            settlement.addDelay(fromNanos, untilNanos);
        }
    }

    /**
     * Ends the run: no ping leaves any more, and those under way are cancelled, not lost. The extension may put the end
     * off by a second at most.
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
        settlement.cancelAll(now);
        endNanos = OptionalLong.of(now);
        extension.stopped(now);
        endIfDue(now);
    }

    /** Closes every port; what still comes in changes nothing more. */
    void close() {
        closed = true;
        sockets.close();
    }

    /** Tells of a standstill that is just over, before anything else is told. */
    private long look() {
        long now = nanoTime.getAsLong();
        OptionalLong asleep = timeline.sleptNanos();
        OptionalLong stoodStill = suspends.check(wakeNanos(), now, 0);
        (asleep.isPresent() ? asleep : stoodStill).ifPresent(this::tellStalled);
        return now;
    }

    private void tellStalled(long nanos) {
        RunTimeline.Moment moment = timeline.now();
        sink.accept(new PingEvent.Stalled(moment.at(), moment.runNanos(), nanos));
    }

    /** After a ping was settled or could not be sent. */
    private void moveOn(boolean error) {
        long now = nanoTime.getAsLong();
        pace.settled(now, error);
        extension.idle(pace.idleWindow(now));
        boolean over = !moreToSend() && register.noneWaiting();
        if (over && endNanos.isEmpty()) {
            endNanos = OptionalLong.of(now + settlement.stragglerNanos());
            extension.settled(now);
        }
    }

    private boolean moreToSend() {
        return !stopped && (plan.untilStopped() || lastSequence < plan.count());
    }

    private void sendIfDue() {
        long now = nanoTime.getAsLong();
        if (NanoTimes.isDue(sendNanos(), now)
                && (!pace.waitsForReplies() || !extension.takesTurn(now))) {
            sendNext(now);
        }
    }

    @Override
    public Instant wallTime() {
        return timeline.now().at();
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
        if (incoming.refused(from, ping -> true, stampNanos, refusal)) {
            moveOn(true);
        }
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
            RunTimeline.Moment moment = timeline.now();
            sink.accept(new PingEvent.Missed(sequence, missed, moment.at(), moment.runNanos()));
        }
        try {
            sink.accept(sender.send(sequence, now, this::onNews));
        } catch (IOException e) {
            // The way out may have changed with the network: the next try chooses it anew.
            sockets.wantFresh();
            RunTimeline.Moment moment = timeline.now();
            sink.accept(
                    new PingEvent.SendFailed(
                            sequence,
                            moment.at(),
                            moment.runNanos(),
                            ProblemClassifier.of(e, plan)));
            moveOn(true);
        }
    }

    private void onNews(InFlightPing sentNow, Transmission.News news) {
        if (incoming.refusalBefore(sentNow, news)) {
            moveOn(true);
        }
    }

    private void finish(PingEvent.Outcome how) {
        outcome = Optional.of(how);
        endNanos = OptionalLong.empty();
        sink.accept(new PingEvent.Finished(how, timeline.end()));
    }

    /** When the run is to end, which the extension may put off. */
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
}
