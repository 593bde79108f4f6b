package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Session;
import pingmonitor.session.Statistics;
import pingmonitor.wire.RememberedFate;

/** Whatever happens in whatever order, every ping has one fate and the figures are those of the definitions. */
@Timeout(120)
class AnyOrderTest {
    private static final int SEEDS = 300;
    private static final int STEPS = 120;

    /** The oracle walks all events; so often is enough to find what it finds. */
    private static final int EVENTS_BETWEEN_ORACLES = 100;

    @Test
    void everyPingHasOneFateAndTheFiguresAreRight() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            boolean fixedRate = seed % 2 == 0;
            Trial trial = new Trial("seed " + seed, random, plan(random, fixedRate));
            trial.run();
            trial.assertEnded();
            trial.assertAgreesWithOracle();
            if (fixedRate) {
                trial.assertOnePingASlot();
            }
        }
    }

    private static PingPlan plan(Random random, boolean fixedRate) {
        Pacing pacing =
                fixedRate
                        ? new Pacing.FixedRate(Duration.ofMillis(1 + random.nextInt(80)))
                        : new Pacing.StopAndWait(Duration.ofMillis(random.nextInt(3) * 20L));
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                random.nextBoolean() ? PingPlan.UNTIL_STOPPED : 1 + random.nextInt(200),
                Duration.ofMillis(10 + random.nextInt(300)),
                pacing,
                0,
                random.nextInt(4) > 0);
    }

    /** One run against one random net. */
    private static final class Trial {
        private final String name;
        private final Random random;
        private final PingPlan plan;
        private final Session session;
        private final ScriptedNet net;
        private final Map<Long, Long> heldUpNanos = new HashMap<>();
        private int events;

        Trial(String name, Random random, PingPlan plan) {
            this.name = name + " " + plan;
            this.random = random;
            this.plan = plan;
            this.session = new Session(plan);
            this.net = new ScriptedNet(plan, this::check);
        }

        void run() {
            for (int step = 0; step < STEPS && !net.run.finished(); step++) {
                step();
            }
            if (plan.untilStopped() || random.nextBoolean()) {
                net.run.stop();
            }
            net.openErrors.clear();
            net.sendErrors.clear();
            net.pass(Duration.ofMinutes(5));
            net.run.stop();
        }

        private void step() {
            switch (random.nextInt(19)) {
                case 0, 1, 2 -> net.pass(Duration.ofNanos(random.nextInt(200_000_000)));
                case 3, 4, 5, 6 -> echoSome(1);
                case 7 -> echoSome(random.nextInt(4));
                case 8 -> arrive(random.nextBoolean() ? "Hello" : "PING 3 1.000000");
                case 9 -> arrive("PING " + Math.max(1, net.sent.size() - random.nextInt(3)));
                case 10 -> refuse();
                case 11 -> breakSending();
                case 12 -> net.standStill(Duration.ofMillis(random.nextInt(3_000)));
                case 13 -> net.wallSeconds = random.nextInt(200_000) - 100_000;
                case 14 -> deafen();
                case 15 -> holdUp();
                case 16, 17 -> comesOfQuestion();
                default -> {
                    if (random.nextInt(40) == 0) {
                        net.run.stop();
                    }
                }
            }
        }

        /** Late ones, duplicates and overtaking ones among them. */
        private void echoSome(int copies) {
            for (int copy = 0; copy <= copies && !net.sent.isEmpty(); copy++) {
                int back = random.nextInt(random.nextBoolean() ? 3 : 40);
                int nth = Math.max(1, net.sent.size() - back);
                if (!net.isClosed(net.sentFrom.get(nth - 1))) {
                    net.echo(nth);
                }
                net.nowNanos += random.nextInt(3_000_000);
            }
        }

        private void arrive(String text) {
            openLink(link -> net.arriveAt(link, text));
        }

        private void refuse() {
            long stamp = net.nowNanos - random.nextInt(5_000_000);
            PingEvent.Refusal what =
                    random.nextBoolean() ? PingEvent.Refusal.PORT : PingEvent.Refusal.HOST;
            openLink(link -> net.run.onUnreachable(net.links.get(link), stamp, what));
        }

        private void deafen() {
            openLink(
                    link ->
                            net.run.onReceiveFailed(
                                    net.links.get(link), new AsynchronousCloseException()));
        }

        private void holdUp() {
            long until = net.nowNanos - random.nextInt(2_000_000);
            net.run.onHeldUp(until - random.nextInt(100_000_000), until);
        }

        /** The answer, true or false, or what another server makes of the question. */
        private void comesOfQuestion() {
            if (net.questions.isEmpty()) {
                return;
            }
            int nth = Math.max(1, net.questions.size() - random.nextInt(3));
            if (net.isClosed(net.askedBy.get(nth - 1))) {
                return;
            }
            switch (random.nextInt(12)) {
                case 0 ->
                        net.arriveAt(
                                net.askedBy.get(nth - 1),
                                net.questionText(nth).toUpperCase(Locale.ROOT));
                case 1 -> net.arriveAt(net.askedBy.get(nth - 1), "Unknown command");
                case 2 -> net.answer(nth, RememberedFate.ANSWERED);
                default -> {
                    int pings = net.lostIn(nth).size();
                    RememberedFate[] fates = new RememberedFate[pings];
                    Arrays.setAll(
                            fates,
                            i ->
                                    RememberedFate.values()[
                                            random.nextInt(RememberedFate.values().length)]);
                    InetSocketAddress mappedAddress =
                            ScriptedNet.address(
                                    (byte) (1 + random.nextInt(2)), 40_000 + random.nextInt(3));
                    net.answer(nth, random.nextInt(30_000), mappedAddress, fates);
                }
            }
        }

        private void openLink(IntConsumer use) {
            int link = net.links.size() - 1 - random.nextInt(Math.min(3, net.links.size()));
            if (!net.isClosed(link)) {
                use.accept(link);
            }
        }

        private void breakSending() {
            for (int i = random.nextInt(4); i >= 0; i--) {
                net.sendErrors.add(
                        random.nextBoolean()
                                ? new PortUnreachableException()
                                : new IOException("Network is unreachable"));
            }
            if (random.nextInt(3) == 0) {
                net.openErrors.add(new IOException("Too many open files"));
            }
        }

        /** After every event. */
        private void check(PingEvent event) {
            session.apply(event);
            String when = name + " " + event;
            Statistics figures = session.statistics();
            assertEquals(
                    figures.sent(),
                    figures.received()
                            + figures.timedOut()
                            + figures.late()
                            + figures.unreachable()
                            + figures.cancelled()
                            + figures.inFlight(),
                    when);
            assertEquals(session.rowCount(), figures.sent() + figures.sendFailed(), when);
            if (event instanceof PingEvent.Replied replied && replied.reply().verified()) {
                assertTrue(replied.rttNanos() <= plan.timeout().toNanos(), when);
                assertEquals(
                        net.nowNanos - sentNanos(replied.sequence()), replied.rttNanos(), when);
            } else if (event instanceof PingEvent.Late late && late.reply().verified()) {
                assertEquals(net.nowNanos - sentNanos(late.sequence()), late.rttNanos(), when);
            }
            if (event instanceof PingEvent.HeldUp heldUp) {
                assertTrue(
                        heldUp.heldUpNanos() > heldUpNanos.getOrDefault(heldUp.sequence(), 0L),
                        when);
                heldUpNanos.put(heldUp.sequence(), heldUp.heldUpNanos());
            }
            if (++events % EVENTS_BETWEEN_ORACLES == 0) {
                assertAgreesWithOracle();
            }
        }

        private long sentNanos(long sequence) {
            for (int i = 0; i < net.sent.size(); i++) {
                if (net.sent.get(i).startsWith("Ping " + sequence + " ")) {
                    return net.sentNanos.get(i);
                }
            }
            throw new AssertionError(name + ": ping " + sequence + " never left");
        }

        void assertEnded() {
            assertTrue(net.run.finished(), name);
            long ends = net.events.stream().filter(PingEvent.Finished.class::isInstance).count();
            assertEquals(1, ends, name);
            Statistics figures = session.statistics();
            assertEquals(0, figures.inFlight(), name);
            assertEquals(net.sent.size(), figures.sent(), name + ": nothing is sent twice");
            assertEquals(heldUpNanos.size(), figures.heldUp(), name);
            for (PingRow row : session.rows(0, session.rowCount())) {
                long rttNanos = row.rttNanos().orElse(Long.MAX_VALUE);
                assertTrue(row.heldUpNanos().orElse(0) <= rttNanos, () -> name + " " + row);
            }
            if (net.run.outcome().orElseThrow() == PingEvent.Outcome.COMPLETED) {
                assertEquals(plan.count(), figures.sent() + figures.sendFailed(), name);
            }
        }

        void assertOnePingASlot() {
            long interval = ((Pacing.FixedRate) plan.pacing()).interval().toNanos();
            Set<Long> slots = new HashSet<>();
            for (long sent : net.sentNanos) {
                assertTrue(slots.add((sent - net.beganNanos) / interval), name);
            }
        }

        void assertAgreesWithOracle() {
            BatchOracle oracle = new BatchOracle(net.events);
            Statistics figures = session.statistics();
            assertEquals(oracle.sent(), figures.sent(), name);
            Map<PingState, Long> counted = new HashMap<>();
            counted.put(PingState.REPLIED, figures.received());
            counted.put(PingState.TIMED_OUT, figures.timedOut());
            counted.put(PingState.LATE, figures.late());
            counted.put(PingState.UNREACHABLE, figures.unreachable());
            counted.put(PingState.CANCELLED, figures.cancelled());
            counted.put(PingState.WAITING, figures.inFlight());
            counted.put(PingState.SEND_FAILED, figures.sendFailed());
            for (PingState state : PingState.values()) {
                assertEquals(oracle.count(state), counted.get(state), name + " " + state);
            }
            assertEquals(
                    List.of(
                            oracle.duplicates(),
                            oracle.foreign(),
                            oracle.missed(),
                            oracle.reordered()),
                    List.of(
                            figures.duplicates(),
                            figures.foreign(),
                            figures.missed(),
                            figures.reordered()),
                    name + ": duplicates, foreign, missed, reordered");
            close(oracle.loss(), figures.loss());
            close(oracle.mean(), figures.meanNanos());
            close(oracle.deviation(), figures.stddevNanos());
            close(oracle.meanAbsIpdv(), figures.meanAbsIpdvNanos());
            close(oracle.jitter(), figures.jitterNanos());
        }

        private void close(OptionalDouble expected, OptionalDouble actual) {
            assertEquals(expected.isPresent(), actual.isPresent(), name);
            double value = expected.orElse(0);
            assertEquals(value, actual.orElse(0), Math.max(1e-3, value * 1e-9), name);
        }
    }
}
