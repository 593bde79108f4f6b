package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.RememberedFate;

/** What the server answers to questions about earlier datagrams. */
class ResponderQuestionsTest extends ResponderFixture {
    @Test
    void aQuestionIsAnsweredWithTheFatesOfThePings() {
        settings = settings.with(fates(Impairments.ofLoss(1)));
        receive("Ping 1 1795342927.102331", CLIENT);
        settings = settings.with(fates(delayed(50)));
        receive("Ping 2 1795342927.202331\r\n", CLIENT);
        settings = settings.with(fates(Impairments.ofLoss(0)));
        receive("Ping 3 1795342927.302331" + " ".repeat(500), CLIENT);
        responder.receive(Datagrams.text("Ping 4 1.5"), CLIENT, (reply, to) -> false);
        for (int i = 0; i <= LoopGuard.MAX_REPEATS; i++) {
            receive("PING", CLIENT);
        }
        assertInstanceOf(ServerEvent.Limited.class, events.last());
        receive("PONG", CLIENT);
        String[] pings = {
            "Ping 1 1795342927.102331",
            "ping 2 1795342927.202331",
            "PING 3 1795342927.302331",
            "Ping 4 1.5",
            "PING 5 1.5",
            "PONG"
        };
        FateAnswer answer = ask(CLIENT, pings);
        assertEquals(
                List.of(
                        RememberedFate.DROPPED,
                        RememberedFate.HELD,
                        RememberedFate.ANSWERED,
                        RememberedFate.UNANSWERED,
                        RememberedFate.UNSEEN,
                        RememberedFate.ANSWERED),
                answer.fates());
        assertEquals(CLIENT, answer.mappedAddress());
        runUntilNothingIsDueWithin(100_000_000);
        assertEquals(RememberedFate.ANSWERED, ask(CLIENT, pings).fates().get(1));
        settings = settings.with(RateLimitSettings.ofClient(1));
        receive("Ping 8 1.5", CLIENT);
        receive("Ping 9 1.5", CLIENT);
        receive("Ping 10 1.5", CLIENT);
        time.advanceNanos(3_000_000_000L);
        assertEquals(
                List.of(RememberedFate.ANSWERED, RememberedFate.LIMITED),
                ask(CLIENT, "Ping 9 1.5", "Ping 10 1.5").fates());
    }

    @Test
    void aReplyThatDoesNotFitIntoTheQueueCountsAsLimited() {
        Responder small = responder(1, events);
        settings = settings.with(fates(delayed(50)));
        small.receive(Datagrams.text("Ping 1 1.5"), CLIENT, this::send);
        small.receive(Datagrams.text("Ping 2 1.5"), CLIENT, this::send);
        assertEquals(
                List.of(RememberedFate.HELD, RememberedFate.LIMITED),
                ask(small, CLIENT, "Ping 1 1.5", "Ping 2 1.5").fates());
    }

    @Test
    void aDelayedReplyThatCannotBeSentIsNotReportedAsHeld() {
        settings = settings.with(fates(delayed(50)));
        responder.receive(Datagrams.text("Ping 1 1.5"), CLIENT, (reply, to) -> false);
        assertEquals(List.of(RememberedFate.HELD), ask(CLIENT, "Ping 1 1.5").fates());
        runUntilNothingIsDueWithin(100_000_000);
        assertEquals(List.of(RememberedFate.UNANSWERED), ask(CLIENT, "Ping 1 1.5").fates());
    }

    @Test
    void anIgnoredPingCountsAsSeen() {
        receive("Ping 1 1.5", Datagrams.from("127.0.0.1", 53));
        receive("", CLIENT);
        assertEquals(
                List.of(RememberedFate.UNANSWERED, RememberedFate.UNSEEN),
                ask(CLIENT, "Ping 1 1.5", "").fates());
    }

    @Test
    void aQuestionIsNotCountedAndItsAnswerIsNotImpaired() {
        Impairments everything =
                new Impairments(1, new Delay(Duration.ofMillis(50), Delay.Spread.CONSTANT), 1, 1);
        settings = settings.with(fates(everything));
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of(RememberedFate.UNSEEN), ask(CLIENT, "Ping 1 1.5").fates());
        }
        assertEquals(List.of(), events.all());
        assertEquals(List.of(), sent);
        assertEquals(Long.MAX_VALUE, responder.nanosToNextReply());
    }

    @Test
    void anAnswerOrAnEchoIsNotTakenForAQuestion() {
        InetSocketAddress other = Datagrams.from("203.0.113.3", 12_000);
        FateAnswer answer = ask(CLIENT, "Ping 1 1.5");
        int answers = 0;
        for (ByteBuffer toUs :
                List.of(
                        answer.encode(),
                        Datagrams.text(
                                Datagrams.text(question("Ping 1 1.5")).toUpperCase(Locale.ROOT)))) {
            // The other one is a server too, and sends back whatever it gets.
            Deque<ByteBuffer> inbox = new ArrayDeque<>(List.of(toUs));
            while (answers < 1_000 && !inbox.isEmpty()) {
                responder.receive(inbox.remove(), other, (reply, to) -> inbox.add(copy(reply)));
                answers++;
            }
        }
        assertEquals(2 * (LoopGuard.MAX_REPEATS + 1), answers);
    }

    @Test
    void noAnswerHasMoreBytesThanItsQuestion() {
        InetSocketAddress longest =
                Datagrams.from("2001:db8:1111:2222:3333:4444:5555:6666", 65_535);
        for (int pings = 0; pings <= FateQuestion.MAX_PINGS; pings++) {
            String[] asked = new String[pings];
            Arrays.fill(asked, "Ping 1 1.5");
            ByteBuffer question = question(asked);
            int length = question.remaining();
            responder.receive(question, longest, this::send);
            assertTrue(sent.get(pings).text().length() <= length);
        }
    }

    @Test
    void questionsAreLimitedTooAndASystemPortGetsNoAnswer() {
        settings = settings.with(RateLimitSettings.ofClient(5));
        receive("Ping 1 1.5", CLIENT);
        for (int i = 0; i < 150; i++) {
            responder.receive(question("Ping 1 1.5"), CLIENT, path);
        }
        assertEquals(1 + 100, sent.size());
        responder.receive(question("Ping 1 1.5"), Datagrams.from("203.0.113.2", 53), path);
        assertEquals(1 + 100, sent.size());
        assertEquals(1, events.datagrams().size());
    }

    private FateAnswer ask(InetSocketAddress client, String... pings) {
        return ask(responder, client, pings);
    }

    private static FateAnswer ask(Responder of, InetSocketAddress client, String... pings) {
        List<ByteBuffer> answers = new ArrayList<>();
        of.receive(question(pings), client, (reply, to) -> answers.add(copy(reply)));
        assertEquals(1, answers.size());
        return FateAnswer.read(answers.get(0)).orElseThrow();
    }

    private static ByteBuffer question(String... pings) {
        List<Long> identities =
                Stream.of(pings).map(Datagrams::text).map(PingIdentity::of).toList();
        return new FateQuestion(5, identities).encode(PingRequest.of(9, Instant.EPOCH, 0));
    }
}
