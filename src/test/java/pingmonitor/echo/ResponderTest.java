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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.echo.fate.SeededFatePolicy;

class ResponderTest extends ResponderFixture {
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
        SeededFatePolicy fates =
                fates(
                        new Impairments(
                                0, new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM), 0, 0));
        settings = settings.with(fates);
        List<Sent> expected = new ArrayList<>();
        for (int ping = 0; ping < 10; ping++) {
            for (int client = 0; client < 30; client++) {
                InetSocketAddress source = Datagrams.from("10.0.0." + (client + 1), 50_000);
                long delayNanos = fates.fate(client, ping, 0).delayNanos();
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
    void theDelayIsReportedWhenTheReplyLeaves() {
        settings = settings.with(fates(delayed(50)));
        receive("x", CLIENT);
        assertEquals(List.of(), events.all());
        time.advanceNanos(50_000_000);
        responder.sendDue();
        ServerEvent.Answered answered = events.of(ServerEvent.Answered.class).get(0);
        assertEquals(Duration.ofMillis(50), answered.delay());
        assertEquals(time.clocks().wall().instant(), answered.at());
    }

    @Test
    void delayedReplyIsReportedBeforeTheDatagramThatItCauses() throws InterruptedException {
        settings = settings.with(fates(delayed(50)));
        AtomicReference<Thread> reader = new AtomicReference<>();
        ReplyPath quick =
                (reply, to) -> {
                    // The reply is out, its event not yet told, and the client is quick.
                    settings = settings.with(fates(Impairments.ofLoss(1)));
                    reader.get().start();
                    while (reader.get().getState() != Thread.State.BLOCKED
                            && reader.get().isAlive()) {
                        Thread.onSpinWait();
                    }
                    return true;
                };
        reader.set(new Thread(() -> responder.receive(Datagrams.text("Ping 2"), CLIENT, quick)));
        responder.receive(Datagrams.text("Ping 1"), CLIENT, quick);
        time.advanceNanos(50_000_000);
        responder.sendDue();
        reader.get().join();
        assertEquals(
                List.of("Ping 1", "Ping 2"),
                events.datagrams().stream().map(ServerEvent.OfDatagram::text).toList());
    }

    @Test
    void delayedReplyThatCannotLeaveYetBlocksNoOtherPath() {
        settings = settings.with(fates(delayed(50)));
        CountDownLatch toldOfAnother = new CountDownLatch(1);
        Thread reader =
                new Thread(
                        () -> {
                            receive("Ping of another", CLIENT);
                            toldOfAnother.countDown();
                        });
        responder.receive(
                Datagrams.text("Ping"),
                CLIENT,
                (reply, to) -> {
                    settings = settings.with(fates(Impairments.ofLoss(0)));
                    reader.start();
                    return await(toldOfAnother);
                });
        time.advanceNanos(50_000_000);
        responder.sendDue();
        assertEquals(
                List.of("Ping of another", "Ping"),
                events.of(ServerEvent.Answered.class).stream()
                        .map(ServerEvent.Answered::text)
                        .toList());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void duplicateFollowsRightBehindAsPartOfOneAnswer() {
        settings = settings.with(fates(new Impairments(0, Delay.NONE, 1, 0)));
        receive("Ping", CLIENT);
        assertEquals(List.of(new Sent(CLIENT, "PING", 0), new Sent(CLIENT, "PING", 0)), sent);
        assertEquals(2, events.of(ServerEvent.Answered.class).get(0).copies());
        assertEquals(1, events.all().size());

        settings =
                settings.with(
                        fates(
                                new Impairments(
                                        0,
                                        new Delay(Duration.ofMillis(5), Delay.Spread.CONSTANT),
                                        1,
                                        0)));
        receive("Pong", CLIENT);
        runUntilNothingIsDueWithin(10_000_000);
        assertEquals(
                List.of(new Sent(CLIENT, "PONG", 5_000_000), new Sent(CLIENT, "PONG", 5_000_000)),
                sent.subList(2, 4));
    }

    @Test
    void reorderedReplyIsOvertaken() {
        settings = settings.with(fates(new Impairments(0, Delay.NONE, 0, 1)));
        receive("first", CLIENT);
        settings = settings.with(fates(Impairments.ofLoss(0)));
        receive("second", CLIENT);
        runUntilNothingIsDueWithin(1_000_000_000);
        assertEquals(
                List.of(
                        new Sent(CLIENT, "SECOND", 0),
                        new Sent(CLIENT, "FIRST", Impairments.REORDER_HOLD_MILLIS * 1_000_000)),
                sent);
    }

    @Test
    void lossIsReported() {
        settings = settings.with(fates(Impairments.ofLoss(1)));
        receive("x", CLIENT);
        assertEquals(List.of(), sent);
        assertInstanceOf(ServerEvent.Dropped.class, events.last());
    }

    @Test
    void replyThatCannotLeaveCountsAsIgnored() {
        responder.receive(Datagrams.text("x"), CLIENT, (reply, to) -> false);
        assertEquals(
                ServerEvent.Reason.SEND_FAILED,
                events.of(ServerEvent.Ignored.class).get(0).reason());
        assertEquals(1, events.all().size());
    }

    @Test
    void partlySentDuplicateCountsAsOneReply() {
        settings = settings.with(fates(new Impairments(0, Delay.NONE, 1, 0)));
        Deque<Boolean> outcomes = new ArrayDeque<>(List.of(true, false));
        responder.receive(Datagrams.text("x"), CLIENT, (reply, to) -> outcomes.remove());
        assertEquals(1, events.of(ServerEvent.Answered.class).get(0).copies());
    }

    @Test
    void repliesBeyondTheQueueLimitAreRefused() {
        Responder small = responder(3, events);
        settings = settings.with(fates(delayed(50)));
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
    void repliesStillWaitingAreReported() {
        settings = settings.with(fates(delayed(50)));
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
    void manyRepliesDueTogetherAreSentInTurns() {
        settings = settings.with(fates(delayed(50)));
        for (int i = 0; i < 1_000; i++) {
            receive("ping " + i, CLIENT);
        }
        time.advanceNanos(50_000_000);
        responder.sendDue();
        assertEquals(Responder.MAX_SENT_IN_A_TURN, sent.size());
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
            Recorder both = new Recorder();
            Responder atLeft = responder(100, both);
            Responder atRight = responder(100, both);
            Deque<ByteBuffer> toLeft = new ArrayDeque<>();
            Deque<ByteBuffer> toRight = new ArrayDeque<>();
            toLeft.add(Datagrams.text(first));
            int rounds = 0;
            while (rounds < 10_000 && !(toLeft.isEmpty() && toRight.isEmpty())) {
                if (!toLeft.isEmpty()) {
                    atLeft.receive(toLeft.remove(), right, (reply, to) -> toRight.add(copy(reply)));
                }
                if (!toRight.isEmpty()) {
                    atRight.receive(toRight.remove(), left, (reply, to) -> toLeft.add(copy(reply)));
                }
                rounds++;
            }
            int changed = first.equals("hello") ? 1 : 0;
            assertEquals(
                    2 * LoopGuard.MAX_REPEATS + changed,
                    both.of(ServerEvent.Answered.class).size(),
                    first);
            assertEquals(1, both.of(ServerEvent.Limited.class).size(), first);
        }
    }

    /** Any bytes, any client, any impairments but duplicates, which a person asks for. */
    @Test
    void repliesAreNeverMoreBytesThanTheirRequests() {
        Random random = new Random(3);
        AtomicLong received = new AtomicLong();
        AtomicLong replied = new AtomicLong();
        AtomicInteger longest = new AtomicInteger();
        ReplyPath path =
                (reply, to) -> {
                    replied.addAndGet(reply.remaining());
                    longest.accumulateAndGet(reply.remaining(), Math::max);
                    return true;
                };
        for (int i = 0; i < 5_000; i++) {
            settings =
                    settings.with(
                            fates(random.nextBoolean() ? delayed(random.nextInt(200)) : lossy()));
            byte[] request = new byte[random.nextInt(10) == 0 ? 65_507 : random.nextInt(1_500)];
            random.nextBytes(request);
            InetSocketAddress client =
                    Datagrams.from("10.0.0." + random.nextInt(200), random.nextInt(65_536));
            ByteBuffer datagram = ByteBuffer.wrap(request);
            if (random.nextInt(4) == 0) {
                datagram.limit(random.nextInt(request.length + 1));
            }
            received.addAndGet(datagram.remaining());
            responder.receive(datagram, client, path);
            runUntilNothingIsDueWithin(random.nextInt(20_000_000));
            assertTrue(replied.get() <= received.get());
        }
        runUntilNothingIsDueWithin(1_000_000_000);
        assertTrue(replied.get() <= received.get());
        assertEquals(65_507, longest.get());
        assertEquals(5_000, events.datagrams().size());
    }

    private static Impairments lossy() {
        return Impairments.ofLoss(0.3);
    }

    /** The lab's server upper-cases too, one of its variants does not, and all answer a datagram with one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void plainServerMadeToAnswerUsFallsSilent(boolean upperCasing) {
        InetSocketAddress plain = Datagrams.from("203.0.113.3", 12_000);
        for (String first : List.of("Ping 1 1795342927.102331", "HELLO", "123", "")) {
            Deque<ByteBuffer> toUs = new ArrayDeque<>(List.of(Datagrams.text(first)));
            int answers = 0;
            while (answers < 10_000 && !toUs.isEmpty()) {
                int before = toUs.size();
                responder.receive(
                        toUs.remove(),
                        plain,
                        (reply, to) -> {
                            ByteBuffer back = copy(reply);
                            if (upperCasing) {
                                ReplyText.UPPER_CASE.apply(back);
                            }
                            return toUs.add(back);
                        });
                answers += toUs.size() >= before ? 1 : 0;
            }
            int changed = first.startsWith("Ping") ? 1 : 0;
            assertEquals(LoopGuard.MAX_REPEATS + changed, answers, first);
        }
    }

    @Test
    void systemPortGetsNothing() {
        for (int port = 0; port < 1_024; port++) {
            receive("ping", Datagrams.from("203.0.113.2", port));
        }
        assertEquals(List.of(), sent);
        assertEquals(1_024, events.of(ServerEvent.Ignored.class).size());
    }

    private static List<Sent> sortedByTime(List<Sent> replies) {
        return replies.stream()
                .sorted(
                        (a, b) -> {
                            int byTime = Long.compare(a.atNanos(), b.atNanos());
                            return byTime != 0 ? byTime : a.toString().compareTo(b.toString());
                        })
                .toList();
    }
}
