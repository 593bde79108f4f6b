package pingmonitor.ping.loss;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import pingmonitor.ping.IdleWindow;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.NanoTimes;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.PingSocket;
import pingmonitor.ping.RunContext;
import pingmonitor.ping.RunExtension;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.ReplyContent;

/**
 * Asks the server where lost pings were lost, which it can say if it is of this program. Any other server takes the question
 * for a ping; what it sends back is dropped without a trace, and it is not asked again in this run.
 *
 * <p>A server that is known to be of this program is asked every few seconds. One that is not known is asked when the last
 * ping is settled, {@link AskedServer#MAX_TO_STRANGER} times at most: a question earlier could make it late for a ping. Only where each
 * ping waits for the one before, one question may take a ping's turn.
 *
 * <p>It has no thread and no clock of its own, and is told what happens. Not safe for threads.
 */
final class LossLocator implements RunExtension {
    /** How often to ask while pings leave. */
    static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How often to ask where nothing was lost, or nothing heard of so many questions as {@link #MAX_TRIES}. */
    static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** The least time between two questions where one is not enough; so they take less of a slow line than their pings did. */
    static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** So many questions may wait for their answers: with fewer the verdicts would lag behind where many pings are lost, and questions too. */
    static final int MAX_OPEN = 32;

    /** How long to wait for a moment at which a question is in no ping's way. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long the end of a run with lost pings may be put off. */
    static final long MAX_AT_END_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How long the end of a run that is stopped may be put off. */
    static final long MAX_AT_STOP_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** So many questions of which nothing is heard are enough to ask seldom. */
    static final int MAX_TRIES = 5;

    /** How often the same question is sent at the end, as far as its time allows. */
    static final int TRIES_AT_END = 8;

    /** A server that takes its time for each message is not sent another question before it can have echoed the first. */
    static final long STRANGER_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    /** So many, until the server is known to be of this program: a student's one may have a small buffer. */
    static final int FIRST_PINGS = 4;

    private static final long TRY_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final PingPlan plan;
    private final RunContext run;
    private final AskedServer server;
    private final LongSupplier chance;
    private final LossVerdicts findings;
    private final LostPings lost = new LostPings();
    private final SocketQuestions sockets = new SocketQuestions();
    private final QuestionSender sender = new QuestionSender(sockets);
    private final OpenLossQuestions questions = new OpenLossQuestions();

    /** The first ping that was surely answered. */
    private Optional<InFlightPing> witness = Optional.empty();

    private boolean answeredAtEnd;
    private boolean givenUp;
    private int unanswered;
    private boolean turnTaken;
    private OptionalLong turnUntilNanos = OptionalLong.empty();
    private long nextNanos;
    private Optional<IdleWindow> idle = Optional.empty();
    private OptionalLong overNanos = OptionalLong.empty();
    private long mostAtEndNanos = MAX_AT_END_NANOS;

    /**
     * @param known where it is looked up whether the server is of this program, and noted
     * @param chance for nonces
     */
    LossLocator(
            PingPlan plan,
            InetSocketAddress remote,
            RunContext run,
            KnownServers known,
            LongSupplier chance) {
        this.plan = plan;
        this.run = run;
        this.server = new AskedServer(remote, known);
        this.chance = chance;
        this.findings = new LossVerdicts(lost, run);
    }

    @Override
    public void begun(long nowNanos) {
        nextNanos = nowNanos + EVERY_NANOS;
    }

    @Override
    public void lost(InFlightPing ping) {
        if (plan.verdicts()) {
            lost.add(ping);
        }
    }

    @Override
    public void answered(InFlightPing ping, boolean verified) {
        lost.remove(ping);
        if (verified && !server.anyVerified()) {
            // Until now perhaps nobody was there.
            unanswered = 0;
        }
        if (verified && witness.isEmpty()) {
            witness = Optional.of(ping);
        }
        server.replied(verified);
    }

    @Override
    public void foreign() {
        server.replied(false);
    }

    @Override
    public void idle(Optional<IdleWindow> window) {
        idle = window;
    }

    @Override
    public void settled(long nowNanos) {
        overNanos = OptionalLong.of(nowNanos);
        nextNanos = nowNanos;
        lost.hasten(nowNanos);
        for (LossQuestion question : questions.open()) {
            question.dueNanos = nowNanos + againNanos();
            putOff(question);
        }
    }

    @Override
    public void stopped(long nowNanos) {
        // A server that never answered is not asked: somebody waits for the end.
        mostAtEndNanos = MAX_AT_STOP_NANOS;
        answeredAtEnd = true;
        givenUp |= !server.anyVerified() && !server.isOurs();
        settled(nowNanos);
    }

    @Override
    public boolean knowsServer() {
        return server.isOurs();
    }

    @Override
    public OptionalLong dueNanos() {
        return NanoTimes.earlier(askDueNanos(), turnUntilNanos);
    }

    /** When something is to be asked, or given up. */
    private OptionalLong askDueNanos() {
        boolean pingsGoFirst = overNanos.isEmpty() && server.isUnknown();
        if (!mayAsk() || pingsGoFirst) {
            return OptionalLong.empty();
        }
        OptionalLong due = NanoTimes.earlier(questions.dueNanos(), nextDueNanos());
        boolean inTime =
                overNanos.isEmpty() || due.isPresent() && due.getAsLong() - limitNanos() < 0;
        return inTime ? due : OptionalLong.empty();
    }

    @Override
    public OptionalLong holdsUntilNanos() {
        return overNanos.isPresent() && mayAsk() && !lost.isEmpty()
                ? OptionalLong.of(limitNanos())
                : OptionalLong.empty();
    }

    @Override
    public void onTime(long nowNanos) {
        if (NanoTimes.isDue(askDueNanos(), nowNanos)) {
            ask(nowNanos, run.spareSocket()).ifPresent(news -> tell(news, nowNanos));
        }
        endTurn(nowNanos);
    }

    /** What the network said meanwhile of a ping sent before. */
    private Optional<QuestionSender.News> ask(long nowNanos, PingSocket usual) {
        Optional<LossQuestion> overdue = questions.due(nowNanos);
        if (overdue.isPresent()) {
            return overdue(overdue.get(), usual, nowNanos);
        }
        LossQuestion question = nextQuestion(nowNanos);
        questions.add(question);
        Optional<QuestionSender.News> news = send(question, usual, nowNanos);
        putOff(question);
        boolean more = overNanos.isPresent() || server.isOurs() && anyToAskAbout(nowNanos);
        nextNanos = nowNanos + (more ? GAP_NANOS : EVERY_NANOS);
        return news;
    }

    /** Whether a question is to take the next ping's turn, so that it becomes known who the server is. */
    private boolean wantsTurn(long nowNanos) {
        return server.isUnknown()
                && server.anyVerified()
                && !turnTaken
                && overNanos.isEmpty()
                && mayAsk()
                && anyToAskAbout(nowNanos);
    }

    @Override
    public boolean takesTurn(long nowNanos) {
        if (!wantsTurn(nowNanos)) {
            return false;
        }
        run.holdPings(nowNanos);
        turnTaken = true;
        turnUntilNanos = OptionalLong.of(nowNanos + plan.timeout().toNanos());
        LossQuestion question = nextQuestion(nowNanos);
        questions.add(question);
        send(question, run.spareSocket(), nowNanos).ifPresent(news -> tell(news, nowNanos));
        endTurn(nowNanos);
        return true;
    }

    /** Ends a turn whose question was heard of, or that took its time. */
    private void endTurn(long nowNanos) {
        if (turnUntilNanos.isPresent()
                && (questions.openCount() == 0 || nowNanos - turnUntilNanos.getAsLong() >= 0)) {
            turnUntilNanos = OptionalLong.empty();
            run.releasePings(nowNanos);
        }
    }

    private void tell(QuestionSender.News news, long nowNanos) {
        run.refused(news.socket(), nowNanos, news.refusal());
    }

    private Optional<QuestionSender.News> overdue(
            LossQuestion question, PingSocket usual, long nowNanos) {
        if (overNanos.isEmpty()) {
            unanswered(question, nowNanos);
            nextNanos = soonest(nowNanos);
        } else if (question.tries < triesFor(question) && server.mayBeSentAnother()) {
            return send(question, usual, nowNanos);
        } else {
            // It stays open: its answer may come while stragglers are waited for.
            question.dueNanos = limitNanos();
        }
        return Optional.empty();
    }

    @Override
    public boolean takesDatagram(
            PingSocket from, ByteBuffer datagram, ReplyContent content, long stampNanos) {
        boolean takes = takes(from, datagram, content, stampNanos) || claims(from, content);
        endTurn(stampNanos);
        return takes;
    }

    /**
     * Whether a datagram that names no ping by number and time is the answer to a question, or its echo, and no reply to a
     * ping.
     */
    private boolean takes(
            PingSocket from, ByteBuffer datagram, ReplyContent content, long stampNanos) {
        if (questions.latest().isEmpty()) {
            return false;
        }
        Optional<FateAnswer> answer = FateAnswer.read(datagram);
        if (answer.isPresent()) {
            return takesAnswer(from, answer.get(), stampNanos);
        }
        OptionalLong echoed = FateQuestion.nonceOfEcho(datagram);
        boolean isEcho =
                echoed.isPresent()
                        ? questions.wasAsked(echoed.getAsLong())
                        : sockets.onlyAsked(from) || mayBeCutOffEcho(from, content);
        if (isEcho) {
            heardOfAnother(from);
        }
        return isEcho;
    }

    private boolean mayBeCutOffEcho(PingSocket from, ReplyContent content) {
        return !server.isOurs()
                && sockets.isUnheard(from)
                && questions.latest().filter(last -> last.isCutOffIn(content)).isPresent();
    }

    /**
     * Whether a datagram that answers no ping verifiably may be what a server of another kind says to a question: its own
     * words, which then are neither a reply nor foreign.
     */
    private boolean claims(PingSocket from, ReplyContent content) {
        if (!sockets.wasAsked(from) || server.isOurs()) {
            return false;
        }
        boolean ownWords = content.mayBeOwnText() && sockets.isUnheard(from);
        boolean claimed = ownWords || questions.isAnyQuotedBy(content);
        if (claimed) {
            heardOfAnother(from);
        }
        return claimed;
    }

    @Override
    public boolean takesRefusal(PingSocket from, long stampNanos) {
        boolean takes = isRefused(from, stampNanos);
        endTurn(stampNanos);
        return takes;
    }

    private boolean isRefused(PingSocket from, long nowNanos) {
        if (!sockets.askedLast(from)) {
            return false;
        }
        sockets.heard(from);
        for (LossQuestion question : questions.open()) {
            if (question.sentBy.equals(Optional.of(from))) {
                unanswered(question, nowNanos);
                nextNanos = nowNanos + EVERY_NANOS;
            }
        }
        return true;
    }

    private boolean mayAsk() {
        return plan.verdicts() && !givenUp && server.isWorthAsking();
    }

    /** When the next question is to be asked. */
    private OptionalLong nextDueNanos() {
        if (questions.openCount() >= (server.isOurs() ? MAX_OPEN : 1)
                || !server.mayBeSentAnother()) {
            return OptionalLong.empty();
        }
        return overNanos.isPresent() ? nextAtEnd(overNanos.getAsLong()) : nextBetween();
    }

    private OptionalLong nextBetween() {
        OptionalLong first = lost.isEmpty() ? forAddressNanos() : lost.askFromNanos();
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        boolean seldom = unanswered >= MAX_TRIES && server.isExpected();
        long roundNanos = nextNanos + (seldom ? SELDOM_NANOS - EVERY_NANOS : 0);
        long wantedNanos = NanoTimes.later(roundNanos, first.getAsLong());
        Optional<Long> between =
                idle.map(time -> NanoTimes.later(wantedNanos, time.fromNanos()))
                        .filter(nanos -> nanos - idle.get().untilNanos() <= 0);
        return OptionalLong.of(between.orElse(wantedNanos + PATIENCE_NANOS));
    }

    /** Where nothing is lost, what the server sees this machine as is worth a question now and then. */
    private OptionalLong forAddressNanos() {
        if (!server.anyVerified()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                questions.latest().map(last -> last.sentNanos + SELDOM_NANOS).orElse(nextNanos));
    }

    private OptionalLong nextAtEnd(long endNanos) {
        if (!lost.isEmpty()) {
            return OptionalLong.of(NanoTimes.later(nextNanos, lost.askFromNanos().orElseThrow()));
        }
        return answeredAtEnd || questions.openCount() > 0
                ? OptionalLong.empty()
                : OptionalLong.of(endNanos);
    }

    /** Until then what is asked at the end is worth something. */
    private long limitNanos() {
        return overNanos.getAsLong() + mostAtEndNanos;
    }

    private boolean anyToAskAbout(long nowNanos) {
        OptionalLong first = lost.askFromNanos();
        return first.isPresent() && first.getAsLong() - nowNanos <= 0;
    }

    /** While a question is open no other is asked about its pings. */
    private void putOff(LossQuestion question) {
        long untilNanos = overNanos.isPresent() ? limitNanos() : question.dueNanos;
        question.pings().stream()
                .filter(lost::contains)
                .forEach(ping -> lost.postpone(ping, untilNanos));
    }

    private LossQuestion nextQuestion(long nowNanos) {
        int most = server.isOurs() ? FateQuestion.MAX_PINGS : FIRST_PINGS;
        return new LossQuestion(
                run.spareSequence(),
                run.wallTime(),
                Math.floorMod(chance.getAsLong(), FateQuestion.NONCES),
                lost.next(most, nowNanos),
                server.isOurs() ? Optional.empty() : witness);
    }

    /** Where nothing was lost, a question that is lost itself is not worth another. */
    private static int triesFor(LossQuestion question) {
        return question.pings().isEmpty() ? 1 : TRIES_AT_END;
    }

    private Optional<QuestionSender.News> send(
            LossQuestion question, PingSocket usual, long nowNanos) {
        if (question.tries == 0) {
            question.sentNanos = nowNanos;
        }
        server.asked();
        question.tries++;
        question.dueNanos = nowNanos + againNanos();
        return sender.send(question, question.by(usual), socket -> isRefused(socket, nowNanos));
    }

    private boolean takesAnswer(PingSocket from, FateAnswer answer, long stampNanos) {
        Optional<LossQuestion> its = questions.answeredBy(answer);
        if (its.isEmpty()) {
            return questions.wasAsked(answer.nonce());
        }
        questions.close(its.get());
        server.answered();
        unanswered = 0;
        givenUp = false;
        answeredAtEnd |= overNanos.isPresent();
        sockets.heard(from);
        findings.tell(
                its.get(),
                answer,
                from,
                stampNanos,
                stampNanos + againNanos(),
                overNanos.isPresent());
        if (anyToAskAbout(stampNanos)) {
            // Those belong to this round.
            nextNanos = soonest(stampNanos);
        } else if (questions.openCount() == 0 && overNanos.isEmpty()) {
            nextNanos = stampNanos + EVERY_NANOS;
        }
        return true;
    }

    private long soonest(long nowNanos) {
        return questions
                .latest()
                .map(last -> NanoTimes.later(nowNanos, last.sentNanos + GAP_NANOS))
                .orElse(nowNanos);
    }

    /** How long until something is asked again of which there is no news yet. */
    private long againNanos() {
        if (overNanos.isEmpty()) {
            return EVERY_NANOS;
        }
        return server.isUnknown() ? STRANGER_AGAIN_NANOS : TRY_AGAIN_NANOS;
    }

    private void heardOfAnother(PingSocket from) {
        sockets.heard(from);
        server.answeredOtherwise();
        questions.closeAll();
    }

    private void unanswered(LossQuestion question, long nowNanos) {
        questions.close(question);
        unanswered++;
        if (question.byOwnPort()) {
            question.pings().stream()
                    .filter(lost::contains)
                    .forEach(ping -> lost.doubt(ping, nowNanos));
        }
        givenUp = overNanos.isPresent();
    }
}
