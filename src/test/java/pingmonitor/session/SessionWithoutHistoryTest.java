package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.report.ConsoleText;

class SessionWithoutHistoryTest {
    private static final int PINGS = 60_000;
    private static final int UNDER_WAY = 50;

    private static final PingPlan PLAN =
            new PingPlan(
                    "127.0.0.1",
                    12_000,
                    AddressFamily.ANY,
                    PingPlan.UNTIL_STOPPED,
                    Duration.ofMillis(UNDER_WAY),
                    new Pacing.FixedRate(Duration.ofMillis(1)),
                    0);

    private final Session whole = new Session(PLAN);
    private final Session bounded = Session.withoutHistory(PLAN, List.of(new Seen(1)));

    /** Counts the rows by their state. */
    private static final class Seen implements RowFold {
        private final int setting;
        private final Map<PingState, Long> rows = new EnumMap<>(PingState.class);
        private long lastSequence;

        Seen(int setting) {
            this.setting = setting;
        }

        @Override
        public void add(PingRow row) {
            assertTrue(row.sequence() > lastSequence, "in order");
            lastSequence = row.sequence();
            rows.merge(row.state(), 1L, Long::sum);
        }

        @Override
        public boolean isLike(RowFold other) {
            return other instanceof Seen seen && seen.setting == setting;
        }

        @Override
        public Seen copy() {
            Seen copy = new Seen(setting);
            copy.rows.putAll(rows);
            copy.lastSequence = lastSequence;
            return copy;
        }
    }

    private void apply(PingEvent event) {
        whole.apply(event);
        bounded.apply(event);
    }

    /** News of any age: the latest rows, and those long forgotten. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 60, 100})
    void figuresAreThoseOfASessionThatKeepsAll(int lossPercent) {
        Random random = new Random(7 + lossPercent);
        Deque<Long> waiting = new ArrayDeque<>();
        List<Long> lost = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        for (long sequence = 1; sequence <= PINGS; sequence++) {
            apply(new PingEvent.Sent(sequence, Scene.START, 24));
            waiting.add(sequence);
            if (waiting.size() > random.nextInt(UNDER_WAY)) {
                long ping = waiting.poll();
                boolean isLost = random.nextInt(100) < lossPercent;
                apply(
                        isLost
                                ? new PingEvent.TimedOut(ping)
                                : new PingEvent.Replied(
                                        ping, random.nextInt(1_000), Scene.reply(ping)));
                (isLost ? lost : answered).add(ping);
            }
            news(random, lost, answered);
        }
        waiting.forEach(ping -> apply(new PingEvent.Cancelled(ping)));
        apply(new PingEvent.Finished(PingEvent.Outcome.STOPPED, Scene.START.plusSeconds(30)));

        assertEquals(whole.statistics(), bounded.statistics());
        ConsoleText text = new ConsoleText(Locale.ENGLISH);
        assertEquals(text.summary(whole), text.summary(bounded));
        // A fold twice: the first leaves what was forgotten as it is.
        assertEquals(rowsLost(whole), rowsLost(bounded));
        assertEquals(rowsLost(whole), rowsLost(bounded));
    }

    private void news(Random random, List<Long> lost, List<Long> answered) {
        if (random.nextInt(10) == 0 && !lost.isEmpty()) {
            int any = random.nextInt(lost.size());
            switch (random.nextInt(3)) {
                case 0 -> apply(new PingEvent.Late(lost.get(any), 2_000 + any, Scene.reply(1)));
                case 1 -> apply(new PingEvent.Unreachable(lost.get(any), 900));
                default -> {
                    LossLocation where = LossLocation.values()[1 + random.nextInt(4)];
                    apply(new PingEvent.Verdict(lost.get(any), where));
                    return;
                }
            }
            lost.remove(any);
        }
        if (random.nextInt(10) == 0 && !answered.isEmpty()) {
            long any = answered.get(random.nextInt(answered.size()));
            apply(new PingEvent.Duplicate(any, 3_000, Scene.reply(1)));
        }
    }

    /** A late reply after the row was forgotten leaves it as one that timed out. */
    private static Map<Boolean, Long> rowsLost(Session session) {
        Seen seen = (Seen) session.fold(new Seen(1));
        return seen.rows.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                state -> state.getKey().lost(),
                                Collectors.summingLong(Map.Entry::getValue)));
    }

    @Test
    void foldOfAnotherKindHasOnlyTheRowsThatAreKept() {
        for (long sequence = 1; sequence <= PINGS; sequence++) {
            bounded.apply(new PingEvent.Sent(sequence, Scene.START, 24));
            bounded.apply(new PingEvent.TimedOut(sequence));
        }
        Seen other = (Seen) bounded.fold(new Seen(2));

        int kept = bounded.rows(0, PINGS).size();
        assertEquals(kept, other.rows.get(PingState.TIMED_OUT));
        assertEquals(Map.of(true, (long) PINGS), rowsLost(bounded));
    }

    @Test
    void rowsAreThoseOfTheLatestPings() {
        for (long sequence = 1; sequence <= PINGS; sequence++) {
            bounded.apply(new PingEvent.Sent(sequence, Scene.START, 24));
            bounded.apply(new PingEvent.Replied(sequence, 1_000, Scene.reply(sequence)));
        }

        List<PingRow> rows = bounded.rows(0, bounded.rowCount());
        assertTrue(rows.size() >= UNDER_WAY && rows.size() < 12_000, rows.size() + " rows");
        assertEquals(PINGS, rows.get(rows.size() - 1).sequence());
        assertEquals(PINGS, bounded.rowCount());
        assertEquals(0, bounded.journalSize());
    }

    @Test
    void rowThatWaitsForItsReplyIsKept() {
        bounded.apply(new PingEvent.Sent(1, Scene.START, 24));
        for (long sequence = 2; sequence <= PINGS; sequence++) {
            bounded.apply(new PingEvent.Sent(sequence, Scene.START, 24));
            bounded.apply(new PingEvent.TimedOut(sequence));
        }

        bounded.apply(new PingEvent.Replied(1, 1_000, Scene.reply(1)));

        assertEquals(1, bounded.statistics().received());
        assertThrows(
                IllegalStateException.class,
                () -> bounded.apply(new PingEvent.TimedOut(PINGS + 1)));
    }

    @Test
    void numbersOfFewLossesAreToldHoweverLongAgo() {
        for (long sequence = 1; sequence <= PINGS; sequence++) {
            bounded.apply(new PingEvent.Sent(sequence, Scene.START, 24));
            bounded.apply(
                    sequence % 10_000 == 7
                            ? new PingEvent.TimedOut(sequence)
                            : new PingEvent.Replied(sequence, 1_000, Scene.reply(sequence)));
        }
        bounded.apply(new PingEvent.Verdict(20_007, LossLocation.RETURN_PATH));
        bounded.apply(new PingEvent.Verdict(7, LossLocation.RETURN_PATH));

        assertEquals(List.of(7L, 20_007L), bounded.lostAt(LossLocation.RETURN_PATH, 20));
        assertEquals(List.of(), bounded.lostAt(LossLocation.RETURN_PATH, 1));
        assertEquals(2, bounded.statistics().lossPlaces().back());
    }
}
