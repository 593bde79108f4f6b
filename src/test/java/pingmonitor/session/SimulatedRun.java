package pingmonitor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/**
 * The events of a run at a fixed rate through a network that changes its mind, on a machine that sleeps: in the order in
 * which the engine would tell them. Nothing happens while it sleeps, and what became due is told right after.
 */
final class SimulatedRun {
    static final long INTERVAL_MILLIS = 10;

    private final Random random;
    private final PingPlan plan;
    private final int pings;
    private final List<long[]> sleeps = new ArrayList<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long order;

    private enum Net {
        GOOD,
        DOWN,
        REFUSING,
        OFFLINE,
        LOSSY
    }

    private record Due(long at, long order, PingEvent event) {}

    SimulatedRun(long seed, int pings) {
        this.random = new Random(seed);
        this.pings = pings;
        this.plan =
                new PingPlan(
                        "127.0.0.1",
                        12_000,
                        AddressFamily.ANY,
                        PingPlan.UNTIL_STOPPED,
                        Duration.ofMillis(INTERVAL_MILLIS * (1 + random.nextInt(12))),
                        new Pacing.FixedRate(Duration.ofMillis(INTERVAL_MILLIS)),
                        0);
    }

    PingPlan plan() {
        return plan;
    }

    List<PingEvent> events() {
        long end = pings * INTERVAL_MILLIS;
        drawSleeps(end);
        Net net = Net.GOOD;
        long sequence = 0;
        for (long at = 0; at < end; at += INTERVAL_MILLIS) {
            net = random.nextInt(8) == 0 ? Net.values()[random.nextInt(5)] : net;
            if (awake(at) == at) {
                ping(++sequence, at, net);
            }
        }
        long over = awake(end);
        List<PingEvent> events = new ArrayList<>();
        Set<Long> underWay = new TreeSet<>();
        while (!due.isEmpty() && due.peek().at() < over) {
            PingEvent event = due.poll().event();
            events.add(event);
            if (event instanceof PingEvent.Sent sent) {
                underWay.add(sent.sequence());
            } else if (event instanceof PingEvent.OfPing settled) {
                underWay.remove(settled.sequence());
            }
        }
        underWay.forEach(ping -> events.add(new PingEvent.Cancelled(ping)));
        events.add(new PingEvent.Finished(PingEvent.Outcome.STOPPED, wall(over)));
        return events;
    }

    private void drawSleeps(long end) {
        for (long at = 0; at < end; ) {
            at += INTERVAL_MILLIS * (1 + random.nextInt(60));
            long wake = at + INTERVAL_MILLIS * (1 + random.nextInt(30));
            sleeps.add(new long[] {at, wake});
            at(wake, new PingEvent.Stalled(wall(wake), millis(wake), millis(wake) - millis(at)));
            at = wake;
        }
    }

    private void ping(long sequence, long at, Net net) {
        if (net == Net.OFFLINE) {
            Problem problem = Problem.of(Problem.Kind.NO_ROUTE, "x");
            at(at, new PingEvent.SendFailed(sequence, wall(at), millis(at), problem));
            return;
        }
        at(at, new PingEvent.Sent(sequence, wall(at), millis(at), 24));
        boolean lost = net == Net.DOWN || net == Net.LOSSY && random.nextBoolean();
        if (net == Net.REFUSING) {
            PingEvent.Refusal refusal = PingEvent.Refusal.values()[random.nextInt(2)];
            at(awake(at + 3), new PingEvent.Unreachable(sequence, 3_000_000, refusal));
        } else if (lost) {
            timeOut(sequence, at);
            if (random.nextInt(4) == 0) {
                LossLocation where = LossLocation.values()[1 + random.nextInt(4)];
                at(
                        awake(at + timeout() + 5 + random.nextInt(200)),
                        new PingEvent.Verdict(sequence, where));
            }
        } else {
            answer(sequence, at);
        }
    }

    private void answer(long sequence, long at) {
        boolean late = random.nextInt(12) == 0;
        long arrival = awake(at + (late ? timeout() + 3 : 1) + random.nextInt((int) timeout()));
        long rtt = millis(arrival - at);
        if (arrival - at > timeout()) {
            timeOut(sequence, at);
            at(arrival + 1, new PingEvent.Late(sequence, rtt, Scene.reply(sequence)));
        } else {
            at(arrival, new PingEvent.Replied(sequence, rtt, Scene.reply(sequence)));
        }
        if (random.nextInt(10) == 0) {
            at(
                    awake(arrival + 2 + random.nextInt(50)),
                    new PingEvent.Duplicate(sequence, rtt + 1, Scene.reply(sequence)));
        }
    }

    private void timeOut(long sequence, long at) {
        at(awake(at + timeout() + 1), new PingEvent.TimedOut(sequence));
    }

    /** When what happens at that time is attended to. */
    private long awake(long at) {
        return sleeps.stream()
                .filter(sleep -> sleep[0] <= at && at < sleep[1])
                .map(sleep -> sleep[1])
                .findFirst()
                .orElse(at);
    }

    private void at(long at, PingEvent event) {
        due.add(new Due(at, order++, event));
    }

    private long timeout() {
        return plan.timeout().toMillis();
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Instant wall(long millis) {
        return Scene.START.plusMillis(millis);
    }
}
