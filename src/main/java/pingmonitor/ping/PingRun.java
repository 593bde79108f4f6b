package pingmonitor.ping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import pingmonitor.wire.DisplayText;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.ReplyContent;

/**
 * Stop-and-wait as a machine that is told what happens (time, datagrams, bad news) and acts on it; it never waits and
 * has no thread. Not safe for threads: whoever drives it holds one lock.
 */
final class PingRun {
    /**
     * A reply may be stamped in time and reach this machine a moment after its time is up; so long a time-out is not
     * declared. Whether the reply was on time is decided by its stamp.
     */
    static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Even with pause 0 nobody is asked more often than this when the answer is an error that comes at once. */
    static final long PAUSE_AFTER_ERROR_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** When no ping timed out only duplicates can still come, and those follow close behind. */
    static final long DUPLICATE_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** So many settled pings are remembered; a reply to an older one is foreign. */
    static final int MOST_REMEMBERED = 1 << 16;

    /** So many earlier ports stay open for late replies that name no ping. */
    static final int MOST_RETIRED_LINKS = 4;

    /** Opens a further port and lets its datagrams come in. */
    @FunctionalInterface
    interface LinkOpener {
        Link open() throws IOException;
    }

    private final PingPlan plan;
    private final InetSocketAddress remote;
    private final Consumer<PingEvent> sink;
    private final LinkOpener opener;
    private final LongSupplier nanoTime;
    private final InstantSource wallTime;
    private final Map<Long, InFlight> pings = new HashMap<>();
    private final Deque<Link> retired = new ArrayDeque<>();

    private Link link;
    private Optional<InFlight> outstanding = Optional.empty();
    private long lastSequence;
    private boolean freshPortWanted;
    private boolean anyVerified;
    private boolean anyTimedOut;
    private OptionalLong nextSendNanos;
    private OptionalLong endNanos = OptionalLong.empty();
    private Optional<PingEvent.Outcome> outcome = Optional.empty();

    /**
     * @throws IOException when not even the first port can be opened
     */
    PingRun(
            PingPlan plan,
            InetSocketAddress remote,
            Consumer<PingEvent> sink,
            LinkOpener opener,
            LongSupplier nanoTime,
            InstantSource wallTime)
            throws IOException {
        this.plan = plan;
        this.remote = remote;
        this.sink = sink;
        this.opener = opener;
        this.nanoTime = nanoTime;
        this.wallTime = wallTime;
        this.link = opener.open();
        this.nextSendNanos = OptionalLong.of(nanoTime.getAsLong());
    }

    /** Begins the run; the first ping leaves at the next {@link #onTime}. */
    void begin() {
        sink.accept(new PingEvent.Started(remote, wallTime.instant()));
    }

    boolean finished() {
        return outcome.isPresent();
    }

    /** How the run ended, once it has. */
    Optional<PingEvent.Outcome> outcome() {
        return outcome;
    }

    /** When {@link #onTime} is to be called next, if nothing happens before. */
    long wakeNanos() {
        if (outstanding.isPresent()) {
            return deadlineNanos(outstanding.get()) + GRACE_NANOS;
        }
        return nextSendNanos.orElseGet(() -> endNanos.orElseGet(nanoTime));
    }

    /** Does whatever is due now. */
    void onTime() {
        if (finished()) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (outstanding.isPresent() && now - deadlineNanos(outstanding.get()) >= GRACE_NANOS) {
            timeOut(outstanding.get());
        }
        if (nextSendNanos.isPresent() && now - nextSendNanos.getAsLong() >= 0) {
            sendNext();
        }
        if (endNanos.isPresent() && now - endNanos.getAsLong() >= 0) {
            finish(PingEvent.Outcome.COMPLETED);
        }
    }

    /** A datagram came in on a link, stamped right after it was read. */
    void onDatagram(Link from, ByteBuffer datagram, long stampNanos) {
        if (finished()) {
            return;
        }
        ReplyContent content = ReplyContent.read(datagram);
        Optional<InFlight> named = named(content);
        if (named.isPresent()) {
            anyVerified = true;
            answered(named.get(), stampNanos, reply(datagram, true));
            return;
        }
        Optional<InFlight> meant =
                from.onlyUnanswered()
                        .or(from::only)
                        .filter(ping -> content.mayBeOwnTextFor(ping.sequence()));
        if (meant.isPresent()) {
            answered(meant.get(), stampNanos, reply(datagram, false));
        } else {
            sink.accept(new PingEvent.Foreign(reply(datagram, false)));
        }
    }

    /** The network said that a datagram sent from a link was refused. */
    void onUnreachable(Link from, long stampNanos, PingEvent.Refusal refusal) {
        if (finished()) {
            return;
        }
        Optional<InFlight> refused = from.last().filter(this::canBeRefused);
        if (refused.isEmpty()) {
            return;
        }
        InFlight ping = refused.get();
        boolean wasOutstanding = ping.waiting();
        ping.state = InFlight.State.UNREACHABLE;
        sink.accept(
                new PingEvent.Unreachable(ping.sequence(), stampNanos - ping.sentNanos, refusal));
        if (wasOutstanding) {
            settled(ping, Math.max(plan.pause().toNanos(), PAUSE_AFTER_ERROR_NANOS));
        }
    }

    /** Ends the run now. Pings under way are cancelled, not lost. */
    void stop() {
        if (finished()) {
            return;
        }
        boolean allDone = endNanos.isPresent();
        outstanding.ifPresent(ping -> sink.accept(new PingEvent.Cancelled(ping.sequence())));
        outstanding = Optional.empty();
        finish(allDone ? PingEvent.Outcome.COMPLETED : PingEvent.Outcome.STOPPED);
    }

    /** Closes every port. */
    void close() {
        link.transport.close();
        retired.forEach(old -> old.transport.close());
    }

    private Optional<InFlight> named(ReplyContent content) {
        if (content.sequence().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(pings.get(content.sequence().getAsLong()))
                .filter(ping -> content.answers(ping.request));
    }

    private boolean canBeRefused(InFlight ping) {
        return ping.waiting() || ping.state == InFlight.State.TIMED_OUT;
    }

    private void answered(InFlight ping, long stampNanos, Reply reply) {
        long rttNanos = stampNanos - ping.sentNanos;
        if (ping.state == InFlight.State.ANSWERED) {
            sink.accept(new PingEvent.Duplicate(ping.sequence(), rttNanos, reply));
            return;
        }
        // News of an earlier ping may have been taken for this one's; a reply in time proves
        // better.
        boolean open = ping.waiting() || ping.state == InFlight.State.UNREACHABLE;
        boolean onTime = open && rttNanos <= plan.timeout().toNanos();
        if (ping.waiting() && !onTime) {
            timeOut(ping);
        }
        ping.state = InFlight.State.ANSWERED;
        // A second copy of a reply that names no ping could be taken for the next one's.
        freshPortWanted |= !reply.verified() && !anyVerified;
        if (onTime) {
            sink.accept(new PingEvent.Replied(ping.sequence(), rttNanos, reply));
            settled(ping, plan.pause().toNanos());
        } else {
            sink.accept(new PingEvent.Late(ping.sequence(), rttNanos, reply));
        }
    }

    private void timeOut(InFlight ping) {
        ping.state = InFlight.State.TIMED_OUT;
        anyTimedOut = true;
        // Its reply may still come. Without number and time it could be taken for the next ping's,
        // unless that
        // one leaves from another port.
        freshPortWanted |= !anyVerified;
        sink.accept(new PingEvent.TimedOut(ping.sequence()));
        settled(ping, plan.pause().toNanos());
    }

    private void settled(InFlight ping, long pauseNanos) {
        if (outstanding.filter(ping::equals).isEmpty()) {
            return;
        }
        outstanding = Optional.empty();
        schedule(pauseNanos);
        if (pauseNanos == 0 && nextSendNanos.isPresent()) {
            sendNext();
        }
    }

    private void schedule(long pauseNanos) {
        long now = nanoTime.getAsLong();
        if (plan.untilStopped() || lastSequence < plan.count()) {
            nextSendNanos = OptionalLong.of(now + pauseNanos);
        } else {
            long timeoutNanos = plan.timeout().toNanos();
            long waitNanos =
                    anyTimedOut ? timeoutNanos : Math.min(timeoutNanos, DUPLICATE_WAIT_NANOS);
            endNanos = OptionalLong.of(now + waitNanos);
        }
    }

    private void sendNext() {
        nextSendNanos = OptionalLong.empty();
        long sequence = ++lastSequence;
        pings.remove(sequence - MOST_REMEMBERED);
        try {
            if (freshPortWanted) {
                moveToFreshPort();
            }
            send(sequence);
        } catch (IOException e) {
            pings.remove(sequence);
            // The way out may have changed with the network: the next try chooses it anew.
            freshPortWanted = true;
            sink.accept(
                    new PingEvent.SendFailed(sequence, wallTime.instant(), Problems.of(e, plan)));
            schedule(Math.max(plan.pause().toNanos(), PAUSE_AFTER_ERROR_NANOS));
        }
    }

    private void send(long sequence) throws IOException {
        Instant at = wallTime.instant();
        PingRequest request = PingRequest.of(sequence, at, plan.messageBytes());
        ByteBuffer message = request.encode();
        InFlight ping = sendOn(request, message);
        outstanding = Optional.of(ping);
        link.sent(ping);
        sink.accept(new PingEvent.Sent(sequence, at, message.limit()));
    }

    private InFlight sendOn(PingRequest request, ByteBuffer message) throws IOException {
        try {
            return timedSend(request, message);
        } catch (IOException e) {
            // News about the ping before comes out at the next send, which then has not happened:
            // send again. If the
            // error is about this one, it comes again.
            long stampNanos = nanoTime.getAsLong();
            InFlight ping = timedSend(request, message.rewind());
            onUnreachable(link, stampNanos, Problems.refusal(e).orElse(PingEvent.Refusal.HOST));
            return ping;
        }
    }

    private InFlight timedSend(PingRequest request, ByteBuffer message) throws IOException {
        InFlight ping = new InFlight(request, link, nanoTime.getAsLong());
        pings.put(request.sequence(), ping);
        link.transport.send(message);
        return ping;
    }

    private void moveToFreshPort() throws IOException {
        Link fresh = opener.open();
        freshPortWanted = false;
        retired.addLast(link);
        if (retired.size() > MOST_RETIRED_LINKS) {
            retired.removeFirst().transport.close();
        }
        link = fresh;
    }

    private void finish(PingEvent.Outcome how) {
        outcome = Optional.of(how);
        nextSendNanos = OptionalLong.empty();
        endNanos = OptionalLong.empty();
        sink.accept(new PingEvent.Finished(how, wallTime.instant()));
    }

    private long deadlineNanos(InFlight ping) {
        return ping.sentNanos + plan.timeout().toNanos();
    }

    private Reply reply(ByteBuffer datagram, boolean verified) {
        return new Reply(DisplayText.of(datagram), datagram.remaining(), remote, verified);
    }
}
