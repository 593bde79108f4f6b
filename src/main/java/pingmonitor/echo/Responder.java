package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.echo.fate.Fate;
import pingmonitor.wire.DisplayText;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.RememberedFate;
import pingmonitor.wire.ReplyContent;

/**
 * Answers datagrams, at once or later, and emits an event for each. The events of one path are in the order that the
 * client can see. Knows no sockets. Thread-safe.
 */
final class Responder {
    /** No UDP datagram is longer. */
    static final int MAX_DATAGRAM_BYTES = 65_536;

    /** Limit of replies sent in a turn, so that many replies due together do not delay the stop. */
    static final int MAX_SENT_IN_A_TURN = 256;

    private final AdmissionControl admission;
    private final ReplyQueue queue;
    private final FateHistory memory;
    private final ClientHabits habits;
    private final EchoClocks clocks;
    private final EventSink events;

    Responder(
            AdmissionControl admission,
            ReplyQueue queue,
            FateHistory memory,
            ClientHabits habits,
            EchoClocks clocks,
            EventSink events) {
        this.admission = admission;
        this.queue = queue;
        this.memory = memory;
        this.habits = habits;
        this.clocks = clocks;
        this.events = events;
    }

    /**
     * Deals with a datagram that just came.
     *
     * @param request its content, from position to limit; what stands there afterwards means nothing
     */
    void receive(ByteBuffer request, InetSocketAddress client, ReplyPath path) {
        long nowNanos = clocks.nanoTime().getAsLong();
        Optional<FateQuestion> question = FateQuestion.read(request);
        if (question.isPresent()) {
            tellFates(question.get(), client, path, nowNanos);
            habits.heard(client, nowNanos);
            return;
        }
        AdmissionDecision decision = admission.judge(request, client, nowNanos);
        if (decision instanceof AdmissionDecision.Admit admit) {
            meetFate(admit.fate(), request, client, path, nowNanos);
        } else if (decision instanceof AdmissionDecision.Refuse refuse) {
            note(request, client, RememberedFate.LIMITED, nowNanos);
            limited(request, client, path, refuse.limit());
        } else if (decision instanceof AdmissionDecision.Ignore ignore) {
            note(request, client, RememberedFate.UNANSWERED, nowNanos);
            ignored(request, client, path, ignore.reason());
        }
        noteHabits(decision, request, client, path, nowNanos);
    }

    /** Called last, so that the reply does not wait for it. */
    private void noteHabits(
            AdmissionDecision decision,
            ByteBuffer request,
            InetSocketAddress client,
            ReplyPath path,
            long nowNanos) {
        for (ServerEvent.Hint hint :
                habits.pinged(client, () -> number(request), nowNanos, now())) {
            tell(path, hint);
        }
        if (decision instanceof AdmissionDecision.Admit admit) {
            Fate fate = admit.fate();
            if (fate.lost()) {
                habits.dropped(client, () -> number(request), nowNanos);
            } else if (fate.delayNanos() == 0 && fate.copies() > 1) {
                habits.replied(client, nowNanos, fate.copies(), clocks.nanoTime().getAsLong());
            }
        }
    }

    /** A question is not reported or counted, and its answer is never impaired: no person sent it. */
    private void tellFates(
            FateQuestion question, InetSocketAddress client, ReplyPath path, long nowNanos) {
        if (admission.admitsQuestion(client, nowNanos)) {
            path.send(memory.answer(question, client, nowNanos).encode(), client);
        }
    }

    /** Sends the replies that are due; perhaps not all, then {@link #nanosToNextReply} says so. */
    void sendDue() {
        for (int i = 0; i < MAX_SENT_IN_A_TURN; i++) {
            long nowNanos = clocks.nanoTime().getAsLong();
            Optional<PendingReply> due = queue.pollDue(nowNanos);
            if (due.isEmpty()) {
                return;
            }
            PendingReply pending = due.get();
            // Or the client's next datagram, which another thread receives, might be told before
            // this one. Only for this path: the send may block, and must not delay other paths.
            synchronized (pending.path()) {
                events.emit(
                        answer(
                                ByteBuffer.wrap(pending.request()),
                                pending.client(),
                                pending.path(),
                                nowNanos,
                                pending.fate()));
            }
            habits.replied(
                    pending.client(),
                    pending.dueNanos() - pending.fate().delayNanos(),
                    pending.fate().copies(),
                    clocks.nanoTime().getAsLong());
        }
    }

    /** Time to the next reply that is held back, 0 or less if it is due, {@link Long#MAX_VALUE} if there is none. */
    long nanosToNextReply() {
        return queue.nanosToNext(clocks.nanoTime().getAsLong());
    }

    /** Gives up the replies that are still held back. */
    void abandon() {
        for (Optional<PendingReply> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            PendingReply pending = next.get();
            ignored(
                    ByteBuffer.wrap(pending.request()),
                    pending.client(),
                    pending.path(),
                    ServerEvent.Reason.STOPPED);
        }
    }

    private void meetFate(
            Fate fate,
            ByteBuffer request,
            InetSocketAddress client,
            ReplyPath path,
            long nowNanos) {
        if (fate.lost()) {
            note(request, client, RememberedFate.DROPPED, nowNanos);
            tell(
                    path,
                    new ServerEvent.Dropped(
                            client, DisplayText.of(request), request.remaining(), now()));
        } else if (fate.delayNanos() == 0) {
            tell(path, answer(request, client, path, nowNanos, fate));
        } else {
            byte[] kept = new byte[request.remaining()];
            request.get(request.position(), kept);
            long dueNanos = nowNanos + fate.delayNanos();
            PendingReply pending = new PendingReply(kept, client, path, fate, dueNanos);
            // Before another thread may send it and note what came of that.
            note(request, client, RememberedFate.HELD, nowNanos);
            if (!queue.add(pending)) {
                note(request, client, RememberedFate.LIMITED, nowNanos);
                limited(request, client, path, ServerEvent.Limit.TOTAL_RATE);
            }
        }
    }

    private ServerEvent answer(
            ByteBuffer request,
            InetSocketAddress client,
            ReplyPath path,
            long nowNanos,
            Fate fate) {
        String text = DisplayText.of(request);
        int start = request.position();
        int bytes = request.remaining();
        fate.replyText().apply(request);
        int sent = 0;
        while (sent < fate.copies() && path.send(request.position(start), client)) {
            sent++;
        }
        // Only now: the reply does not wait for it. Upper case has the same identity.
        note(
                request.position(start),
                client,
                sent > 0 ? RememberedFate.ANSWERED : RememberedFate.UNANSWERED,
                nowNanos);
        return sent > 0
                ? new ServerEvent.Answered(
                        client, text, bytes, now(), Duration.ofNanos(fate.delayNanos()), sent)
                : new ServerEvent.Ignored(
                        client, text, bytes, now(), ServerEvent.Reason.SEND_FAILED);
    }

    private void note(
            ByteBuffer request, InetSocketAddress client, RememberedFate fate, long nowNanos) {
        if (!request.hasRemaining()) {
            // It names no ping, so no question can ask for it.
            return;
        }
        memory.note(client.getAddress(), PingIdentity.of(request), fate, nowNanos);
    }

    private void limited(
            ByteBuffer request, InetSocketAddress client, ReplyPath path, ServerEvent.Limit limit) {
        tell(
                path,
                new ServerEvent.Limited(
                        client, DisplayText.of(request), request.remaining(), now(), limit));
    }

    private void ignored(
            ByteBuffer request,
            InetSocketAddress client,
            ReplyPath path,
            ServerEvent.Reason reason) {
        tell(
                path,
                new ServerEvent.Ignored(
                        client, DisplayText.of(request), request.remaining(), now(), reason));
    }

    /** Waits while a delayed reply leaves by the same path, so that its event comes first. */
    private void tell(ReplyPath path, ServerEvent event) {
        synchronized (path) {
            events.emit(event);
        }
    }

    private static OptionalLong number(ByteBuffer request) {
        return ReplyContent.read(request).sequence();
    }

    private Instant now() {
        return clocks.wall().instant();
    }
}
