package pingmonitor.ping.loss;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
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
 * Asks the server where lost pings were lost, which it can say if it is of this program. Any other server takes the
 * question for a ping; what it sends back is dropped without a trace, and it is not asked again in this run.
 *
 * <p>A server that is known to be of this program is asked every few seconds. One that is not known is asked when the
 * last ping is settled, {@link AskedServer#MAX_TO_STRANGER} times at most: a question earlier could make it late for a
 * ping. Only where each ping waits for the one before, one question may take a ping's turn.
 *
 * <p>It has no thread and no clock of its own, and is told what happens. Not safe for threads.
 */
final class LossLocator implements RunExtension {
    /** How often the same question is sent at the end, as far as its time allows. */
    static final int TRIES_AT_END = 8;

    /** Number of pings in a question to a server that is not known: a student's one may have a small buffer. */
    static final int FIRST_PINGS = 4;

    private final PingPlan plan;
    private final RunContext run;
    private final AskedServer server;
    private final LongSupplier chance;
    private final LossVerdicts findings;
    private final LostPings lost = new LostPings();
    private final SocketQuestions sockets = new SocketQuestions();
    private final QuestionSender sender = new QuestionSender(sockets);
    private final OpenLossQuestions questions = new OpenLossQuestions();
    private final QuestionSchedule schedule;

    /** The first ping that was surely answered. */
    private Optional<InFlightPing> witness = Optional.empty();

    private boolean givenUp;
    private boolean turnTaken;
    private OptionalLong turnUntilNanos = OptionalLong.empty();

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
        this.schedule = new QuestionSchedule(lost, questions, server);
        this.findings = new LossVerdicts(lost, run);
    }

    @Override
    public void begun(long nowNanos) {
        schedule.nextRound(nowNanos);
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
            schedule.heard();
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
        schedule.idle(window);
    }

    @Override
    public void settled(long nowNanos) {
        schedule.end(nowNanos);
        hasten(nowNanos);
    }

    @Override
    public void stopped(long nowNanos) {
        // A server that never answered is not asked: somebody waits for the end.
        givenUp |= !server.anyVerified() && !server.isOurs();
        schedule.stop(nowNanos);
        hasten(nowNanos);
    }

    /** Asks about all that is left as soon as the end allows. */
    private void hasten(long nowNanos) {
        lost.hasten(nowNanos);
        for (LossQuestion question : questions.open()) {
            question.dueNanos = nowNanos + schedule.againNanos();
            putOff(question);
        }
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
        boolean pingsGoFirst = !schedule.isOver() && server.isUnknown();
        return mayAsk() && !pingsGoFirst ? schedule.dueNanos() : OptionalLong.empty();
    }

    @Override
    public OptionalLong holdsUntilNanos() {
        return schedule.isOver() && mayAsk() && !lost.isEmpty()
                ? OptionalLong.of(schedule.limitNanos())
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
        schedule.asked(nowNanos);
        return news;
    }

    /** Whether a question is to take the next ping's turn, so that it becomes known who the server is. */
    private boolean wantsTurn(long nowNanos) {
        return server.isUnknown()
                && server.anyVerified()
                && !turnTaken
                && !schedule.isOver()
                && mayAsk()
                && schedule.anyToAskAbout(nowNanos);
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
        if (!schedule.isOver()) {
            unanswered(question, nowNanos);
            schedule.nextInRound(nowNanos);
        } else if (question.tries < triesFor(question) && server.mayBeSentAnother()) {
            return send(question, usual, nowNanos);
        } else {
            // It stays open: its answer may come while stragglers are waited for.
            question.dueNanos = schedule.limitNanos();
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
     * Whether a datagram that names no ping by number and time is the answer to a question, or its echo, and no reply
     * to a ping.
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
     * Whether a datagram that answers no ping verifiably may be what a server of another kind says to a question: its
     * own words, which then are neither a reply nor foreign.
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
                schedule.nextRound(nowNanos);
            }
        }
        return true;
    }

    private boolean mayAsk() {
        return plan.verdicts() && !givenUp && server.isWorthAsking();
    }

    /** While a question is open no other is asked about its pings. */
    private void putOff(LossQuestion question) {
        long untilNanos = schedule.isOver() ? schedule.limitNanos() : question.dueNanos;
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
        question.dueNanos = nowNanos + schedule.againNanos();
        return sender.send(question, question.by(usual), socket -> isRefused(socket, nowNanos));
    }

    private boolean takesAnswer(PingSocket from, FateAnswer answer, long stampNanos) {
        Optional<LossQuestion> its = questions.answeredBy(answer);
        if (its.isEmpty()) {
            return questions.wasAsked(answer.nonce());
        }
        questions.close(its.get());
        server.answered();
        givenUp = false;
        sockets.heard(from);
        findings.tell(
                its.get(),
                answer,
                from,
                stampNanos,
                stampNanos + schedule.againNanos(),
                schedule.isOver());
        schedule.answered(stampNanos);
        return true;
    }

    private void heardOfAnother(PingSocket from) {
        sockets.heard(from);
        server.answeredOtherwise();
        questions.closeAll();
    }

    private void unanswered(LossQuestion question, long nowNanos) {
        questions.close(question);
        schedule.unanswered();
        if (question.byOwnPort()) {
            question.pings().stream()
                    .filter(lost::contains)
                    .forEach(ping -> lost.doubt(ping, nowNanos));
        }
        givenUp = schedule.isOver();
    }
}
