package pingmonitor.ping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.ReplyContent;

/**
 * Asks the server where lost pings were lost, which it can say if it is of this program: every few seconds, and when the last
 * ping is settled. Any other server takes the question for a ping; what it sends back is dropped without a trace, and it is not asked again in
 * this run. A machine as {@link PingRun} is, which tells it what happens; not safe for threads.
 */
final class Inquiry {
    /** How often to ask while pings leave. */
    static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How often to ask where nothing was lost, or nothing heard of so many questions as {@link #MOST_TRIES}. */
    static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** How long to wait for a moment at which a question is in no ping's way. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long the end of a run with lost pings may be put off. */
    static final long MOST_AT_END_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** So many questions of which nothing is heard are enough to ask seldom. */
    static final int MOST_TRIES = 5;

    /** How often the same question is sent at the end, as far as its time allows. */
    static final int TRIES_AT_END = 8;

    /** So many, until the server is known to be of this program: a student's one may have a small buffer. */
    static final int FIRST_PINGS = 4;

    /** The answer to a question that is no longer open, or its echo, is known for what it is. */
    private static final int REMEMBERED = 64;

    private static final long TRY_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Who sits at the other end, as far as that is known. */
    private enum Server {
        UNKNOWN,
        OURS,
        ANOTHER
    }

    /** The network said that something sent by a link before was refused. */
    record News(Link link, PingEvent.Refusal refusal) {}

    private final boolean wanted;
    private final InstantSource wallTime;
    private final LongSupplier chance;
    private final Findings findings;
    private final LostPings lost = new LostPings();
    private final Deque<Question> asked = new ArrayDeque<>();
    private Optional<Question> open = Optional.empty();
    private Server server = Server.UNKNOWN;

    /** The first ping that was surely answered. */
    private Optional<InFlight> witness = Optional.empty();

    private boolean anyVerified;
    private boolean anyUnverified;
    private boolean answeredAtEnd;
    private boolean givenUp;
    private int unanswered;
    private long roundNanos;
    private Optional<Pace.Room> room = Optional.empty();
    private OptionalLong overNanos = OptionalLong.empty();

    /**
     * @param wanted false for a run in which nothing is asked
     * @param chance for nonces
     */
    Inquiry(boolean wanted, Consumer<PingEvent> sink, InstantSource wallTime, LongSupplier chance) {
        this.wanted = wanted;
        this.wallTime = wallTime;
        this.chance = chance;
        this.findings = new Findings(lost, sink, wallTime);
    }

    void begin(long nowNanos) {
        roundNanos = nowNanos + EVERY_NANOS;
    }

    /** A ping was lost. */
    void lost(InFlight ping) {
        if (wanted) {
            lost.add(ping);
        }
    }

    /** A reply to a ping came, in time or not. */
    void answered(InFlight ping, boolean verified) {
        lost.remove(ping);
        if (verified && !anyVerified) {
            // Until now perhaps nobody was there.
            unanswered = 0;
        }
        if (verified && witness.isEmpty()) {
            witness = Optional.of(ping);
        }
        anyVerified |= verified;
        anyUnverified |= !verified;
    }

    /** A datagram came that answers no ping. */
    void foreign() {
        anyUnverified = true;
    }

    /** When there is room for a question between the pings, until this is called again. */
    void room(Optional<Pace.Room> now) {
        room = now;
    }

    /** The last ping is settled. */
    void over(long nowNanos) {
        overNanos = OptionalLong.of(nowNanos);
        lost.hasten(nowNanos);
        open.ifPresent(question -> question.dueNanos = nowNanos + TRY_AGAIN_NANOS);
    }

    /** Whether the server is known to be of this program. */
    boolean knowsServer() {
        return server == Server.OURS;
    }

    /** When {@link #onTime} is to be called next; empty when there is nothing to do. */
    OptionalLong dueNanos() {
        if (!mayAsk()) {
            return OptionalLong.empty();
        }
        return overNanos.isPresent() ? dueAtEnd(overNanos.getAsLong()) : dueBetween();
    }

    /** Until when the run is not to end yet; empty when it may. */
    OptionalLong holdsUntilNanos() {
        return overNanos.isPresent() && mayAsk() && !lost.isEmpty()
                ? OptionalLong.of(overNanos.getAsLong() + MOST_AT_END_NANOS)
                : OptionalLong.empty();
    }

    /** Whether {@link #onTime} would do anything. */
    boolean isDue(long nowNanos) {
        OptionalLong due = dueNanos();
        return due.isPresent() && nowNanos - due.getAsLong() >= 0;
    }

    /**
     * Does what is due.
     *
     * @param usual to ask by, where no other port is better
     * @param number of the latest ping
     * @return what the network said meanwhile of a ping sent before
     */
    Optional<News> onTime(long nowNanos, Link usual, long number) {
        if (!isDue(nowNanos)) {
            return Optional.empty();
        }
        if (open.isPresent()) {
            Question question = open.get();
            if (overNanos.isEmpty()) {
                unanswered(question, nowNanos);
                roundNanos = nowNanos;
            } else if (question.tries < triesFor(question)) {
                return send(question, usual, nowNanos);
            } else {
                // It stays open: its answer may come while stragglers are waited for.
                givenUp = true;
            }
            return Optional.empty();
        }
        Question question = nextQuestion(number, nowNanos);
        open = Optional.of(question);
        asked.addLast(question);
        if (asked.size() > REMEMBERED) {
            asked.removeFirst();
        }
        return send(question, usual, nowNanos);
    }

    /**
     * Whether a datagram that came in is the answer to a question, or its echo, and no reply to a ping.
     *
     * @param named the ping that it verifiably answers, if it is no echo of a question that was cut off so short
     */
    boolean takes(
            Link from,
            ByteBuffer datagram,
            ReplyContent content,
            Optional<InFlight> named,
            long stampNanos) {
        if (asked.isEmpty()) {
            return false;
        }
        Optional<FateAnswer> answer = FateAnswer.read(datagram);
        if (answer.isPresent()) {
            return takesAnswer(from, answer.get(), stampNanos);
        }
        OptionalLong echoed = FateQuestion.nonceOfEcho(datagram);
        boolean isEcho =
                echoed.isPresent()
                        ? wasAsked(echoed.getAsLong())
                        : from.onlyAsked() || mayBeCutOffEcho(from, content, named);
        if (isEcho) {
            heardOfAnother(from);
        }
        return isEcho;
    }

    private boolean mayBeCutOffEcho(Link from, ReplyContent content, Optional<InFlight> named) {
        return server != Server.OURS
                && from.questionUnheard()
                && named.filter(ping -> !ping.answered()).isEmpty()
                && asked.getLast().isCutOffIn(content);
    }

    /**
     * Whether a datagram that answers no ping verifiably may be what a server of another kind says to a question: its own
     * words, which then are neither a reply nor foreign.
     */
    boolean claims(Link from, ReplyContent content) {
        if (!from.wasAsked() || server == Server.OURS) {
            return false;
        }
        boolean ownWords = content.mayBeOwnText() && from.questionUnheard();
        boolean claimed = ownWords || asked.stream().anyMatch(each -> each.isQuotedBy(content));
        if (claimed) {
            heardOfAnother(from);
        }
        return claimed;
    }

    /** Whether news that something sent by a link was refused is about a question. */
    boolean takesRefusal(Link from, long nowNanos) {
        if (!from.askedLast()) {
            return false;
        }
        from.heardOfQuestion();
        if (open.isPresent()) {
            unanswered(open.get(), nowNanos);
            roundNanos = nowNanos + EVERY_NANOS;
        }
        return true;
    }

    /** Of a server that says something else than the pings' echoes nothing is to be had; of a silent one perhaps. */
    private boolean mayAsk() {
        return wanted
                && !givenUp
                && server != Server.ANOTHER
                && (anyVerified || !anyUnverified || server == Server.OURS);
    }

    private OptionalLong dueBetween() {
        if (open.isPresent()) {
            return OptionalLong.of(open.get().dueNanos);
        }
        OptionalLong first = lost.isEmpty() ? forAddressNanos() : lost.askFromNanos();
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        boolean seldom = unanswered >= MOST_TRIES && server == Server.UNKNOWN;
        long nextNanos = roundNanos + (seldom ? SELDOM_NANOS - EVERY_NANOS : 0);
        long wantedNanos = later(nextNanos, first.getAsLong());
        Optional<Long> between =
                room.map(time -> later(wantedNanos, time.fromNanos()))
                        .filter(nanos -> nanos - room.get().untilNanos() <= 0);
        return OptionalLong.of(between.orElse(wantedNanos + PATIENCE_NANOS));
    }

    /** Where nothing is lost, what the server sees this machine as is worth a question now and then. */
    private OptionalLong forAddressNanos() {
        if (!anyVerified) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                asked.isEmpty() ? roundNanos : asked.getLast().sentNanos + SELDOM_NANOS);
    }

    private OptionalLong dueAtEnd(long endNanos) {
        long due;
        if (open.isPresent()) {
            due = open.get().dueNanos;
        } else if (!lost.isEmpty()) {
            due = later(endNanos, lost.askFromNanos().orElseThrow());
        } else if (!answeredAtEnd) {
            due = endNanos;
        } else {
            return OptionalLong.empty();
        }
        return due - endNanos - MOST_AT_END_NANOS >= 0
                ? OptionalLong.empty()
                : OptionalLong.of(due);
    }

    private Question nextQuestion(long number, long nowNanos) {
        int most = server == Server.OURS ? FateQuestion.MOST_PINGS : FIRST_PINGS;
        return new Question(
                number,
                wallTime.instant(),
                Math.floorMod(chance.getAsLong(), FateQuestion.NONCES),
                lost.next(most, nowNanos),
                server == Server.OURS ? Optional.empty() : witness);
    }

    /** Where nothing was lost, a question that is lost itself is not worth another. */
    private static int triesFor(Question question) {
        return question.pings().isEmpty() ? 1 : TRIES_AT_END;
    }

    private Optional<News> send(Question question, Link usual, long nowNanos) {
        if (question.tries == 0) {
            question.sentNanos = nowNanos;
        }
        question.tries++;
        question.dueNanos = nowNanos + againNanos();
        Link link = question.by(usual);
        try {
            transmit(question, link);
            return Optional.empty();
        } catch (IOException e) {
            // Perhaps the refusal of what was sent before.
            Optional<PingEvent.Refusal> refusal = Problems.refusal(e);
            return refusal.isPresent() && takesRefusal(link, nowNanos)
                    ? Optional.empty()
                    : sendAfter(refusal, question, link).map(said -> new News(link, said));
        }
    }

    /** As with a ping: what comes again is no news, but of the question, which is then a try that failed. */
    private static Optional<PingEvent.Refusal> sendAfter(
            Optional<PingEvent.Refusal> refusal, Question question, Link link) {
        try {
            transmit(question, link);
            return refusal;
        } catch (IOException e) {
            return refusal.filter(PingEvent.Refusal.PORT::equals);
        }
    }

    private static void transmit(Question question, Link link) throws IOException {
        link.transport.send(question.content());
        link.asked();
    }

    private boolean takesAnswer(Link from, FateAnswer answer, long stampNanos) {
        Optional<Question> its =
                open.filter(question -> question.nonce() == answer.nonce())
                        .filter(question -> question.size() == answer.fates().size());
        if (its.isEmpty()) {
            return wasAsked(answer.nonce());
        }
        open = Optional.empty();
        server = Server.OURS;
        unanswered = 0;
        givenUp = false;
        answeredAtEnd = overNanos.isPresent();
        from.heardOfQuestion();
        findings.tell(
                its.get(),
                answer,
                from,
                stampNanos,
                stampNanos + againNanos(),
                overNanos.isPresent());
        // Whoever can be asked about now belongs to this round.
        OptionalLong first = lost.askFromNanos();
        boolean goesOn = first.isPresent() && first.getAsLong() - stampNanos <= 0;
        roundNanos = stampNanos + (goesOn ? 0 : EVERY_NANOS);
        return true;
    }

    /** How long until something is asked again of which there is no news yet. */
    private long againNanos() {
        return overNanos.isPresent() ? TRY_AGAIN_NANOS : EVERY_NANOS;
    }

    private boolean wasAsked(long nonce) {
        return asked.stream().anyMatch(question -> question.nonce() == nonce);
    }

    private void heardOfAnother(Link from) {
        from.heardOfQuestion();
        server = Server.ANOTHER;
        open = Optional.empty();
    }

    private void unanswered(Question question, long nowNanos) {
        open = Optional.empty();
        unanswered++;
        if (question.byOwnPort()) {
            question.pings().stream()
                    .filter(lost::contains)
                    .forEach(ping -> lost.doubt(ping, nowNanos));
        }
        givenUp = overNanos.isPresent();
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
