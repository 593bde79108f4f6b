package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.series.SessionSeries;
import pingmonitor.series.StretchSummary;

/** Rows by number and by time, and the figures of a stretch against an oracle that looks at all its rows at once. */
class SessionViewTest {
    /** More than a block of the store and less than a page. */
    private static final int MANY = 3_000;

    @Test
    void rowIsFoundByNumberAlsoWhereNumbersAreSkipped() {
        SessionView session = new Scene().sent(2, 3, 7).session;
        assertEquals(Optional.of(7L), session.row(7).map(PingRow::sequence));
        assertEquals(Optional.empty(), session.row(5));
        assertEquals(Optional.empty(), session.row(8));
        assertEquals(0, session.indexOf(-9));
        assertEquals(0, session.indexOf(2));
        assertEquals(2, session.indexOf(4), "the next higher number");
        assertEquals(3, session.indexOf(8), "none");
        assertEquals(3, session.indexOf(Long.MAX_VALUE));
    }

    @Test
    void rowIsFoundByTheMomentItWasSent() {
        SessionView session = new Scene().sent(1, 2, 3).session;
        Instant second = Scene.START.plusMillis(200);
        assertEquals(0, session.indexOf(Instant.MIN));
        assertEquals(0, session.indexOf(Scene.START));
        assertEquals(1, session.indexOf(Scene.START.plusNanos(1)));
        assertEquals(1, session.indexOf(second));
        assertEquals(2, session.indexOf(second.plusNanos(1)));
        assertEquals(3, session.indexOf(Instant.MAX));
        assertEquals(
                List.of(2L),
                session
                        .rows(session.indexOf(second), session.indexOf(second.plusMillis(1)))
                        .stream()
                        .map(PingRow::sequence)
                        .toList());
    }

    @Test
    void emptySessionHasNoRowAtAnyNumberOrMoment() {
        SessionView session = new Scene().session;
        assertEquals(0, session.indexOf(1));
        assertEquals(0, session.indexOf(Scene.START));
        assertEquals(Optional.empty(), session.row(1));
        assertEquals(0, stretch(session, 1, 100).sent());
        assertEquals(0, stretch(session, 1, 100).first());
    }

    @Test
    void clockSetBackStillLeavesARowWithAnEarlierOneBefore() {
        Scene scene = new Scene();
        Random random = new Random(7);
        for (int ping = 1; ping <= MANY; ping++) {
            Instant at = Scene.START.plusSeconds(random.nextInt(MANY));
            scene.add(new PingEvent.Sent(ping, at, 24));
        }
        for (int second = 0; second < MANY; second += 50) {
            Instant moment = Scene.START.plusSeconds(second);
            int index = Math.toIntExact(scene.session.indexOf(moment));
            assertTrue(index == MANY || !scene.row(index).sentAt().isBefore(moment));
            assertTrue(index == 0 || scene.row(index - 1).sentAt().isBefore(moment));
        }
    }

    @Test
    void rowsThatAreNotKeptAreFoundByNothing() {
        Session session = Session.withoutHistory(PingPlan.lab("127.0.0.1", 12_000), List.of());
        int pings = 20_000;
        for (int ping = 1; ping <= pings; ping++) {
            session.apply(new PingEvent.Sent(ping, Scene.START.plus(Duration.ofSeconds(ping)), 24));
            session.apply(new PingEvent.TimedOut(ping));
        }
        long firstKept = session.rows(0, pings).get(0).sequence();
        assertTrue(firstKept > 1);
        assertEquals(Optional.empty(), session.row(firstKept - 1));
        assertEquals(firstKept - 1, session.indexOf(1));
        assertEquals(firstKept - 1, session.indexOf(Scene.START));
        StretchFigures figures = stretch(session, 1, pings);
        assertEquals(firstKept, figures.first(), "says from where on it knows");
        assertEquals(pings, figures.last());
        assertEquals(pings - firstKept + 1, figures.timedOut());
    }

    @Test
    void wholeIsReadInPagesWithoutARowTwice() {
        Scene scene = new Scene();
        int pings = 2 * SessionView.PAGE_ROWS + 1;
        for (int ping = 1; ping <= pings; ping++) {
            scene.sent(ping);
        }
        List<Long> read = new ArrayList<>();
        scene.session.forEachRow(-3, Long.MAX_VALUE, row -> read.add(row.sequence()));
        assertEquals(pings, read.size());
        for (int i = 0; i < pings; i++) {
            assertEquals(i + 1, read.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figuresOfAStretchAreThoseOfItsRowsTakenAtOnce(long seed) {
        Random random = new Random(seed);
        Session session = randomSession(random);
        long last = session.rows(0, Long.MAX_VALUE).get((int) session.rowCount() - 1).sequence();
        for (int i = 0; i < 50; i++) {
            long from = random.nextLong(last + 20) - 10;
            assertStretch(session, from, from + random.nextLong(last));
        }
        assertStretch(session, 5, 4);
        assertStretch(session, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void figuresOfAllRowsAreThoseOfTheRun(long seed) {
        Session session = randomSession(new Random(seed));
        Statistics run = session.statistics();
        StretchFigures all = stretch(session, 1, Long.MAX_VALUE);
        assertEquals(run.sent(), all.sent());
        assertEquals(run.inFlight(), all.inFlight());
        assertEquals(run.done(), all.done());
        assertEquals(run.loss(), all.loss());
        assertEquals(run.lossInterval(), all.lossInterval());
        assertEquals(run.heldUp(), all.heldUp());
        assertEquals(run.duplicates(), all.duplicates());
        assertEquals(run.unverified(), all.unverified());
        assertEquals(run.minNanos(), all.minNanos());
        assertEquals(run.maxNanos(), all.maxNanos());
        close(run.meanNanos(), all.meanNanos());
        close(run.stddevNanos(), all.stddevNanos());
        close(run.meanAbsIpdvNanos(), all.meanAbsIpdvNanos());
        assertEquals(run.lossPlaces(), all.lossPlaces());
    }

    private static StretchFigures stretch(SessionView session, long first, long last) {
        return StretchSummary.of(new SessionSeries(session).rows(first, last)).figures();
    }

    private static Session randomSession(Random random) {
        RandomRun run = new RandomRun(random);
        Session session = new Session(PingPlan.lab("127.0.0.1", 12_000));
        for (int i = 0; i < MANY; i++) {
            PingEvent event = run.next();
            session.apply(event);
            if (event instanceof PingEvent.Replied replied && random.nextInt(5) == 0) {
                session.apply(new PingEvent.HeldUp(replied.sequence(), 1_000_000));
            }
        }
        return session;
    }

    private static void assertStretch(Session session, long first, long last) {
        List<PingRow> rows =
                session.rows(0, Long.MAX_VALUE).stream()
                        .filter(row -> row.sequence() >= first && row.sequence() <= last)
                        .toList();
        StretchFigures figures = stretch(session, first, last);
        String stretch = first + " to " + last;
        assertEquals(rows.isEmpty() ? 0 : rows.get(0).sequence(), figures.first(), stretch);
        assertEquals(
                rows.isEmpty() ? 0 : rows.get(rows.size() - 1).sequence(), figures.last(), stretch);
        assertEquals(count(rows, row -> row.state() != PingState.SEND_FAILED), figures.sent());
        assertEquals(count(rows, PingState.REPLIED), figures.received());
        assertEquals(count(rows, PingState.TIMED_OUT), figures.timedOut());
        assertEquals(count(rows, PingState.LATE), figures.late());
        assertEquals(count(rows, PingState.UNREACHABLE), figures.unreachable());
        assertEquals(count(rows, PingState.CANCELLED), figures.cancelled());
        assertEquals(count(rows, PingState.WAITING), figures.inFlight());
        assertEquals(count(rows, PingState.SEND_FAILED), figures.sendFailed());
        assertEquals(count(rows, row -> row.heldUpNanos().isPresent()), figures.heldUp());
        assertEquals(
                rows.stream().mapToLong(PingRow::duplicates).sum(), figures.duplicates(), stretch);
        List<PingRow> onTime =
                rows.stream().filter(row -> row.state() == PingState.REPLIED).toList();
        assertEquals(
                count(onTime, row -> row.reply().filter(Reply::verified).isEmpty()),
                figures.unverified());
        assertEquals(lostAt(rows, LossLocation.FORWARD_PATH), figures.lossPlaces().there());
        assertEquals(lostAt(rows, LossLocation.SERVER), figures.lossPlaces().server());
        assertEquals(lostAt(rows, LossLocation.LIMITED), figures.lossPlaces().limited());
        assertEquals(lostAt(rows, LossLocation.RETURN_PATH), figures.lossPlaces().back());
        assertRtts(onTime, figures);
    }

    private static void assertRtts(List<PingRow> onTime, StretchFigures figures) {
        long[] rtts = onTime.stream().mapToLong(row -> row.rttNanos().orElseThrow()).toArray();
        assertEquals(Arrays.stream(rtts).min(), figures.minNanos());
        assertEquals(Arrays.stream(rtts).max(), figures.maxNanos());
        OptionalDouble mean = Arrays.stream(rtts).average();
        close(mean, figures.meanNanos());
        double squares =
                Arrays.stream(rtts).mapToDouble(rtt -> Math.pow(rtt - mean.orElse(0), 2)).sum();
        close(
                rtts.length < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(squares / (rtts.length - 1))),
                figures.stddevNanos());
        List<Long> differences = new ArrayList<>();
        for (int i = 1; i < onTime.size(); i++) {
            if (onTime.get(i).sequence() == onTime.get(i - 1).sequence() + 1) {
                differences.add(Math.abs(rtts[i] - rtts[i - 1]));
            }
        }
        close(differences.stream().mapToDouble(each -> each).average(), figures.meanAbsIpdvNanos());
    }

    private static long lostAt(List<PingRow> rows, LossLocation where) {
        return count(rows, row -> row.lostWhere().equals(Optional.of(where)));
    }

    private static long count(List<PingRow> rows, PingState state) {
        return count(rows, row -> row.state() == state);
    }

    private static long count(List<PingRow> rows, Predicate<PingRow> which) {
        return rows.stream().filter(which).count();
    }

    private static void close(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.isPresent(), actual.isPresent());
        if (expected.isPresent()) {
            double value = expected.getAsDouble();
            assertEquals(value, actual.getAsDouble(), Math.max(1e-6, Math.abs(value) * 1e-9));
        }
    }
}
