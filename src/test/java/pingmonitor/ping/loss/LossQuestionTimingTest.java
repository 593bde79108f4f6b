package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ping.loss.LossScenarios.NAT;
import static pingmonitor.ping.loss.LossScenarios.allOf;
import static pingmonitor.ping.loss.LossScenarios.fixedRate;
import static pingmonitor.ping.loss.LossScenarios.of;
import static pingmonitor.ping.loss.LossScenarios.plan;
import static pingmonitor.ping.loss.LossScenarios.untilAsked;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.PingSocket;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.RememberedFate;

/** When lost pings are asked about. */
class LossQuestionTimingTest {
    @Test
    void longRunAsksEveryFewSecondsInThePauseAfterAPing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        for (int second = 0; second < 30; second++) {
            for (int half = 0; half < 2; half++) {
                net.passMillis(500);
                int latest = net.sent.size();
                if (latest % 2 == 0) {
                    net.echo(latest);
                }
                answerLatest(net);
            }
        }
        long began = net.beganNanos;
        List<Long> asked =
                net.askedNanos.stream().map(nanos -> (nanos - began) / 1_000_000).toList();
        assertTrue(asked.get(0) >= 3_000 && asked.get(0) < 4_000, asked.toString());
        assertTrue(asked.size() >= 7 && asked.size() <= 24, asked.toString());
        for (long nanos : net.askedNanos) {
            assertTrue(isInAPause(net, nanos), asked.toString());
        }
        net.stop();
        long lost = of(net, PingEvent.TimedOut.class).size() - of(net, PingEvent.Late.class).size();
        long told = of(net, PingEvent.Verdict.class).size();
        assertTrue(told >= lost - 10 && told > 10, told + " of " + lost);
        Set<Long> sequences = new HashSet<>();
        of(net, PingEvent.Verdict.class).forEach(each -> sequences.add(each.sequence()));
        assertEquals(told, sequences.size(), "each once");
    }

    @Test
    void fixedRateAsksBetweenSlotsAndInPortions() {
        ScriptedNet net = ScriptedNet.withKnownServer(fixedRate(PingPlan.UNTIL_STOPPED, 10, 100));
        net.passMillis(50);
        net.echo(1);
        net.passMillis(2_970);
        assertEquals(1, net.questions.size());
        assertEquals(LossLocator.FIRST_PINGS, net.lostIn(1).size());
        int answered = 0;
        while (net.nowNanos - net.beganNanos < 9_000_000_000L) {
            while (answered < net.questions.size()) {
                answered++;
                int pings = net.lostIn(answered).size();
                assertTrue(pings <= FateQuestion.MAX_PINGS);
                assertTrue(net.questions.get(answered - 1).length <= 1_000);
                net.answer(answered, allOf(RememberedFate.DROPPED, pings));
            }
            net.passMillis(1);
        }
        for (long nanos : net.askedNanos) {
            long afterBeat = Math.floorMod(nanos - net.beganNanos, 10_000_000);
            assertTrue(afterBeat >= 2_000_000 && afterBeat <= 8_000_000, afterBeat + " ns");
        }
        net.stop();
        long lost = of(net, PingEvent.TimedOut.class).size();
        long told = of(net, PingEvent.Verdict.class).size();
        assertTrue(told > 500 && lost - told < 320, told + " of " + lost);
        assertTrue(net.questions.size() < 20, net.questions.size() + " questions");
    }

    @Test
    void runWithoutPausesAsksToo() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 0, 300, true));
        net.echo(1);
        net.passMillis(4_100);
        assertEquals(1, net.questions.size());
    }

    @Test
    void longRunWithoutLossAsksNowAndThenForItsAddress() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        for (int tenth = 0; tenth < 1_000; tenth++) {
            net.echo(net.sent.size());
            net.passMillis(100);
            if (net.questions.size() > 0) {
                net.answer(net.questions.size(), 1_000, NAT);
            }
        }
        assertEquals(1 + (100 - 3) / 30, net.questions.size());
        assertTrue(net.askedNanos.get(0) - net.beganNanos <= 3_200_000_000L);
        for (int nth = 1; nth <= net.questions.size(); nth++) {
            assertEquals(List.of(), net.lostIn(nth));
        }
        assertEquals(1, of(net, PingEvent.MappedAddress.class).size());
    }

    @Test
    void plainEchoIsAskedOnceInALongRunWithoutLoss() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        for (int tenth = 0; tenth < 1_000; tenth++) {
            net.echo(net.sent.size());
            net.passMillis(100);
            if (net.questions.size() > 0) {
                net.arrive(net.questionText(1).toUpperCase(Locale.ROOT));
            }
        }
        assertEquals(1, net.questions.size());
        assertFalse(net.story().contains("foreign"));
    }

    @Test
    void silentServerIsAskedSeldom() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(17_000);
        assertEquals(QuestionSchedule.MAX_UNANSWERED, net.questions.size());
        net.passMillis(300_000);
        assertEquals(QuestionSchedule.MAX_UNANSWERED + 10, net.questions.size());
    }

    @Test
    void serverThatStartsLateIsAskedOnceItAnswersAPing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(20_000);
        assertEquals(QuestionSchedule.MAX_UNANSWERED, net.questions.size());
        net.echo(net.sent.size());
        net.passMillis(1_000);
        assertEquals(QuestionSchedule.MAX_UNANSWERED + 1, net.questions.size());
        answerLatest(net);
        assertTrue(net.story().contains("verdict"), net.story());
    }

    @Test
    void serverThatStartsLateAndAnswersNoPingIsFound() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(20_000);
        untilAsked(net, QuestionSchedule.MAX_UNANSWERED + 1, 30_000);
        answerLatest(net);
        untilAsked(net, QuestionSchedule.MAX_UNANSWERED + 2, 4_000);
    }

    @Test
    void allOfManyLostPingsAreAskedAboutAtTheEnd() {
        int count = 1_000;
        ScriptedNet net = ScriptedNet.withKnownServer(fixedRate(count, 1, 300));
        net.passMillis(1_310);
        int answered = 0;
        while (!net.finished()) {
            while (answered < net.questions.size()) {
                answered++;
                int pings = net.lostIn(answered).size();
                net.answer(answered, allOf(RememberedFate.UNSEEN, pings));
            }
            net.passMillis(20);
        }
        assertEquals(count, of(net, PingEvent.Verdict.class).size());
        assertTrue(answered <= 2 + count / FateQuestion.MAX_PINGS);
        assertEquals(count, net.sent.size());
    }

    @Test
    void verdictsKeepUpWithAThousandPingsPerSecond() {
        ScriptedNet net = ScriptedNet.withKnownServer(fixedRate(PingPlan.UNTIL_STOPPED, 1, 300));
        FarServer server = new FarServer(net);
        int seconds = 40;
        long most = 0;
        for (int second = 1; second <= seconds; second++) {
            server.passMillis(1_000);
            long lost = of(net, PingEvent.TimedOut.class).size();
            long told = of(net, PingEvent.Verdict.class).size();
            most = Math.max(most, lost - told);
        }
        // In one round of 3 s 900 are lost, and a question that is lost costs as much again.
        assertTrue(most < 4_000, most + " pings wait for a verdict");
        Set<Long> told = new HashSet<>();
        of(net, PingEvent.Verdict.class).forEach(each -> told.add(each.sequence()));
        List<Long> missing =
                of(net, PingEvent.TimedOut.class).stream()
                        .map(PingEvent.TimedOut::sequence)
                        .filter(each -> each < (seconds - 25) * 1_000 && !told.contains(each))
                        .toList();
        assertEquals(List.of(), missing);
        int questions = net.questions.size();
        assertTrue(questions > 100 && questions < 25 * seconds, questions + " questions");
        for (int i = 1; i < questions; i++) {
            long apart = net.askedNanos.get(i) - net.askedNanos.get(i - 1);
            assertTrue(apart >= 20_000_000 || i < 3, apart + " ns between questions");
        }
        net.stop();
        server.passMillis(1_100);
        long lost = of(net, PingEvent.TimedOut.class).size();
        assertTrue(lost - of(net, PingEvent.Verdict.class).size() < 400, net.events.size() + "");
    }

    @Test
    void restartedServerKnowsOnlyWhatItSawSince() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.echo(1);
        net.passMillis(3_050);
        int pings = net.lostIn(1).size();
        net.answer(1, 60_000, net.portOfQuestion(1), allOf(RememberedFate.DROPPED, pings));
        untilAsked(net, 2);
        pings = net.lostIn(2).size();
        net.answer(2, 60_000, net.portOfQuestion(2), allOf(RememberedFate.DROPPED, pings));
        int before = net.events.size();
        untilAsked(net, 3);
        int asked = net.lostIn(3).size();
        assertTrue(asked >= 5, asked + " pings");
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, asked);
        fates[0] = RememberedFate.ANSWERED;
        net.answer(3, 1_200, net.portOfQuestion(3), fates);
        String story = net.storySince(before);
        assertTrue(
                story.contains("RETURN_PATH"),
                "seen before it was stopped, or by another: " + story);
        assertFalse(story.contains("FORWARD_PATH"), story);
        long startedNanos = net.nowNanos - 1_200_000_000;
        untilAsked(net, 4);
        asked = net.lostIn(4).size();
        long complete = (net.nowNanos - startedNanos) / 1_000_000;
        net.answer(4, complete, net.portOfQuestion(4), allOf(RememberedFate.UNSEEN, asked));
        List<PingEvent.Verdict> there =
                of(net, PingEvent.Verdict.class).stream()
                        .filter(verdict -> verdict.where() == LossLocation.FORWARD_PATH)
                        .toList();
        assertTrue(there.size() >= 2, net.storySince(before));
        for (PingEvent.Verdict verdict : there) {
            long sent = net.sentNanos.get((int) verdict.sequence() - 1);
            assertTrue(sent - startedNanos > 0, verdict.toString());
        }
    }

    @Test
    void oldestLostPingsAreForgottenBeyondTheLimit() {
        LostPings lost = new LostPings();
        PingSocket link = ScriptedNet.withKnownServer(plan(1, 0, 300, false)).links.get(0);
        for (int i = 1; i <= LostPings.MAX_PINGS + 5; i++) {
            lost.add(ScriptedNet.ping(i, link, 0));
        }
        List<InFlightPing> next = lost.next(Integer.MAX_VALUE, LostPings.MIN_AGE_NANOS).pings();
        assertEquals(LostPings.MAX_PINGS, next.size());
        assertEquals(6, next.get(0).sequence());
    }

    /** 100 ms away; it drops three of ten pings, and on each way three of ten questions or answers are lost. */
    private static final class FarServer {
        private static final int AWAY_MILLIS = 100;

        private final ScriptedNet net;
        private final SplittableRandom random = new SplittableRandom(11);
        private int answered;
        private int echoed;

        FarServer(ScriptedNet net) {
            this.net = net;
        }

        void passMillis(int millis) {
            for (int i = 0; i < millis && !net.finished(); i++) {
                net.passMillis(1);
                while (echoed < net.sent.size() && isHere(net.sentNanos.get(echoed))) {
                    echoed++;
                    if (random.nextInt(10) >= 3) {
                        net.echo(echoed);
                    }
                }
                while (answered < net.questions.size() && isHere(net.askedNanos.get(answered))) {
                    answered++;
                    if (random.nextInt(10) >= 3 && random.nextInt(10) >= 3) {
                        int pings = net.lostIn(answered).size();
                        net.answer(answered, allOf(RememberedFate.DROPPED, pings));
                    }
                }
            }
        }

        private boolean isHere(long sentNanos) {
            return net.nowNanos - sentNanos >= AWAY_MILLIS * 1_000_000L;
        }
    }

    private static void answerLatest(ScriptedNet net) {
        int latest = net.questions.size();
        if (latest > 0) {
            int pings = net.lostIn(latest).size();
            net.answer(latest, allOf(RememberedFate.DROPPED, pings));
        }
    }

    /** Not while a ping is under way, which is until its reply or its time-out. */
    private static boolean isInAPause(ScriptedNet net, long nanos) {
        for (long sent : net.sentNanos) {
            long before = nanos - sent;
            if (before < 0 && before > -5_000_000) {
                return false;
            }
        }
        return true;
    }
}
