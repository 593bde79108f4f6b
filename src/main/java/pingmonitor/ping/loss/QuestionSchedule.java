package pingmonitor.ping.loss;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.IdleWindow;
import pingmonitor.ping.NanoTimes;

/**
 * Says when the next question about lost pings is to leave: in rounds between the pings as long as they leave, and
 * closely at the end, which it may put off.
 */
final class QuestionSchedule {
    /** Time between two rounds of questions while pings leave. */
    static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** The same where nothing was lost, or where {@link #MAX_UNANSWERED} questions in a row had no answer. */
    static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Minimum time between two questions of a round, so that they take less of a slow line than their pings did. */
    static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * Number of questions that may wait for their answers. With fewer the verdicts would lag behind where many pings,
     * and questions, are lost.
     */
    static final int MAX_OPEN = 32;

    /** How long to wait for a moment at which a question disturbs no ping. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long the end of a run with lost pings may be put off. */
    static final long MAX_AT_END_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How long the end of a run that is stopped may be put off. */
    static final long MAX_AT_STOP_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** After this many questions without an answer the server is asked seldom. */
    static final int MAX_UNANSWERED = 5;

    /**
     * Time between two questions to a server that is not known: one that takes its time has echoed the first by then.
     */
    static final long STRANGER_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    private static final long TRY_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LostPings lost;
    private final OpenLossQuestions questions;
    private final AskedServer server;
    private Optional<IdleWindow> idle = Optional.empty();
    private OptionalLong overNanos = OptionalLong.empty();
    private long maxAtEndNanos = MAX_AT_END_NANOS;
    private long nextNanos;
    private int unanswered;
    private boolean answeredAtEnd;

    QuestionSchedule(LostPings lost, OpenLossQuestions questions, AskedServer server) {
        this.lost = lost;
        this.questions = questions;
        this.server = server;
    }

    /** When a question disturbs no ping. */
    void idle(Optional<IdleWindow> window) {
        idle = window;
    }

    /** No ping leaves or waits any more. */
    void end(long nowNanos) {
        overNanos = OptionalLong.of(nowNanos);
        nextNanos = nowNanos;
    }

    /** The same of a run that is stopped: somebody waits for the end. */
    void stop(long nowNanos) {
        maxAtEndNanos = MAX_AT_STOP_NANOS;
        answeredAtEnd = true;
        end(nowNanos);
    }

    boolean isOver() {
        return overNanos.isPresent();
    }

    /** Until when the end may be put off. */
    long limitNanos() {
        return overNanos.getAsLong() + maxAtEndNanos;
    }

    /** Asks in the next round. */
    void nextRound(long nowNanos) {
        nextNanos = nowNanos + EVERY_NANOS;
    }

    /** Asks again in this round. */
    void nextInRound(long nowNanos) {
        nextNanos =
                questions
                        .latest()
                        .map(last -> NanoTimes.later(nowNanos, last.sentNanos + GAP_NANOS))
                        .orElse(nowNanos);
    }

    /** A question just left. */
    void asked(long nowNanos) {
        boolean more = isOver() || server.isOurs() && anyToAskAbout(nowNanos);
        nextNanos = nowNanos + (more ? GAP_NANOS : EVERY_NANOS);
    }

    /** A question had no answer. */
    void unanswered() {
        unanswered++;
    }

    /** A question was answered. */
    void answered(long stampNanos) {
        heard();
        answeredAtEnd |= isOver();
        if (anyToAskAbout(stampNanos)) {
            nextInRound(stampNanos);
        } else if (questions.openCount() == 0 && !isOver()) {
            nextRound(stampNanos);
        }
    }

    /** Somebody is there after all. */
    void heard() {
        unanswered = 0;
    }

    boolean anyToAskAbout(long nowNanos) {
        return NanoTimes.isDue(lost.askFromNanos(), nowNanos);
    }

    /** How long to wait for the answer to a question. */
    long againNanos() {
        if (!isOver()) {
            return EVERY_NANOS;
        }
        return server.isUnknown() ? STRANGER_AGAIN_NANOS : TRY_AGAIN_NANOS;
    }

    /** When something is to be asked, or a question given up; empty when there is nothing to do. */
    OptionalLong dueNanos() {
        OptionalLong due = NanoTimes.earlier(questions.dueNanos(), nextDueNanos());
        boolean inTime = !isOver() || due.isPresent() && due.getAsLong() - limitNanos() < 0;
        return inTime ? due : OptionalLong.empty();
    }

    private OptionalLong nextDueNanos() {
        if (questions.openCount() >= (server.isOurs() ? MAX_OPEN : 1)
                || !server.mayBeSentAnother()) {
            return OptionalLong.empty();
        }
        return isOver() ? nextAtEnd() : nextBetween();
    }

    private OptionalLong nextBetween() {
        OptionalLong first = lost.isEmpty() ? forAddressNanos() : lost.askFromNanos();
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        boolean seldom = unanswered >= MAX_UNANSWERED && server.isExpected();
        long roundNanos = nextNanos + (seldom ? SELDOM_NANOS - EVERY_NANOS : 0);
        long wantedNanos = NanoTimes.later(roundNanos, first.getAsLong());
        Optional<Long> between =
                idle.map(time -> NanoTimes.later(wantedNanos, time.fromNanos()))
                        .filter(nanos -> nanos - idle.get().untilNanos() <= 0);
        return OptionalLong.of(between.orElse(wantedNanos + PATIENCE_NANOS));
    }

    /** Where nothing is lost, the address under which the server sees this machine is worth a question now and then. */
    private OptionalLong forAddressNanos() {
        if (!server.anyVerified()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                questions.latest().map(last -> last.sentNanos + SELDOM_NANOS).orElse(nextNanos));
    }

    private OptionalLong nextAtEnd() {
        if (!lost.isEmpty()) {
            return OptionalLong.of(NanoTimes.later(nextNanos, lost.askFromNanos().orElseThrow()));
        }
        return answeredAtEnd || questions.openCount() > 0 ? OptionalLong.empty() : overNanos;
    }
}
