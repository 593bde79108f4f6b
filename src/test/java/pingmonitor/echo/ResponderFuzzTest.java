package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;
import pingmonitor.fuzz.Alarms;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;
import pingmonitor.fuzz.Footprint;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;

/** Whatever comes from whomever: each datagram has one fate, nothing grows, and a good client has its answers. */
@Tag("fuzz")
@Timeout(600)
class ResponderFuzzTest {
    /** The good client sends every so many datagrams; with the clock below that is 400 a second. */
    private static final int GOOD_EVERY = 250;

    private static final int MOST_NANOS_BETWEEN = 20_000;
    private static final InetSocketAddress GOOD = Datagrams.from("192.0.2.1", 50_000);

    private static final int MOST_WAITING = 1_000;
    private static final int MOST_BYTES_WAITING = 1 << 20;
    private static final InetSocketAddress OURS = Datagrams.from("192.0.2.9", 12_000);
    private static final int FLOODERS = 4;

    /** Of each client the texts that may be a loop, of each address little; what waits is bounded by the queue. */
    private static final long MOST_ENTRIES =
            ClientRegistry.MAX_CLIENTS * (2L * LoopGuard.REMEMBERED + 1)
                    + RateLimiter.MAX_ADDRESSES
                    + MOST_WAITING
                    + MOST_BYTES_WAITING
                    + FateHistory.MAX_BLOCKS * (AddressFateHistory.BLOCK_ENTRIES + 1L)
                    + FateHistory.MAX_ADDRESSES
                    + 1_000;

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);
    private final FakeTime time = new FakeTime();
    private final ServerLedger ledger = new ServerLedger();
    private ServerSettings settings =
            new ServerSettings(fates(Impairments.ofLoss(0)), RateLimitSettings.OFF);
    private Optional<ServerEvent> latest = Optional.empty();
    private byte[] request = {};
    private long told;
    private long replies;
    private int goodAnswers;
    private long loops;

    @Test
    void withoutLimitsEveryDatagramIsParsedAndAnswered() {
        try (Alarms alarms = new Alarms()) {
            Responder responder = responder(RateLimitSettings.OFF);
            flood(responder);
            ServerLedger.Counters counters = ledger.snapshot().counters();
            assertEquals(Cases.count(), counters.received());
            assertEquals(0, counters.dropped() + counters.limited() - loops);
            assertTrue(counters.answered() > Cases.count() / 2);
            assertEquals(replies, counters.answered());
            assertEquals(Cases.count() / GOOD_EVERY, goodAnswers);
            alarms.assertNone();
            assertBounded(responder);
        }
    }

    @Test
    void withLimitsTheFloodIsHeldBackAndAGoodClientIsNot() {
        try (Alarms alarms = new Alarms()) {
            Responder responder = responder(new RateLimitSettings(1_000, 1_000, 50_000, true));
            flood(responder);
            ServerLedger.Counters counters = ledger.snapshot().counters();
            assertEquals(Cases.count(), counters.received());
            assertTrue(counters.limited() > Cases.count() / 4, counters::toString);
            assertEquals(replies, counters.answered());
            assertEquals(Cases.count() / GOOD_EVERY, goodAnswers);
            alarms.assertNone();
            assertBounded(responder);
        }
    }

    @Test
    void eachDatagramIsReportedOnceWhateverHappensToItsReply() {
        try (Alarms alarms = new Alarms()) {
            Responder responder = responder(RateLimitSettings.OFF);
            for (int i = 0; i < Cases.count(); i++) {
                if (random.nextInt(1_000) == 0) {
                    settings = settings.with(fates(impairments()));
                } else if (random.nextInt(10_000) == 0) {
                    settings =
                            settings.begunAnew(
                                    new SeededFatePolicy(random.nextLong(), impairments()));
                }
                request = bytes.any();
                responder.receive(ByteBuffer.wrap(request), anybody(), this::sendLater);
                time.advanceNanos(random.nextInt(MOST_NANOS_BETWEEN));
                responder.sendDue();
            }
            assertBounded(responder);
            responder.abandon();
            assertEquals(Cases.count(), ledger.snapshot().counters().received());
            assertEquals(Long.MAX_VALUE, responder.nanosToNextReply());
            alarms.assertNone();
        }
    }

    @Test
    void anyQuestionIsAnsweredWithNoMoreBytesOrTreatedAsAPing() {
        try (Alarms alarms = new Alarms()) {
            Responder responder = responder(RateLimitSettings.OFF);
            long questions = 0;
            for (int i = 0; i < Cases.count(); i++) {
                time.advanceNanos(random.nextInt(MOST_NANOS_BETWEEN));
                request = nearQuestion(i);
                boolean isQuestion = FateQuestion.read(ByteBuffer.wrap(request)).isPresent();
                long toldBefore = told;
                int length = request.length;
                responder.receive(
                        ByteBuffer.wrap(request.clone()),
                        anybody(),
                        (reply, to) -> {
                            assertTrue(reply.remaining() <= length);
                            assertEquals(isQuestion, FateAnswer.read(reply).isPresent());
                            return true;
                        });
                questions += isQuestion ? 1 : 0;
                assertEquals(toldBefore + (isQuestion ? 0 : 1), told, Cases.at(i));
            }
            assertTrue(questions > Cases.count() / 20, questions + " questions");
            assertEquals(Cases.count() - questions, ledger.snapshot().counters().received());
            alarms.assertNone();
            assertBounded(responder);
        }
    }

    private byte[] nearQuestion(int number) {
        List<Long> identities =
                random.longs(random.nextInt(FateQuestion.MAX_PINGS + 1), 0, PingIdentity.VALUES)
                        .boxed()
                        .toList();
        ByteBuffer question =
                new FateQuestion(random.nextLong(FateQuestion.NONCES), identities)
                        .encode(PingRequest.of(number, Instant.EPOCH, 0));
        return bytes.near(StandardCharsets.US_ASCII.decode(question).toString());
    }

    private void flood(Responder responder) {
        for (int i = 1; i <= Cases.count(); i++) {
            time.advanceNanos(random.nextInt(MOST_NANOS_BETWEEN));
            if (i % GOOD_EVERY == 0) {
                String ping = "Ping " + i / GOOD_EVERY + " 1795342927.102331";
                receive(responder, ping.getBytes(StandardCharsets.US_ASCII), GOOD, i);
                ServerEvent.Answered answered =
                        assertInstanceOf(
                                ServerEvent.Answered.class, latest.orElseThrow(), Cases.at(i));
                assertEquals(ping, answered.text());
                goodAnswers++;
            } else {
                receive(responder, bytes.any(), anybody(), i);
            }
        }
    }

    private void receive(Responder responder, byte[] datagram, InetSocketAddress from, int number) {
        request = datagram;
        long toldBefore = told;
        long repliesBefore = replies;
        responder.receive(ByteBuffer.wrap(datagram.clone()), from, this::send);
        assertEquals(toldBefore + 1, told, Cases.at(number));
        boolean answered = latest.orElseThrow() instanceof ServerEvent.Answered;
        assertEquals(repliesBefore + (answered ? 1 : 0), replies, Cases.at(number));
        boolean mustNot = from.getPort() < 1_024 || from.equals(OURS);
        assertEquals(
                mustNot, latest.orElseThrow() instanceof ServerEvent.Ignored, Cases.at(number));
    }

    private boolean send(ByteBuffer reply, InetSocketAddress to) {
        byte[] upper = request.clone();
        for (int i = 0; i < upper.length; i++) {
            upper[i] = upper[i] >= 'a' && upper[i] <= 'z' ? (byte) (upper[i] - 32) : upper[i];
        }
        byte[] sent = new byte[reply.remaining()];
        reply.get(sent);
        assertArrayEquals(upper, sent);
        replies++;
        return true;
    }

    /** Also sometimes it cannot be sent. */
    private boolean sendLater(ByteBuffer reply, InetSocketAddress to) {
        return random.nextInt(50) != 0;
    }

    private void hear(ServerEvent event) {
        latest = Optional.of(event);
        told++;
        ledger.apply(event);
        if (event instanceof ServerEvent.Limited limited
                && limited.limit() == ServerEvent.Limit.ECHO_LOOP) {
            loops++;
        }
    }

    private static SeededFatePolicy fates(Impairments impairments) {
        return new SeededFatePolicy(1, impairments);
    }

    private Responder responder(RateLimitSettings limits) {
        settings = settings.with(limits);
        return new Responder(
                new AdmissionControl(OURS::equals, () -> settings),
                new ReplyQueue(MOST_WAITING, MOST_BYTES_WAITING, () -> {}),
                new FateHistory(time.nanoTime()),
                new ClientHabits(),
                time.clocks(),
                new EventSink(this::hear));
    }

    /** A few flooders from all their ports, and now and then an address nobody has seen. */
    private InetSocketAddress anybody() {
        if (random.nextInt(1_000) == 0) {
            return OURS;
        }
        boolean stranger = random.nextInt(10) == 0;
        byte[] address = {
            (byte) (stranger ? 10 : 198),
            (byte) (stranger ? random.nextInt(256) : 51),
            (byte) (stranger ? random.nextInt(256) : 100),
            (byte) (stranger ? random.nextInt(1, 255) : random.nextInt(1, FLOODERS + 1))
        };
        int port = random.nextInt(4) == 0 ? 40_000 : random.nextInt(65_536);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Impairments impairments() {
        return new Impairments(
                random.nextDouble(),
                new Delay(
                        Duration.ofMillis(random.nextInt(100)),
                        random.nextBoolean() ? Delay.Spread.UNIFORM : Delay.Spread.CONSTANT),
                random.nextDouble(),
                random.nextDouble());
    }

    private void assertBounded(Responder responder) {
        long entries = Footprint.of(responder, getClass());
        assertTrue(entries <= MOST_ENTRIES, () -> entries + " entries");
        assertTrue(ledger.snapshot().clients().size() <= ServerLedger.MAX_ADDRESSES);
        // The exact numbers of all clients and of all addresses take a table of up to twice as many
        // hashes each.
        long counted = 2 * 2L * DistinctCount.MAX;
        long noted = Footprint.of(ledger);
        assertTrue(
                noted <= ServerLedger.MAX_ADDRESSES * 65L + 100 + counted,
                () -> noted + " entries");
    }
}
