package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Servers that do not send a ping's text back as it was: which ping their replies answer, and how they name it. */
class ReplyMatchTest {
    @Test
    void aReplyMayGoOnBehindItsPing() {
        ScriptedNet net = net(2, 200);
        net.passMillis(1);
        net.arrive(net.sent.get(0) + "9046317251000000000000000042");
        net.passMillis(201);
        net.arrive(net.sent.get(1) + "\0\0\0\0");
        assertEquals("start, sent 1, reply 1 1ms, sent 2, reply 2 1ms", net.story());
        assertEquals(List.of(ReplyMatch.LEFTOVER, ReplyMatch.VERIFIED), matches(net));
    }

    @Test
    void theNumberWithAnotherTimeNamesThePing() {
        assertEachAnswered(ping -> "Ping " + number(ping) + " 1795349999.5", ReplyMatch.OTHER_TIME);
    }

    @Test
    void theNumberAloneNamesThePing() {
        assertEachAnswered(ping -> "ACK " + number(ping), ReplyMatch.NUMBER_ONLY);
        assertEachAnswered(ping -> "{\"seq\": " + number(ping) + "}", ReplyMatch.NUMBER_ONLY);
        assertEachAnswered(ping -> "Ping " + number(ping) + ":", ReplyMatch.NUMBER_ONLY);
    }

    @Test
    void theTimeAloneNamesThePing() {
        assertEachAnswered(ping -> time(ping), ReplyMatch.TIME_ONLY);
    }

    @Test
    void theTimeNamesThePingWhateverTheNumber() {
        ScriptedNet net = net(3, 200);
        answerEach(net, 3, ping -> "Ping 1 " + time(ping));
        assertEquals(
                List.of(
                        ReplyMatch.VERIFIED,
                        ReplyMatch.TIME_WITH_OTHER_NUMBER,
                        ReplyMatch.TIME_WITH_OTHER_NUMBER),
                matches(net));
    }

    @Test
    void aCounterOfTheServersOwnIsFollowed() {
        assertEachAnswered(
                ping -> "Ping " + (number(ping) + 10) + " 1795349999.5", ReplyMatch.OTHER_NUMBER);
        assertEachAnswered(ping -> "ACK " + (number(ping) - 1), ReplyMatch.OTHER_NUMBER);
    }

    @Test
    void ownWordsAnswerTheOnlyPingThatTheyCanMean() {
        assertEachAnswered(ping -> "Hello", ReplyMatch.UNNAMED);
        assertEachAnswered(ping -> "always 42 clients", ReplyMatch.OTHER_NUMBER);
        assertEachAnswered(ping -> "", ReplyMatch.UNNAMED);
    }

    @Test
    void aRoundedTimeNamesThePingAlsoWhereSomeRepliesAreRight() {
        ScriptedNet net = net(2, 200);
        net.passMillis(1);
        net.arrive(net.sent.get(0));
        net.passMillis(200);
        String time = time(net.sent.get(1));
        net.arrive("Ping 2 " + new BigDecimal(time).setScale(3, RoundingMode.UP));
        assertEquals(List.of(ReplyMatch.VERIFIED, ReplyMatch.ROUGH_TIME), matches(net));
    }

    @Test
    void aCopyOfAnEarlierReplyOnTheSamePortIsTheEarlierPingsDuplicate() {
        ScriptedNet net = net(5, 200);
        for (int ping = 0; ping < 3; ping++) {
            answer(net, text -> "ACK " + (number(text) + 5));
        }
        int before = net.events.size();
        net.passMillis(201);
        net.arrive("ACK 8");
        net.passMillis(1);
        net.arrive("ACK 9");
        assertEquals(
                "sent 4, duplicate 3 202ms unverified, reply 4 2ms unverified",
                net.storySince(before));
    }

    @Test
    void aLateReplyIsNotTakenForTheNextPingWhateverItsText() {
        for (String late :
                List.of("Hello", "ACK 1", "ACK 2", "ACK 9", "Ping 2 1795349999.5", "Ping 1 1.5")) {
            ScriptedNet net = net(2, 0);
            net.passMillis(1_050);
            net.arriveAt(0, late);
            assertEquals(
                    "start, sent 1, timeout 1, sent 2, late 1 1050ms unverified",
                    net.story(),
                    late);
        }
    }

    @Test
    void aFurtherTextOfAServerThatSendsPingsBackAnswersNone() {
        ScriptedNet net = net(3, 200);
        answer(net, ping -> ping);
        net.passMillis(300);
        net.arrive("Message received");
        net.arrive("heartbeat 17");
        net.passMillis(5);
        net.echo(2);
        assertEquals(
                "start, sent 1, reply 1 1ms, sent 2, foreign 'Message received',"
                        + " foreign 'heartbeat 17', reply 2 105ms",
                net.story());
    }

    @Test
    void aSecondTextLongAfterTheFirstIsNotTakenForTheNextPing() {
        ScriptedNet net = net(3, 200);
        answer(net, ping -> "Got it");
        net.passMillis(250);
        net.arriveAt(0, "Done");
        net.passMillis(5);
        net.arrive("Got it");
        assertEquals(
                "start, sent 1, reply 1 1ms unverified, sent 2, duplicate 1 251ms unverified,"
                        + " reply 2 55ms unverified",
                net.story());
    }

    @Test
    void aTextThatIsReversedNamesNoOtherPing() {
        ScriptedNet net = net(12, 200);
        answerEach(net, 10, ping -> new StringBuilder(ping).reverse().toString());
        assertEquals(10, matches(net).size(), net.story());
    }

    @Test
    void severalUnderWayAreToldApartByNumberOrTime() {
        ScriptedNet net = atRate(3, 10);
        net.passMillis(26);
        net.arrive("ACK 2");
        net.arrive("{\"time\": " + time(net.sent.get(2)) + "}");
        net.arrive("Hello");
        net.arrive("2 of 3");
        assertEquals(
                "start, sent 1, sent 2, sent 3, reply 2 15ms unverified, reply 3 5ms unverified,"
                        + " foreign 'Hello', foreign '2 of 3'",
                net.story());
    }

    @Test
    void aServerThatNumbersOnlyKeepsItsPortUntilThereIsNeed() {
        ScriptedNet net = net(6, 200);
        for (int ping = 0; ping < 4; ping++) {
            answer(net, text -> "ACK " + number(text));
        }
        assertEquals(3, net.links.size());
        net.passMillis(1_500);
        assertEquals(4, net.links.size(), "after a timeout the next ping has a port of its own");
    }

    @Test
    void onceACopyCameEachPingHasAPortOfItsOwn() {
        ScriptedNet net = net(3, 200);
        answer(net, ping -> "Hello");
        net.arrive("Hello");
        answer(net, ping -> "Hello");
        assertEquals(2, net.links.size());
        answer(net, ping -> "Hello");
        assertEquals(3, net.links.size());
    }

    private static void assertEachAnswered(UnaryOperator<String> server, ReplyMatch how) {
        ScriptedNet net = net(4, 200);
        answerEach(net, 4, server);
        assertEquals(List.of(how, how, how, how), matches(net), net.story());
        assertEquals(3, net.links.size(), "two fresh ports, until it is known that no copies come");
    }

    private static void answerEach(ScriptedNet net, long pings, UnaryOperator<String> server) {
        for (long ping = 1; ping <= pings; ping++) {
            answer(net, server);
        }
    }

    /** The ping that is under way, or leaves next, is answered after a millisecond. */
    private static void answer(ScriptedNet net, UnaryOperator<String> server) {
        if (net.run.latestSentNanos().isEmpty()) {
            net.passMillis(200);
        }
        net.passMillis(1);
        net.arrive(server.apply(net.sent.get(net.sent.size() - 1)));
    }

    private static List<ReplyMatch> matches(ScriptedNet net) {
        return net.events.stream()
                .filter(PingEvent.Replied.class::isInstance)
                .map(event -> ((PingEvent.Replied) event).reply().match())
                .toList();
    }

    private static long number(String ping) {
        return Long.parseLong(ping.split(" ")[1]);
    }

    private static String time(String ping) {
        return ping.split(" ")[2];
    }

    private static ScriptedNet net(long count, long pauseMillis) {
        return new ScriptedNet(plan(count, new Pacing.StopAndWait(Duration.ofMillis(pauseMillis))));
    }

    private static ScriptedNet atRate(long count, long intervalMillis) {
        return new ScriptedNet(
                plan(count, new Pacing.FixedRate(Duration.ofMillis(intervalMillis))));
    }

    private static PingPlan plan(long count, Pacing pacing) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                count,
                Duration.ofSeconds(1),
                pacing,
                0,
                false);
    }
}
