package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.echo.fate.SeededFatePolicy;

class AdmissionControlTest {
    private static final int PORT = 12_000;
    private static final InetSocketAddress OURS = Datagrams.from("10.77.1.2", PORT);
    private static final InetSocketAddress ANNA = Datagrams.from("203.0.113.2", 50_001);
    private static final InetSocketAddress BERT = Datagrams.from("203.0.113.3", 50_001);
    private static final InetSocketAddress LOCAL = Datagrams.from("127.0.0.1", 50_001);
    private static final Impairments EVERYTHING =
            new Impairments(0.4, new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM), 0.2, 0.2);

    private final FakeTime time = new FakeTime();
    private ServerSettings settings =
            new ServerSettings(fates(EVERYTHING), RateLimitSettings.DEFAULT);
    private AdmissionControl admission = new AdmissionControl(OURS::equals, () -> settings);

    @Test
    void systemPortAndOwnPortAreIgnoredInThisOrder() {
        assertIgnored(ServerEvent.Reason.SYSTEM_PORT, judge("", Datagrams.from("203.0.113.2", 53)));
        assertIgnored(ServerEvent.Reason.OWN_PORT, judge("", OURS));
        assertIgnored(
                ServerEvent.Reason.SYSTEM_PORT, judge("x", Datagrams.from("203.0.113.2", 1_023)));
        assertIgnored(ServerEvent.Reason.SYSTEM_PORT, judge("x", Datagrams.from("127.0.0.1", 0)));
        assertIgnored(ServerEvent.Reason.OWN_PORT, judge("x", OURS));
        assertInstanceOf(
                AdmissionDecision.Admit.class, judge("x", Datagrams.from("203.0.113.2", 1_024)));
        assertInstanceOf(
                AdmissionDecision.Admit.class, judge("x", Datagrams.from("10.77.1.2", PORT + 1)));
    }

    @Test
    void repeatedTextIsRefusedOnlyFromTheClientThatRepeatsIt() {
        settings = settings.with(fates(Impairments.ofLoss(0)));
        assertRefusedOnceRepeated("PING 0 1", LOCAL);
        assertInstanceOf(AdmissionDecision.Admit.class, judge("PING 0 2", LOCAL));
        assertInstanceOf(
                AdmissionDecision.Admit.class,
                judge("PING 0 1", Datagrams.from("127.0.0.1", 50_002)));
        for (int i = 0; i < 2 * LoopGuard.MAX_REPEATS; i++) {
            assertInstanceOf(
                    AdmissionDecision.Admit.class,
                    judge("Ping 0 1", LOCAL),
                    "with small letters: no loop");
        }
    }

    @Test
    void emptyDatagramsHaveFatesUntilTheyRepeatTooOften() {
        assertEquals(fate(42, 0, 0, EVERYTHING), judge("", ANNA));
        for (int i = 1; i < LoopGuard.MAX_REPEATS; i++) {
            assertInstanceOf(AdmissionDecision.Admit.class, judge("", ANNA));
        }
        assertRefused(ServerEvent.Limit.ECHO_LOOP, judge("", ANNA));
        assertInstanceOf(AdmissionDecision.Admit.class, judge("", BERT));
    }

    @Test
    void rateLimitsApplyToEmptyDatagrams() {
        admission = admission(RateLimitSettings.ofClient(5));
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(AdmissionDecision.Admit.class, judge("", ANNA));
        }
        assertRefused(ServerEvent.Limit.CLIENT_RATE, judge("", ANNA));
    }

    @Test
    void lowerCaseTextMakesALoopWhenRepliesAreUnchanged() {
        settings = settings.with(fates(new Impairments(0, Delay.NONE, 0, 0, ReplyText.UNCHANGED)));
        assertRefusedOnceRepeated("PING 0 1", LOCAL);
        for (int i = 0; i < LoopGuard.MAX_REPEATS; i++) {
            assertInstanceOf(AdmissionDecision.Admit.class, judge("Ping 0 1", LOCAL));
            assertInstanceOf(
                    AdmissionDecision.Admit.class, judge("Ping " + i, LOCAL), "each another text");
        }
        assertRefused(ServerEvent.Limit.ECHO_LOOP, judge("Ping 0 1", LOCAL));
    }

    @Test
    void interleavedDatagramsDoNotChangeTheFatesOfAClient() {
        Map<InetSocketAddress, List<AdmissionDecision>> inTurn = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            record(inTurn, i % 2 == 0 ? ANNA : BERT);
        }
        admission = admission(RateLimitSettings.DEFAULT);
        Map<InetSocketAddress, List<AdmissionDecision>> atRandom = new HashMap<>();
        record(atRandom, ANNA);
        record(atRandom, BERT);
        Random random = new Random(5);
        while (atRandom.get(ANNA).size() < 200 || atRandom.get(BERT).size() < 200) {
            InetSocketAddress next = random.nextInt(10) < 7 ? ANNA : BERT;
            record(atRandom, atRandom.get(next).size() < 200 ? next : next == ANNA ? BERT : ANNA);
        }
        assertEquals(inTurn, atRandom);
        assertNotEquals(inTurn.get(ANNA), inTurn.get(BERT));
    }

    @Test
    void fateDependsOnTheOrderOfArrivalNotOnTheAddress() {
        Map<InetSocketAddress, List<AdmissionDecision>> annaFirst = new HashMap<>();
        Map<InetSocketAddress, List<AdmissionDecision>> bertFirst = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            record(annaFirst, ANNA);
        }
        admission = admission(RateLimitSettings.DEFAULT);
        for (int i = 0; i < 100; i++) {
            record(bertFirst, BERT);
        }
        assertEquals(annaFirst.get(ANNA), bertFirst.get(BERT));
    }

    @Test
    void refusedDatagramsCountForTheFatesOfLaterOnes() {
        assertRefusedOnceRepeated("PING", ANNA);
        judge("", ANNA);
        assertEquals(fate(42, 0, LoopGuard.MAX_REPEATS + 2, EVERYTHING), judge("x", ANNA));
    }

    @Test
    void ignoredSendersDoNotCountAsClients() {
        judge("x", Datagrams.from("203.0.113.2", 53));
        judge("x", OURS);
        assertEquals(fate(42, 0, 0, EVERYTHING), judge("x", ANNA));
    }

    @Test
    void changedImpairmentsKeepTheDice() {
        judge("x", ANNA);
        settings = settings.with(fates(Impairments.ofLoss(0.9)));
        assertEquals(fate(42, 0, 1, Impairments.ofLoss(0.9)), judge("x", ANNA));
    }

    @Test
    void settingTheSameSeedRestartsTheFates() {
        judge("x", ANNA);
        judge("x", BERT);
        settings = settings.begunAnew(new SeededFatePolicy(42, EVERYTHING));
        assertEquals(fate(42, 0, 0, EVERYTHING), judge("x", BERT));
        settings = settings.begunAnew(new SeededFatePolicy(43, EVERYTHING));
        assertEquals(fate(43, 0, 0, EVERYTHING), judge("x", ANNA));
        assertEquals(fate(43, 1, 0, EVERYTHING), judge("x", BERT));
    }

    /** A reader that was held up just then must not come with the old seed after another came with the new one. */
    @Test
    void noDatagramIsJudgedWhileAnotherReadsTheSettings() throws InterruptedException {
        AtomicReference<AdmissionDecision> bertsFirst = new AtomicReference<>();
        Thread other = new Thread(() -> bertsFirst.set(judge("x", BERT)));
        AtomicBoolean isFirst = new AtomicBoolean(true);
        admission =
                new AdmissionControl(
                        OURS::equals,
                        () -> {
                            ServerSettings asked = settings;
                            if (isFirst.getAndSet(false)) {
                                settings = settings.begunAnew(new SeededFatePolicy(43, EVERYTHING));
                                other.start();
                                while (other.getState() != Thread.State.BLOCKED
                                        && other.isAlive()) {
                                    Thread.onSpinWait();
                                }
                            }
                            return asked;
                        });
        assertEquals(fate(42, 0, 0, EVERYTHING), judge("x", ANNA));
        other.join();
        assertEquals(fate(43, 0, 0, EVERYTHING), bertsFirst.get());
        assertEquals(fate(43, 0, 1, EVERYTHING), judge("x", BERT));
    }

    @Test
    void clientLimitLeavesOthersOfTheSameAddressAlone() {
        admission = admission(new RateLimitSettings(10, 100, 1_000, false));
        assertEquals(20, admitted(ANNA, 50, ServerEvent.Limit.CLIENT_RATE));
        assertEquals(
                20,
                admitted(Datagrams.from("203.0.113.2", 50_002), 50, ServerEvent.Limit.CLIENT_RATE));
        time.advanceNanos(1_000_000_000);
        assertEquals(10, admitted(ANNA, 50, ServerEvent.Limit.CLIENT_RATE));
    }

    @Test
    void addressLimitLeavesOtherAddressesAlone() {
        admission = admission(new RateLimitSettings(1_000, 10, 1_000, false));
        assertEquals(20, admitted(ANNA, 500, ServerEvent.Limit.ADDRESS_RATE));
        assertEquals(
                0,
                admitted(
                        Datagrams.from("203.0.113.2", 50_002), 50, ServerEvent.Limit.ADDRESS_RATE));
        assertEquals(20, admitted(BERT, 50, ServerEvent.Limit.ADDRESS_RATE));
    }

    @Test
    void refusalByOneLimitUsesNothingOfTheOtherLimits() {
        admission = admission(new RateLimitSettings(5, 10, 15, false));
        // Anna floods; what is refused by her own limit must leave her address's and the total's
        // tokens.
        assertEquals(10, admitted(ANNA, 1_000, ServerEvent.Limit.CLIENT_RATE));
        InetSocketAddress neighbour = Datagrams.from("203.0.113.2", 50_002);
        assertEquals(10, admitted(neighbour, 10, ServerEvent.Limit.CLIENT_RATE));
        // Now her address is exhausted: what it refuses must leave the total's and the client's
        // own.
        InetSocketAddress third = Datagrams.from("203.0.113.2", 50_003);
        assertEquals(0, admitted(third, 1_000, ServerEvent.Limit.ADDRESS_RATE));
        assertEquals(10, admitted(BERT, 10, ServerEvent.Limit.CLIENT_RATE));
        // All 30 are gone; a client and address refused by the total keep theirs.
        InetSocketAddress carl = Datagrams.from("203.0.113.4", 50_001);
        assertEquals(0, admitted(carl, 1_000, ServerEvent.Limit.TOTAL_RATE));
        time.advanceNanos(1_000_000_000);
        assertEquals(10, admitted(carl, 10, ServerEvent.Limit.CLIENT_RATE));
    }

    @Test
    void loopbackIsExemptUnlessIncluded() {
        RateLimitSettings strict = new RateLimitSettings(1, 1, 1, false);
        admission = admission(strict);
        assertEquals(500, admitted(LOCAL, 500, ServerEvent.Limit.CLIENT_RATE));
        assertEquals(
                500, admitted(Datagrams.from("::1", 5_000), 500, ServerEvent.Limit.CLIENT_RATE));
        admission = admission(new RateLimitSettings(1, 1, 1, true));
        assertEquals(2, admitted(LOCAL, 500, ServerEvent.Limit.CLIENT_RATE));
    }

    @Test
    void limitThatThePersonSetAppliesToLoopback() {
        admission = admission(RateLimitSettings.ofClient(5));
        assertEquals(10, admitted(LOCAL, 500, ServerEvent.Limit.CLIENT_RATE));
        assertEquals(10, admitted(ANNA, 500, ServerEvent.Limit.CLIENT_RATE));
    }

    @Test
    void highLimitCanBeReached() {
        admission = admission(RateLimitSettings.ofClient(100_000));
        assertEquals(200_000, admitted(ANNA, 200_100, ServerEvent.Limit.CLIENT_RATE));
        assertEquals(200_000, admitted(BERT, 200_100, ServerEvent.Limit.CLIENT_RATE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void classOf60At10PingsASecondIsNeverRefused(boolean behindOneRouter) {
        settings = settings.with(fates(Impairments.ofLoss(0)));
        List<InetSocketAddress> students = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            students.add(
                    behindOneRouter
                            ? Datagrams.from("203.0.113.2", 50_000 + i)
                            : Datagrams.from("10.0.0." + (i + 1), 50_000));
        }
        for (int tenth = 0; tenth < 600; tenth++) {
            // All of them at the same moment, which is the hardest.
            for (InetSocketAddress student : students) {
                assertInstanceOf(AdmissionDecision.Admit.class, judge("Ping " + tenth, student));
            }
            time.advanceNanos(100_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.2", "203.0.113.99"})
    void floodDoesNotAffectOtherClientsBehindTheSameRouter(String flooding) {
        settings = settings.with(fates(Impairments.ofLoss(0)));
        InetSocketAddress flooder = Datagrams.from(flooding, 60_000);
        for (int tenth = 0; tenth < 100; tenth++) {
            for (int i = 0; i < 10_000; i++) {
                judge("flood", flooder);
            }
            for (int student = 0; student < 60; student++) {
                InetSocketAddress source = Datagrams.from("203.0.113.2", 50_000 + student);
                assertInstanceOf(AdmissionDecision.Admit.class, judge("Ping " + tenth, source));
            }
            time.advanceNanos(100_000_000);
        }
    }

    @Test
    void changedLimitsKeepTheSequenceOfFates() {
        assertEquals(2_000, admitted(ANNA, 3_000, ServerEvent.Limit.CLIENT_RATE));
        settings = settings.with(RateLimitSettings.ofClient(5));
        assertEquals(10, admitted(ANNA, 50, ServerEvent.Limit.CLIENT_RATE));
        settings = settings.with(RateLimitSettings.OFF);
        assertEquals(5_000, admitted(ANNA, 5_000, ServerEvent.Limit.CLIENT_RATE));
        assertEquals(fate(42, 0, 8_050, EVERYTHING), judge("x", ANNA), "still the same client");
    }

    @Test
    void refusalsOtherThanByRateStayWhenTheRatesAreOff() {
        admission = admission(RateLimitSettings.OFF);
        assertRefusedOnceRepeated("PING", ANNA);
        assertIgnored(ServerEvent.Reason.OWN_PORT, judge("x", OURS));
        assertIgnored(
                ServerEvent.Reason.SYSTEM_PORT, judge("x", Datagrams.from("203.0.113.2", 1_023)));
    }

    @Test
    void switchedOffLimitsNeverRefuse() {
        admission = admission(RateLimitSettings.OFF);
        assertEquals(10_000, admitted(ANNA, 10_000, ServerEvent.Limit.CLIENT_RATE));
    }

    @Test
    void questionsDoNotChangeAnyFate() {
        List<AdmissionDecision> without = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            without.add(judge("x", i % 2 == 0 ? ANNA : BERT));
        }
        admission = admission(RateLimitSettings.DEFAULT);
        List<AdmissionDecision> with = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            assertTrue(asks(ANNA));
            assertTrue(asks(Datagrams.from("203.0.113.2", 51_000 + i)), "a stranger");
            time.advanceNanos(50_000_000);
            with.add(judge("x", i % 2 == 0 ? ANNA : BERT));
        }
        assertEquals(without, with);
    }

    @Test
    void questionsHaveLimitsOfTheirOwn() {
        admission = admission(new RateLimitSettings(5, 20, 1_000, false));
        for (int i = 0; i < 100; i++) {
            assertTrue(asks(Datagrams.from("203.0.113.2", 51_000 + i)));
        }
        assertFalse(asks(ANNA), "her address has used up its own");
        assertTrue(asks(BERT));
        assertEquals(10, admitted(ANNA, 50, ServerEvent.Limit.CLIENT_RATE), "her pings' are whole");
        time.advanceNanos(1_000_000_000 / 50);
        assertTrue(asks(ANNA), "though her pings have used up theirs");
        assertFalse(asks(ANNA));
        for (int i = 0; i < 1_000; i++) {
            assertTrue(asks(LOCAL));
        }
    }

    @Test
    void questionsOfAllClientsTogetherAreLimited() {
        long admitted =
                IntStream.range(0, 5_000)
                        .filter(
                                i ->
                                        asks(
                                                Datagrams.from(
                                                        "10.1." + i / 250 + "." + i % 250, 50_000)))
                        .count();
        assertEquals(2 * (long) RateLimiter.QUESTIONS_IN_ALL, admitted);
    }

    @Test
    void questionDoesNotKeepAClientFromBeingForgotten() {
        judge("x", ANNA);
        for (int i = 1; i < ClientRegistry.MAX_CLIENTS; i++) {
            judge("x", Datagrams.from("127.0.0.1", 10_000 + i));
        }
        assertTrue(asks(ANNA));
        judge("x", BERT);
        assertEquals(
                fate(42, ClientRegistry.MAX_CLIENTS + 1, 0, EVERYTHING),
                judge("x", ANNA),
                "forgotten as without the question");
    }

    @Test
    void questionsFromASystemPortOrTheOwnPortAreRefused() {
        assertFalse(asks(Datagrams.from("203.0.113.2", 1_023)));
        assertFalse(asks(Datagrams.from("203.0.113.2", 53)));
        assertFalse(asks(OURS));
        assertTrue(asks(Datagrams.from("203.0.113.2", 1_024)));
    }

    private boolean asks(InetSocketAddress source) {
        return admission.admitsQuestion(source, time.nanoTime());
    }

    @Test
    void forgottenClientReturnsAsANewClient() {
        judge("x", ANNA);
        judge("x", BERT);
        for (int i = 2; i < ClientRegistry.MAX_CLIENTS; i++) {
            judge("x", Datagrams.from("127.0.0.1", 10_000 + i));
        }
        assertEquals(fate(42, 0, 1, EVERYTHING), judge("x", ANNA), "still known");
        judge("x", LOCAL);
        assertEquals(fate(42, 0, 2, EVERYTHING), judge("x", ANNA), "still known");
        assertEquals(
                fate(42, ClientRegistry.MAX_CLIENTS + 1, 0, EVERYTHING),
                judge("x", BERT),
                "the least recent one went");
    }

    private AdmissionControl admission(RateLimitSettings limits) {
        settings = settings.with(limits);
        return new AdmissionControl(OURS::equals, () -> settings);
    }

    private static SeededFatePolicy fates(Impairments impairments) {
        return new SeededFatePolicy(42, impairments);
    }

    private static AdmissionDecision fate(
            long seed, long client, long datagram, Impairments impairments) {
        return new AdmissionDecision.Admit(
                new SeededFatePolicy(seed, impairments).fate(client, datagram, 0));
    }

    private AdmissionDecision judge(String payload, InetSocketAddress source) {
        return admission.judge(Datagrams.text(payload), source, time.nanoTime());
    }

    private void record(
            Map<InetSocketAddress, List<AdmissionDecision>> verdicts, InetSocketAddress client) {
        verdicts.computeIfAbsent(client, key -> new ArrayList<>()).add(judge("x", client));
    }

    private int admitted(InetSocketAddress source, int datagrams, ServerEvent.Limit otherwise) {
        int admitted = 0;
        for (int i = 0; i < datagrams; i++) {
            AdmissionDecision verdict = judge("x", source);
            if (verdict instanceof AdmissionDecision.Admit) {
                admitted++;
            } else {
                assertRefused(otherwise, verdict);
            }
        }
        return admitted;
    }

    private void assertRefusedOnceRepeated(String payload, InetSocketAddress source) {
        for (int i = 0; i < LoopGuard.MAX_REPEATS; i++) {
            assertInstanceOf(AdmissionDecision.Admit.class, judge(payload, source));
        }
        assertRefused(ServerEvent.Limit.ECHO_LOOP, judge(payload, source));
    }

    private static void assertIgnored(ServerEvent.Reason reason, AdmissionDecision verdict) {
        assertEquals(new AdmissionDecision.Ignore(reason), verdict);
    }

    private static void assertRefused(ServerEvent.Limit limit, AdmissionDecision verdict) {
        assertEquals(new AdmissionDecision.Refuse(limit), verdict);
    }
}
