package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResponderTest {
    private static final long SEED = 42;
    private static final InetSocketAddress CLIENT = Datagrams.from("127.0.0.1", 50_001);

    /** A reply that left, and when. */
    private record Sent(InetSocketAddress to, String text, long atNanos) {}

    private final FakeTime time = new FakeTime();
    private final Recorder events = new Recorder();
    private final List<Sent> sent = new ArrayList<>();
    private Conduct conduct = new Conduct(Impairments.ofLoss(0), SEED, 0);
    private final Responder responder = responder(ReplyQueue.MAX_REPLIES, events);

    @Test
    void answersAtOnceWithoutDelay() {
        receive("Ping 1 2\r\n", CLIENT);
        assertEquals(List.of(new Sent(CLIENT, "PING 1 2\r\n", 0)), sent);
        assertEquals(
                List.of(
                        new ServerEvent.Answered(
                                CLIENT,
                                "Ping 1 2",
                                10,
                                time.clocks().wall().instant(),
                                Duration.ZERO,
                                1)),
                events.all());
    }

    @Test
    void thirtyClientsGetEachReplyExactlyAtItsDelay() {
        conduct =
                new Conduct(
                        new Impairments(
                                0, new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM), 0, 0),
                        SEED,
                        0);
        List<Sent> expected = new ArrayList<>();
        for (int ping = 0; ping < 10; ping++) {
            for (int client = 0; client < 30; client++) {
                InetSocketAddress source = Datagrams.from("10.0.0." + (client + 1), 50_000);
                long delayNanos =
                        Fate.of(FateDice.of(SEED, client, ping), conduct.impairments())
                                .delayNanos();
                receive("ping " + ping, source);
                expected.add(new Sent(source, "PING " + ping, time.elapsedNanos() + delayNanos));
                runUntilNothingIsDueWithin(100_000);
            }
        }
        runUntilNothingIsDueWithin(1_000_000_000);

        assertEquals(300, sent.size());
        assertEquals(sortedByTime(expected), sortedByTime(sent));
        assertEquals(300, events.of(ServerEvent.Answered.class).size());
    }

    @Test
    void eventTellsTheDelayWhenTheReplyLeaves() {
        conduct = conduct.with(delayed(50));
        receive("x", CLIENT);
        assertEquals(List.of(), events.all());
        time.advanceNanos(50_000_000);
        responder.sendDue();
        ServerEvent.Answered answered = events.of(ServerEvent.Answered.class).get(0);
        assertEquals(Duration.ofMillis(50), answered.delay());
        assertEquals(time.clocks().wall().instant(), answered.at());
    }

    @Test
    void duplicateFollowsRightBehindAsPartOfOneAnswer() {
        conduct = conduct.with(new Impairments(0, Delay.NONE, 1, 0));
        receive("Ping", CLIENT);
        assertEquals(List.of(new Sent(CLIENT, "PING", 0), new Sent(CLIENT, "PING", 0)), sent);
        assertEquals(2, events.of(ServerEvent.Answered.class).get(0).copies());
        assertEquals(1, events.all().size());

        conduct =
                conduct.with(
                        new Impairments(
                                0, new Delay(Duration.ofMillis(5), Delay.Spread.CONSTANT), 1, 0));
        receive("Pong", CLIENT);
        runUntilNothingIsDueWithin(10_000_000);
        assertEquals(
                List.of(new Sent(CLIENT, "PONG", 5_000_000), new Sent(CLIENT, "PONG", 5_000_000)),
                sent.subList(2, 4));
    }

    @Test
    void reorderedReplyIsOvertaken() {
        conduct = conduct.with(new Impairments(0, Delay.NONE, 0, 1));
        receive("first", CLIENT);
        conduct = conduct.with(Impairments.ofLoss(0));
        receive("second", CLIENT);
        runUntilNothingIsDueWithin(1_000_000_000);
        assertEquals(
                List.of(
                        new Sent(CLIENT, "SECOND", 0),
                        new Sent(CLIENT, "FIRST", Impairments.REORDER_HOLD_MILLIS * 1_000_000)),
                sent);
    }

    @Test
    void lossIsTold() {
        conduct = conduct.with(Impairments.ofLoss(1));
        receive("x", CLIENT);
        assertEquals(List.of(), sent);
        assertInstanceOf(ServerEvent.Dropped.class, events.last());
    }

    @Test
    void replyThatCannotLeaveIsIgnoredNotAnswered() {
        responder.receive(Datagrams.text("x"), CLIENT, (reply, to) -> false);
        assertEquals(
                ServerEvent.Reason.SEND_FAILED,
                events.of(ServerEvent.Ignored.class).get(0).reason());
        assertEquals(1, events.all().size());
    }

    @Test
    void duplicateOfWhichOneLeftCountsOne() {
        conduct = conduct.with(new Impairments(0, Delay.NONE, 1, 0));
        Deque<Boolean> outcomes = new ArrayDeque<>(List.of(true, false));
        responder.receive(Datagrams.text("x"), CLIENT, (reply, to) -> outcomes.remove());
        assertEquals(1, events.of(ServerEvent.Answered.class).get(0).copies());
    }

    @Test
    void moreWaitingRepliesThanThereIsRoomForAreLimited() {
        Responder small = responder(3, events);
        conduct = conduct.with(delayed(50));
        for (int i = 0; i < 5; i++) {
            small.receive(Datagrams.text("ping " + i), CLIENT, this::send);
        }
        assertEquals(
                List.of(ServerEvent.Limit.TOTAL_RATE, ServerEvent.Limit.TOTAL_RATE),
                events.of(ServerEvent.Limited.class).stream()
                        .map(ServerEvent.Limited::limit)
                        .toList());
    }

    @Test
    void repliesStillWaitingAreTold() {
        conduct = conduct.with(delayed(50));
        receive("Ping 1", CLIENT);
        receive("Ping 2", CLIENT);
        responder.abandon();
        assertEquals(List.of(), sent);
        assertEquals(
                List.of("Ping 1", "Ping 2"),
                events.of(ServerEvent.Ignored.class).stream()
                        .filter(event -> event.reason() == ServerEvent.Reason.STOPPED)
                        .map(ServerEvent.Ignored::text)
                        .toList());
        assertEquals(Long.MAX_VALUE, responder.nanosToNextReply());
    }

    @Test
    void crowdDueTogetherIsSentInTurns() {
        conduct = conduct.with(delayed(50));
        for (int i = 0; i < 1_000; i++) {
            receive("ping " + i, CLIENT);
        }
        time.advanceNanos(50_000_000);
        responder.sendDue();
        assertTrue(sent.size() < 1_000);
        int turns = 1;
        while (responder.nanosToNextReply() <= 0) {
            responder.sendDue();
            turns++;
        }
        assertEquals(1_000, sent.size());
        assertTrue(turns < 100, "no turn goes by for nothing");
    }

    @Test
    void twoServersMadeToAnswerEachOtherFallSilent() {
        for (String first : List.of("hello", "HELLO", "123", "\u0000\u00ff")) {
            InetSocketAddress left = Datagrams.from("203.0.113.2", 12_000);
            InetSocketAddress right = Datagrams.from("203.0.113.3", 12_000);
            Responder atLeft = responder(100, new Recorder());
            Responder atRight = responder(100, new Recorder());
            Deque<ByteBuffer> toLeft = new ArrayDeque<>();
            Deque<ByteBuffer> toRight = new ArrayDeque<>();
            toLeft.add(Datagrams.text(first));
            int answered = 0;
            while (answered < 10_000 && !(toLeft.isEmpty() && toRight.isEmpty())) {
                if (!toLeft.isEmpty()) {
                    atLeft.receive(toLeft.remove(), right, (reply, to) -> toRight.add(copy(reply)));
                }
                if (!toRight.isEmpty()) {
                    atRight.receive(toRight.remove(), left, (reply, to) -> toLeft.add(copy(reply)));
                }
                answered++;
            }
            assertTrue(answered < 500, () -> "goes on and on with " + first);
        }
    }

    @Test
    void noReplyIsEverLongerThanItsRequest() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] request = new byte[random.nextInt(65_508)];
            random.nextBytes(request);
            responder.receive(
                    ByteBuffer.wrap(request),
                    CLIENT,
                    (reply, to) -> {
                        assertEquals(request.length, reply.remaining());
                        return true;
                    });
        }
    }

    private Responder responder(int maxWaiting, Recorder recorder) {
        return new Responder(
                new Gatekeeper(AbuseLimits.DEFAULT, other -> false, time.nanoTime()),
                () -> conduct,
                new ReplyQueue(maxWaiting, ReplyQueue.MAX_BYTES, () -> {}),
                time.clocks(),
                new EventSink(recorder));
    }

    private void receive(String text, InetSocketAddress client) {
        responder.receive(Datagrams.text(text), client, this::send);
    }

    private boolean send(ByteBuffer reply, InetSocketAddress to) {
        return sent.add(new Sent(to, Datagrams.text(reply), time.elapsedNanos()));
    }

    /** Moves the clock from reply to reply, and at last to the end of the time given. */
    private void runUntilNothingIsDueWithin(long nanos) {
        long leftNanos = nanos;
        while (responder.nanosToNextReply() <= leftNanos) {
            long stepNanos = Math.max(0, responder.nanosToNextReply());
            time.advanceNanos(stepNanos);
            leftNanos -= stepNanos;
            responder.sendDue();
        }
        time.advanceNanos(leftNanos);
    }

    private static Impairments delayed(int millis) {
        return new Impairments(
                0, new Delay(Duration.ofMillis(millis), Delay.Spread.CONSTANT), 0, 0);
    }

    private static List<Sent> sortedByTime(List<Sent> replies) {
        return replies.stream()
                .sorted(
                        (a, b) -> {
                            int byTime = Long.compare(a.atNanos, b.atNanos);
                            return byTime != 0 ? byTime : a.toString().compareTo(b.toString());
                        })
                .toList();
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }
}
