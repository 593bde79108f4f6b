package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/** Rows, journal and counters of a session under every order of events that can be. */
class SessionTest {

    @Test
    void aPingThatWasHeldUpSaysForHowLongAndIsCountedOnce() {
        Scene scene = new Scene().started().sent(1, 2).replied(1, 9_000_000).timedOut(2);
        scene.add(new PingEvent.HeldUp(1, 3_000_000));
        scene.add(new PingEvent.HeldUp(1, 8_000_000));
        scene.add(new PingEvent.HeldUp(1, 5_000_000));

        assertEquals(OptionalLong.of(8_000_000), scene.session.rows(0, 1).get(0).heldUpNanos());
        assertEquals(OptionalLong.empty(), scene.session.rows(1, 2).get(0).heldUpNanos());
        Statistics figures = scene.session.statistics();
        assertEquals(1, figures.heldUp());
        assertEquals(1, figures.received());
        assertEquals(1, figures.timedOut());
    }

    @Test
    void whereALostPingWasLostIsKnownWhenTheServerSaidSo() {
        Scene scene = new Scene().sent(1, 2, 3, 4, 5).timedOut(1).timedOut(2).unreachable(3);
        scene.timedOut(4).replied(5, 1_000);
        scene.verdict(1, LossLocation.FORWARD_PATH)
                .verdict(2, LossLocation.SERVER)
                .verdict(3, LossLocation.LIMITED);

        assertEquals(Optional.of(LossLocation.FORWARD_PATH), scene.row(0).verdict());
        assertEquals(Optional.of(LossLocation.SERVER), scene.row(1).verdict());
        assertEquals(Optional.of(LossLocation.LIMITED), scene.row(2).verdict());
        assertEquals(Optional.empty(), scene.row(3).verdict(), "nobody knows");
        assertEquals(Optional.of(LossLocation.ANSWERED), scene.row(4).verdict(), "its reply came");
        assertEquals(new LossLocations(1, 1, 1, 0), scene.figures().lossPlaces());
        assertEquals(3, scene.figures().lossPlaces().known());
        assertEquals(4, scene.figures().lost(), "the figures of the pings stay as they are");

        scene.verdict(1, LossLocation.RETURN_PATH);
        assertEquals(new LossLocations(0, 1, 1, 1), scene.figures().lossPlaces());
    }

    @Test
    void aReplyAfterAllTakesTheVerdictBack() {
        Scene scene = new Scene().sent(1, 2).timedOut(1).unreachable(2);
        scene.verdict(1, LossLocation.RETURN_PATH)
                .verdict(2, LossLocation.RETURN_PATH)
                .late(1, 1_500_000_000);
        scene.replied(2, 900_000);

        assertEquals(Optional.of(LossLocation.ANSWERED), scene.row(0).verdict());
        assertEquals(Optional.of(LossLocation.ANSWERED), scene.row(1).verdict());
        assertEquals(new LossLocations(0, 0, 0, 0), scene.figures().lossPlaces());
    }

    @Test
    void onlyALostPingWasLostSomewhere() {
        Scene scene = new Scene().sent(1, 2, 3, 4).replied(2, 5).cancelled(3).timedOut(4);
        for (long sequence : new long[] {1, 2, 3, 5}) {
            assertThrows(
                    IllegalStateException.class,
                    () -> scene.verdict(sequence, LossLocation.FORWARD_PATH));
        }
        assertThrows(IllegalStateException.class, () -> scene.verdict(4, LossLocation.ANSWERED));
        assertEquals(0, scene.figures().lossPlaces().known());
    }

    @Test
    void aNatOnTheWayIsSeenAndThatItChangesThePort() {
        InetSocketAddress local = Scene.address("192.168.1.5", 50_000);
        Scene scene = new Scene().started();
        assertEquals(Optional.empty(), scene.session.mappedAddress());
        assertFalse(scene.session.seenThroughNat());

        scene.mappedAddress(local, local);
        assertEquals(Optional.of(local), scene.session.mappedAddress());
        assertFalse(scene.session.seenThroughNat());

        InetSocketAddress outside = Scene.address("203.0.113.2", 40_000);
        InetSocketAddress other = Scene.address("192.168.1.5", 50_001);
        scene.mappedAddress(outside, other);
        assertEquals(Optional.of(outside), scene.session.mappedAddress());
        assertTrue(scene.session.seenThroughNat());
        assertFalse(scene.session.mappedAddressChanged(), "it was another port of this machine");

        scene.mappedAddress(Scene.address("203.0.113.2", 40_001), other);
        assertTrue(scene.session.mappedAddressChanged());
        assertEquals(4, scene.session.journalSize());
    }

    @Test
    void aRowWaitsUntilItIsSettled() {
        Scene scene = new Scene().started();

        PingRow waiting =
                scene.session.apply(new PingEvent.Sent(1, Scene.START, 7_000, 24)).orElseThrow();
        PingRow expected =
                new PingRow(
                        1,
                        Scene.START,
                        7_000,
                        24,
                        PingState.WAITING,
                        OptionalLong.empty(),
                        Optional.empty(),
                        0,
                        OptionalLong.empty(),
                        Optional.empty());
        assertEquals(expected, waiting);

        PingRow answered =
                scene.session
                        .apply(new PingEvent.Replied(1, 412_007, Scene.reply(1)))
                        .orElseThrow();
        assertEquals(PingState.REPLIED, answered.state());
        assertEquals(OptionalLong.of(412_007), answered.rttNanos());
        assertEquals(Optional.of(Scene.reply(1)), answered.reply());
        assertEquals(List.of(answered), scene.session.rows(0, 10));
        assertEquals(expected, waiting, "a row given away never changes");
    }

    @Test
    void aLateReplyAndADuplicateChangeAnOldRow() {
        Scene scene = new Scene().sent(1).timedOut(1).sent(2).replied(2, 500);
        scene.late(1, 1_100_000_000).duplicate(1, 1_300_000_000).duplicate(1, 1_400_000_000);

        assertEquals(PingState.LATE, scene.row(0).state());
        assertEquals(OptionalLong.of(1_100_000_000), scene.row(0).rttNanos());
        assertEquals(2, scene.row(0).duplicates());
        assertEquals(PingState.REPLIED, scene.row(1).state());
        assertEquals(OptionalLong.of(500), scene.row(1).rttNanos());
        assertEquals(1, scene.figures().reordered());
    }

    @Test
    void newsThatThePortIsClosedConvertsATimedOutPing() {
        Scene scene = new Scene().sent(1).timedOut(1).unreachable(1);

        assertEquals(PingState.UNREACHABLE, scene.row(0).state());
        assertEquals(0, scene.figures().timedOut());
        assertEquals(1, scene.figures().unreachable());
        assertEquals(OptionalLong.empty(), scene.row(0).rttNanos());

        scene.late(1, 2_000_000_000);
        assertEquals(PingState.LATE, scene.row(0).state());
        assertEquals(0, scene.figures().unreachable());
        scene.unreachable(1);
        assertEquals(PingState.LATE, scene.row(0).state(), "a reply is worth more than the news");
    }

    @Test
    void numbersMaySkip() {
        Scene scene = new Scene().sent(1, 4, 5, 4_000_000_000L);
        scene.replied(4_000_000_000L, 7).replied(4, 5).timedOut(1).sent(4_000_000_007L);

        assertEquals(5, scene.session.rowCount());
        assertEquals(
                List.of(1L, 4L, 5L, 4_000_000_000L, 4_000_000_007L),
                scene.session.rows(0, 9).stream().map(PingRow::sequence).toList());
        assertEquals(PingState.REPLIED, scene.row(1).state());
        assertEquals(PingState.WAITING, scene.row(2).state());
        assertEquals(OptionalLong.of(7), scene.row(3).rttNanos());
    }

    @Test
    void rangesAreClipped() {
        Scene scene = new Scene().sent(1, 2, 3);

        assertEquals(2, scene.session.rows(1, 99).size());
        assertEquals(3, scene.session.rows(-5, 99).size());
        assertEquals(List.of(), scene.session.rows(3, 99));
        assertEquals(List.of(), scene.session.rows(2, 1));
        assertEquals(List.of(), scene.session.journal(99, Long.MAX_VALUE));
    }

    @Test
    void theJournalGivesEveryEventButTheSending() {
        List<PingEvent> events =
                List.of(
                        new PingEvent.Started(Scene.SERVER, Scene.START),
                        new PingEvent.Sent(1, Scene.START, 24),
                        new PingEvent.Replied(1, 400, Scene.reply(1)),
                        new PingEvent.Sent(2, Scene.START, 24),
                        new PingEvent.TimedOut(2),
                        new PingEvent.Sent(3, Scene.START, 24),
                        new PingEvent.Late(2, 1_500, Scene.reply(2)),
                        new PingEvent.Duplicate(2, 1_600, Scene.reply(2)),
                        new PingEvent.Foreign(new Reply("?", 1, Scene.SERVER, ReplyMatch.UNNAMED)),
                        new PingEvent.Unreachable(3, 12),
                        new PingEvent.SendFailed(
                                4, Scene.START, Problem.of(Problem.Kind.NO_ROUTE, "x")),
                        new PingEvent.Sent(5, Scene.START, 24),
                        new PingEvent.Cancelled(5),
                        new PingEvent.Verdict(3, LossLocation.FORWARD_PATH),
                        new PingEvent.MappedAddress(Scene.SERVER, Scene.SERVER, Scene.START),
                        new PingEvent.Finished(PingEvent.Outcome.STOPPED, Scene.START));
        Scene scene = new Scene();
        events.forEach(scene::add);

        List<PingEvent> expected =
                events.stream()
                        .filter(event -> !(event instanceof PingEvent.Sent))
                        .filter(event -> !(event instanceof PingEvent.Verdict))
                        .toList();
        assertEquals(expected, scene.session.journal(0, Long.MAX_VALUE));
        assertEquals(expected.size(), scene.session.journalSize());
        assertEquals(expected.subList(4, 6), scene.session.journal(4, 6));
    }

    @Test
    void ofDatagramsThatNobodyAskedForOnlySoManyAreKeptAndAllAreCounted() {
        Scene scene = new Scene().started().sent(1).replied(1, 1_000);
        int most = Journal.MAX_UNASKED;
        for (int i = 0; i < most; i++) {
            scene.duplicate(1, 2_000 + i).foreign("noise");
        }
        scene.sent(2).replied(2, 3_000);

        Session session = scene.session;
        assertEquals(most, scene.figures().duplicates());
        assertEquals(most, scene.figures().foreign());
        assertEquals(most, session.leftOutOfJournal());
        assertEquals(
                3 + most, session.journalSize(), "start, two replies and what nobody asked for");
        assertEquals(
                List.of(new PingEvent.Replied(2, 3_000, Scene.reply(2))),
                session.journal(session.journalSize() - 1, Long.MAX_VALUE));
        assertEquals(most, scene.row(0).duplicates());
    }

    @Test
    void anEventTellsTheRowThatItChanged() {
        Scene scene = new Scene().sent(1, 2, 3, 4, 5);
        Session session = scene.session;
        List<PingEvent.OfPing> events =
                List.of(
                        new PingEvent.Replied(2, 400, Scene.reply(2)),
                        new PingEvent.Duplicate(2, 500, Scene.reply(2)),
                        new PingEvent.TimedOut(3),
                        new PingEvent.Late(3, 1_500, Scene.reply(3)),
                        new PingEvent.Unreachable(4, 12),
                        new PingEvent.Cancelled(5),
                        new PingEvent.SendFailed(
                                6, Scene.START, Problem.of(Problem.Kind.NO_ROUTE, "x")),
                        new PingEvent.Sent(7, Scene.START, 24));
        for (PingEvent.OfPing event : events) {
            PingRow changed = session.apply(event).orElseThrow();
            assertEquals(event.sequence(), changed.sequence(), event.toString());
            assertEquals(scene.row((int) event.sequence() - 1), changed);
        }
        assertEquals(Optional.empty(), session.apply(new PingEvent.Foreign(Scene.reply(1))));
    }

    @Test
    void closedPortsAndMachinesThatAreNotReachedAreCountedApart() {
        Scene scene = new Scene().sent(1, 2, 3, 4);
        scene.unreachable(1);
        for (long sequence : new long[] {2, 3, 4}) {
            scene.add(new PingEvent.Unreachable(sequence, 9, PingEvent.Refusal.HOST));
        }
        assertEquals(1, scene.figures().portUnreachable());
        assertEquals(3, scene.figures().hostUnreachable());

        scene.add(new PingEvent.Unreachable(4, 9, PingEvent.Refusal.PORT));
        assertEquals(3, scene.figures().hostUnreachable(), "the first news of a ping counts");
        scene.replied(2, 400).late(3, 2_000_000_000);
        assertEquals(1, scene.figures().hostUnreachable());
        scene.replied(1, 400);
        assertEquals(0, scene.figures().portUnreachable());
        assertEquals(1, scene.figures().hostUnreachable());
    }

    @Test
    void whateverComesFromTheServerIsHeard() {
        assertFalse(
                new Scene()
                        .sent(1, 2, 3)
                        .timedOut(1)
                        .unreachable(2)
                        .add(new PingEvent.Cancelled(3))
                        .figures()
                        .heard());
        assertTrue(new Scene().sent(1).replied(1, 400).figures().heard());
        assertTrue(new Scene().sent(1).timedOut(1).late(1, 2_000_000_000).figures().heard());
        assertTrue(new Scene().foreign("hello").figures().heard());
        assertTrue(
                new Scene()
                        .sent(1)
                        .timedOut(1)
                        .add(new PingEvent.Verdict(1, LossLocation.FORWARD_PATH))
                        .figures()
                        .heard());
    }

    @Test
    void newsOfAPingThatWasNeverSentIsRefused() {
        Scene scene = new Scene().sent(1, 3);
        for (long sequence : new long[] {0, 2, 4}) {
            assertThrows(IllegalStateException.class, () -> scene.replied(sequence, 1_000));
        }
        assertEquals(PingState.WAITING, scene.row(0).state());
        assertEquals(PingState.WAITING, scene.row(1).state());
    }

    @Test
    void pingsMustComeInOrder() {
        Scene scene = new Scene().sent(1, 5);
        for (long sequence : new long[] {1, 3, 5}) {
            assertThrows(IllegalStateException.class, () -> scene.sent(sequence));
        }
        assertEquals(2, scene.session.rowCount());
    }

    @Test
    void whichStatesCountInTheLoss() {
        assertEquals(
                EnumSet.of(PingState.TIMED_OUT, PingState.LATE, PingState.UNREACHABLE),
                states(PingState::lost));
        assertEquals(
                EnumSet.of(
                        PingState.REPLIED,
                        PingState.TIMED_OUT,
                        PingState.LATE,
                        PingState.UNREACHABLE),
                states(PingState::settled));
    }

    private static Set<PingState> states(Predicate<PingState> which) {
        return Stream.of(PingState.values()).filter(which).collect(Collectors.toSet());
    }

    @Test
    void theRunItselfIsKnown() {
        Scene scene = new Scene();
        assertEquals(Optional.empty(), scene.session.remote());
        assertEquals(Optional.empty(), scene.session.outcome());

        scene.started().sendFailed(1);
        assertEquals(Optional.of(Scene.SERVER), scene.session.remote());
        assertEquals(Optional.of(Scene.START), scene.session.startedAt());
        assertEquals(
                Problem.Kind.NO_ROUTE, scene.session.problem().map(Problem::kind).orElseThrow());

        scene.sent(2);
        assertEquals(Optional.empty(), scene.session.problem(), "the latest ping went out");

        scene.add(new PingEvent.Failed(Problem.of(Problem.Kind.NOT_PERMITTED, "x")));
        scene.cancelled(2).finished(PingEvent.Outcome.FAILED, Duration.ofSeconds(3));
        assertEquals(Optional.of(Scene.START.plusSeconds(3)), scene.session.finishedAt());
        assertEquals(Optional.of(PingEvent.Outcome.FAILED), scene.session.outcome());
        assertEquals(
                Problem.Kind.NOT_PERMITTED,
                scene.session.problem().map(Problem::kind).orElseThrow());
        assertEquals(2, scene.session.rowCount(), "a failed run keeps its rows");
    }

    @Test
    void eventsThatCannotBeAreRefused() {
        Scene scene = new Scene().sent(1).replied(1, 5).sent(2).timedOut(2).sent(3);

        assertThrows(IllegalStateException.class, () -> scene.replied(1, 5));
        assertThrows(IllegalStateException.class, () -> scene.timedOut(1));
        assertThrows(IllegalStateException.class, () -> scene.replied(2, 5));
        assertThrows(IllegalStateException.class, () -> scene.late(3, 5));
        assertThrows(IllegalStateException.class, () -> scene.cancelled(2));
        assertThrows(IllegalStateException.class, () -> scene.replied(4, 5));
        assertThrows(IllegalStateException.class, () -> scene.sent(3));
        assertEquals(3, scene.figures().sent());
        assertEquals(1, scene.figures().inFlight());
    }

    @Test
    void theCountersAddUpAfterEveryEvent() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Scene scene = new Scene().started();
            RandomRun run = new RandomRun(random);
            for (int step = 0; step < 300; step++) {
                PingEvent event = run.next();
                scene.add(event);
                assertAddsUp(scene, "seed " + seed + " step " + step + " " + event);
            }
        }
    }

    private static void assertAddsUp(Scene scene, String when) {
        Statistics figures = scene.figures();
        assertEquals(
                figures.sent(),
                figures.received()
                        + figures.timedOut()
                        + figures.late()
                        + figures.unreachable()
                        + figures.cancelled()
                        + figures.inFlight(),
                when);
        List<PingRow> rows = scene.session.rows(0, Integer.MAX_VALUE);
        assertEquals(count(rows, PingState.REPLIED), figures.received(), when);
        assertEquals(count(rows, PingState.TIMED_OUT), figures.timedOut(), when);
        assertEquals(count(rows, PingState.LATE), figures.late(), when);
        assertEquals(count(rows, PingState.UNREACHABLE), figures.unreachable(), when);
        assertEquals(count(rows, PingState.CANCELLED), figures.cancelled(), when);
        assertEquals(count(rows, PingState.WAITING), figures.inFlight(), when);
        assertEquals(count(rows, PingState.SEND_FAILED), figures.sendFailed(), when);
        assertEquals(
                new LossLocations(
                        lost(rows, LossLocation.FORWARD_PATH),
                        lost(rows, LossLocation.SERVER),
                        lost(rows, LossLocation.LIMITED),
                        lost(rows, LossLocation.RETURN_PATH)),
                figures.lossPlaces(),
                when);
        assertEquals(
                rows.stream().mapToLong(PingRow::duplicates).sum(), figures.duplicates(), when);
        assertEquals(neighbours(rows), figures.meanAbsIpdvNanos().orElse(-1), 1e-6, when);
    }

    private static long count(List<PingRow> rows, PingState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    private static long lost(List<PingRow> rows, LossLocation where) {
        return rows.stream().filter(row -> row.verdict().equals(Optional.of(where))).count();
    }

    /** Mean |IPDV| by its definition, over the rows as they are; −1 without a pair. */
    private static double neighbours(List<PingRow> rows) {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < rows.size(); i++) {
            PingRow one = rows.get(i - 1);
            PingRow two = rows.get(i);
            if (one.state() == PingState.REPLIED
                    && two.state() == PingState.REPLIED
                    && two.sequence() == one.sequence() + 1) {
                sum += Math.abs(two.rttNanos().orElseThrow() - one.rttNanos().orElseThrow());
                pairs++;
            }
        }
        return pairs == 0 ? -1 : sum / pairs;
    }
}
