package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/** Outages of a run of one ping a second, each told with its own words: r replied, t timed out, s could not be sent. */
class OutagesTest {
    private static final PingPlan PLAN =
            new PingPlan(
                    "127.0.0.1",
                    12_000,
                    AddressFamily.ANY,
                    PingPlan.UNTIL_STOPPED,
                    Duration.ofMillis(500),
                    new Pacing.FixedRate(Duration.ofSeconds(1)),
                    0);

    private final Session session = new Session(PLAN);
    private final List<OutageEvent> told = new ArrayList<>();
    private final OutageWatch watch = new OutageWatch(PLAN, 3, told::add);
    private long sequence;
    private long second;

    @Test
    void outageIsFromTheFirstLostPingToTheFirstAnsweredOne() {
        pings("rrtttrr");

        Outage outage = onlyOutage();
        assertEquals(3, outage.firstSequence());
        assertEquals(5, outage.lastSequence());
        assertEquals(3, outage.lost());
        assertEquals(Scene.START.plusSeconds(2), outage.startedAt());
        assertEquals(nanos(2), outage.startNanos());
        assertEquals(Optional.of(Scene.START.plusSeconds(5)), outage.endedAt());
        assertEquals(OptionalLong.of(nanos(5)), outage.endNanos());
    }

    @Test
    void fewerLossesInARowAreNoOutage() {
        pings("ttrttrttr");
        assertEquals(List.of(), Outages.of(session, 3).latest());
        assertEquals(List.of(), told);
        assertEquals(3, Outages.of(session, 2).latest().size());
    }

    @Test
    void beginningIsToldAtOnceAndTheEndAtTheReply() {
        pings("rttt");
        assertEquals(List.of("Began 3"), words());
        pings("tt");
        assertEquals(List.of("Began 3"), words());
        assertEquals(5, watch.current().orElseThrow().lost());
        pings("r");
        assertEquals(List.of("Began 3", "Ended 5 ANSWERED"), words());
        assertEquals(Optional.empty(), watch.current());
    }

    @Test
    void endIsToldBeforePingsThatStillWaitAreLost() {
        pings("ttt");
        sent();
        sent();
        take(new PingEvent.Replied(5, 1_000, Scene.reply(5)));

        assertEquals(List.of("Began 3", "Ended 3 ANSWERED"), words());
        assertEquals(Optional.empty(), watch.current());
        take(new PingEvent.TimedOut(4));
        assertEquals(2, told.size());
        assertEquals(4, watch.outages().latest().get(0).lost());
        assertEquals(Outages.of(session, 3), watch.outages());
    }

    @Test
    void lateReplyIsStillALoss() {
        pings("ttt");
        take(new PingEvent.Late(2, 900_000_000, Scene.reply(2)));
        pings("r");
        assertEquals(3, onlyOutage().lost());
    }

    @Test
    void cancelledPingEndsNothing() {
        pings("tt");
        sent();
        take(new PingEvent.Cancelled(sequence));
        pings("tr");
        assertEquals(3, onlyOutage().lost());
    }

    @Test
    void sleepEndsTheOutageInWhichItBegins() {
        pings("tttt");
        sleep(20);
        assertEquals(List.of("Began 3", "Ended 4 STANDSTILL"), words());
        pings("ttr");

        Outage outage = onlyOutage();
        assertEquals(4, outage.lost());
        assertEquals(OptionalLong.of(nanos(4)), outage.endNanos());
        assertEquals(Optional.of(Scene.START.plusSeconds(4)), outage.endedAt());
    }

    @Test
    void lossesOnBothSidesOfASleepAreNotOneOutage() {
        pings("tt");
        sleep(20);
        pings("ttr");
        assertEquals(List.of(), watch.outages().latest());
    }

    @Test
    void pingThatWasUnderWayAsTheMachineFellAsleepIsNotCounted() {
        pings("tt");
        sent();
        second--;
        sleep(20);
        take(new PingEvent.TimedOut(sequence));
        pings("r");
        assertEquals(List.of(), watch.outages().latest());
        assertEquals(List.of(), Outages.of(session, 3).latest());
    }

    /** A standstill may seem to have begun a moment before it did. */
    @Test
    void pingSentWithinAStandstillIsNotCounted() {
        pings("r");
        sent();
        take(new PingEvent.Stalled(Scene.START, nanos(1) + 200_000_000, 300_000_000));
        take(new PingEvent.TimedOut(sequence));
        pings("ttr");
        assertEquals(List.of(), watch.outages().latest());
    }

    @Test
    void outageAfterASleepIsOne() {
        pings("r");
        sleep(20);
        pings("tttr");
        assertEquals(nanos(21), onlyOutage().startNanos());
    }

    @Test
    void endOfTheRunEndsTheOutage() {
        pings("tttt");
        take(new PingEvent.Finished(PingEvent.Outcome.STOPPED, Scene.START.plusSeconds(9)));

        assertEquals(List.of("Began 3", "Ended 4 RUN_ENDED"), words());
        assertEquals(OptionalLong.of(nanos(9)), onlyOutage().endNanos());
    }

    @Test
    void outageThatGoesOnHasNoEnd() {
        pings("rttt");
        assertEquals(OptionalLong.empty(), onlyOutage().endNanos());
    }

    @Test
    void pingsThatCannotBeSentMakeAnOutageOfThisComputer() {
        pings("sssr");
        assertEquals(OutageCause.OFFLINE, onlyOutage().cause());
        OutageFigures figures = watch.outages().figures();
        assertEquals(nanos(3), figures.offlineNanos());
        assertEquals(0, figures.downNanos());
        assertEquals(OptionalDouble.empty(), figures.upShare());
    }

    @Test
    void fewPingsThatCannotBeSentLeaveTheCauseOpen() {
        pings("stttr");
        assertEquals(OutageCause.MIXED, onlyOutage().cause());
    }

    @Test
    void wordOfTheServerIsTheCauseAlsoAfterTheEnd() {
        pings("tttr");
        assertEquals(OutageCause.UNKNOWN, onlyOutage().cause());
        take(new PingEvent.Verdict(1, LossLocation.RETURN_PATH));
        assertEquals(OutageCause.RETURN_PATH, onlyOutage().cause());
        take(new PingEvent.Verdict(2, LossLocation.FORWARD_PATH));
        assertEquals(OutageCause.MIXED, onlyOutage().cause());
        take(new PingEvent.Verdict(1, LossLocation.FORWARD_PATH));
        assertEquals(OutageCause.FORWARD_PATH, onlyOutage().cause());
    }

    @Test
    void refusalIsTheCause() {
        for (int i = 0; i < 3; i++) {
            sent();
            take(new PingEvent.Unreachable(sequence, 300_000, PingEvent.Refusal.HOST));
        }
        pings("r");
        assertEquals(OutageCause.HOST_UNREACHABLE, onlyOutage().cause());
    }

    @Test
    void replyAfterARefusalEndsTheOutage() {
        for (int i = 0; i < 3; i++) {
            sent();
            take(new PingEvent.Unreachable(sequence, 300_000));
        }
        take(new PingEvent.Replied(sequence, 400_000, Scene.reply(sequence)));
        assertEquals(List.of("Began 3", "Ended 3 ANSWERED"), words());
    }

    @Test
    void figuresAddUpOutagesWithoutTheSleeps() {
        pings("rttt");
        pings("rr");
        sleep(100);
        pings("rrrr");
        pings("tttttt");
        pings("r");

        OutageFigures figures = watch.outages().figures();
        assertEquals(2, figures.count());
        assertEquals(9, figures.lost());
        assertEquals(nanos(9), figures.downNanos());
        assertEquals(nanos(16), figures.watchedNanos());
        assertEquals(nanos(100), figures.standstillNanos());
        assertEquals(OptionalLong.of(nanos(6)), figures.longestNanos());
        assertEquals(OptionalDouble.of(nanos(6)), figures.meanBetweenNanos());
        assertEquals(OptionalDouble.of(7 / 16.0), figures.upShare());
    }

    @Test
    void figuresOfManyOutagesAreExactAndTheirListIsNot() {
        for (int i = 0; i < Outages.MAX_KEPT + 5; i++) {
            pings("tttr");
        }
        Outages outages = Outages.of(session, 3);
        assertEquals(Outages.MAX_KEPT + 5, outages.figures().count());
        assertEquals(5, outages.leftOut());
        assertEquals(outages, watch.outages());
    }

    @Test
    void numberOfLossesHasItsLimits() {
        assertThrows(IllegalArgumentException.class, () -> Outages.of(session, 0));
        assertThrows(IllegalArgumentException.class, () -> Outages.of(session, 1_001));
    }

    /** Also where a session keeps no journal. */
    @Test
    void standstillsAreKeptWithoutHistory() {
        Session bounded = Session.withoutHistory(PLAN, List.of());
        PingEvent.Stalled stalled = new PingEvent.Stalled(Scene.START, nanos(9), nanos(2));
        bounded.apply(stalled);
        session.apply(stalled);
        assertEquals(List.of(stalled), bounded.standstills());
        assertEquals(List.of(stalled), Standstills.of(session));
    }

    private Outage onlyOutage() {
        Outages outages = Outages.of(session, 3);
        assertEquals(outages, watch.outages());
        assertEquals(1, outages.latest().size());
        return outages.latest().get(0);
    }

    private List<String> words() {
        return told.stream()
                .map(
                        event ->
                                event.getClass().getSimpleName()
                                        + " "
                                        + event.outage().lost()
                                        + (event instanceof OutageEvent.Ended ended
                                                ? " " + ended.end()
                                                : ""))
                .toList();
    }

    private void pings(String fates) {
        for (char fate : fates.toCharArray()) {
            if (fate == 's') {
                take(
                        new PingEvent.SendFailed(
                                ++sequence,
                                Scene.START.plusSeconds(second),
                                nanos(second++),
                                Problem.of(Problem.Kind.NO_ROUTE, "x")));
                continue;
            }
            sent();
            take(
                    fate == 'r'
                            ? new PingEvent.Replied(sequence, 1_000, Scene.reply(sequence))
                            : new PingEvent.TimedOut(sequence));
        }
    }

    private void sent() {
        take(new PingEvent.Sent(++sequence, Scene.START.plusSeconds(second), nanos(second++), 24));
    }

    private void sleep(long seconds) {
        second += seconds;
        take(new PingEvent.Stalled(Scene.START.plusSeconds(second), nanos(second), nanos(seconds)));
    }

    private void take(PingEvent event) {
        watch.take(event, session.apply(event));
    }

    private static long nanos(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
