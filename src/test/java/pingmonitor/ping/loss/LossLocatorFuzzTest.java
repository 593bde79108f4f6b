package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;
import pingmonitor.fuzz.Footprint;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.session.Session;
import pingmonitor.session.Statistics;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.RememberedFate;

/**
 * A run whose questions are answered with everything: the truth, what nearly is, echoes, noise, twice, late and forged.
 */
@Tag("fuzz")
@Timeout(600)
class LossLocatorFuzzTest {
    private static final PingPlan PLAN =
            new PingPlan(
                    "127.0.0.1",
                    12_000,
                    AddressFamily.ANY,
                    PingPlan.UNTIL_STOPPED,
                    Duration.ofMillis(300),
                    new Pacing.StopAndWait(Duration.ofMillis(20)),
                    0);

    /** As long as a run goes that is asked about; the next one begins anew. */
    private static final int DATAGRAMS_A_RUN = 1_000;

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);
    private ScriptedNet net = ScriptedNet.withKnownServer(PLAN);
    private Session session = new Session(PLAN);
    private int datagrams;
    private int runs;
    private long verdicts;

    @Test
    void onlyATrueAnswerMakesAVerdictAndNothingThrows() {
        while (datagrams < Cases.count()) {
            step();
            fold();
            if (datagrams % DATAGRAMS_A_RUN == 0 && net.sent.size() > 100) {
                end();
            }
        }
        end();
        assertTrue(verdicts > Cases.count() / 400, verdicts + " verdicts");
    }

    private void end() {
        net.stop();
        fold();
        Statistics figures = session.statistics();
        assertEquals(net.sent.size(), figures.sent());
        assertEquals(0, figures.inFlight());
        assertTrue(figures.lossPlaces().known() <= figures.lost());
        verdicts += figures.lossPlaces().known();
        assertTrue(Footprint.of(net.memory(), ScriptedNet.class) < 100_000);
        net = ScriptedNet.withKnownServer(PLAN);
        session = new Session(PLAN);
        runs++;
    }

    /** Whoever hears something else first does not ask again; so most runs begin well. */
    private boolean beginsWell() {
        return runs % 5 > 0 && session.mappedAddress().isEmpty();
    }

    private void step() {
        net.pass(Duration.ofNanos(random.nextInt(60_000_000)));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> truth();
            case 4 -> refuse();
            default -> comesOfQuestion();
        }
    }

    private void truth() {
        datagrams++;
        if (!net.sent.isEmpty() && random.nextBoolean()) {
            net.echo(Math.max(1, net.sent.size() - random.nextInt(3)));
        }
    }

    private void refuse() {
        if (random.nextInt(20) == 0) {
            net.refuse();
        }
    }

    private void comesOfQuestion() {
        datagrams++;
        if (net.questions.isEmpty()) {
            return;
        }
        int nth = Math.max(1, net.questions.size() - random.nextInt(3));
        int link = net.askedBy.get(nth - 1);
        String answer = StandardCharsets.US_ASCII.decode(answer(nth).encode()).toString();
        int before = net.events.size();
        byte[] datagram =
                switch (beginsWell() ? 30 : random.nextInt(runs % 2 == 0 ? 30 : 600)) {
                    case 0 ->
                            net.questionText(nth)
                                    .toUpperCase(Locale.ROOT)
                                    .getBytes(StandardCharsets.US_ASCII);
                    case 1 -> bytes.any();
                    case 2 -> bytes.near(net.questionText(nth));
                    case 3, 4, 5, 6, 7, 8, 9 -> bytes.near(answer);
                    default -> answer.getBytes(StandardCharsets.US_ASCII);
                };
        net.deliver(link, ByteBuffer.wrap(datagram));
        long told =
                net.events.stream()
                        .skip(before)
                        .filter(
                                event ->
                                        event instanceof PingEvent.Verdict
                                                || event instanceof PingEvent.MappedAddress)
                        .count();
        if (told > 0) {
            // Tampered with or not, it says just what an answer to that question says.
            FateAnswer read = FateAnswer.read(ByteBuffer.wrap(datagram)).orElseThrow();
            assertTrue(net.questions.size() >= nth && isNonce(read.nonce()), Cases.at(datagrams));
        }
    }

    private boolean isNonce(long nonce) {
        return Stream.iterate(net.questions.size(), nth -> nth > 0, nth -> nth - 1)
                .limit(3)
                .anyMatch(nth -> net.question(nth).nonce() == nonce);
    }

    private FateAnswer answer(int nth) {
        int pings = net.question(nth).identities().size();
        List<RememberedFate> fates =
                random.ints(
                                random.nextInt(20) == 0 ? random.nextInt(90) % 80 : pings,
                                0,
                                RememberedFate.values().length)
                        .mapToObj(fate -> RememberedFate.values()[fate])
                        .toList();
        long nonce = net.question(nth).nonce() ^ (random.nextInt(20) == 0 ? 1 : 0);
        InetSocketAddress mappedAddress =
                ScriptedNet.address((byte) (1 + random.nextInt(2)), 40_000 + random.nextInt(3));
        return new FateAnswer(nonce, random.nextInt(60_000), mappedAddress, fates);
    }

    /** Gives the session what happened; it refuses what cannot be. */
    private void fold() {
        net.events.forEach(session::apply);
        net.events.clear();
    }
}
