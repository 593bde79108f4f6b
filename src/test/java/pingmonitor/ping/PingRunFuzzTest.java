package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;
import pingmonitor.fuzz.Footprint;
import pingmonitor.session.Session;
import pingmonitor.session.Statistics;

/**
 * A run to which everything is sent, at any time, from the server's own address: noise, near misses of live pings, the
 * truth, late, twice, and bad news of the network.
 */
@Tag("fuzz")
@Timeout(600)
class PingRunFuzzTest {
    private static final PingPlan PLAN = endless(Duration.ofMillis(2));

    /** A duplicate or a foreign datagram of which the session keeps the words; of more it keeps the number. */
    private static final int MOST_KEPT = 30_000;

    /** Of so many pings a late reply or a duplicate is known. */
    private static final int MOST_REMEMBERED = 1 << 16;

    /** The pings settled last once more, the latest hold-ups, and a little else. */
    private static final int MOST_BESIDES = 2_000;

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);
    private final Session session = new Session(PLAN);
    private final ScriptedNet net = new ScriptedNet(PLAN);
    private int datagrams;
    private int told;
    private boolean anyVerified;

    @Test
    void nothingIsTakenForWhatItIsNot() {
        while (net.sent.isEmpty()) {
            net.passMillis(1);
        }
        while (datagrams < Cases.count()) {
            step();
            fold();
        }
        net.run.stop();
        fold();
        Statistics figures = session.statistics();
        assertEquals(datagrams, told, "a datagram was told twice or not at all");
        assertEquals(0, figures.inFlight());
        assertEquals(
                figures.sent(),
                figures.received()
                        + figures.timedOut()
                        + figures.late()
                        + figures.unreachable()
                        + figures.cancelled());
        assertEquals(session.rowCount(), figures.sent() + figures.sendFailed());
        assertEquals(
                datagrams,
                figures.received() + figures.late() + figures.duplicates() + figures.foreign());
        assertTrue(figures.received() > figures.unverified(), "the truth came through as well");
        assertTrue(figures.foreign() > datagrams / 10, "there was something to refuse");
        long remembered = Footprint.of(net.run, ScriptedNet.class);
        assertTrue(remembered <= MOST_REMEMBERED + MOST_BESIDES, remembered + " entries");
        // A row takes twenty entries in columns of a thousand; a run needs nothing else for each
        // ping.
        assertTrue(
                Footprint.of(session) <= 20L * (session.rowCount() + 1_024) + MOST_KEPT * 3L,
                () -> Footprint.of(session) + " for " + session.rowCount() + " pings");
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0 -> net.passMillis(1_100);
            case 1, 2, 3 -> net.pass(Duration.ofNanos(random.nextInt(3_000_000)));
            case 4, 5, 6 -> truth(0);
            case 7 -> truth(random.nextInt(30));
            case 8 -> badNews();
            case 9, 10, 11, 12, 13 -> arrive(bytes.any());
            default -> arrive(bytes.near(ping(random.nextInt(4))));
        }
    }

    /** The echo of a ping, counted from the latest. */
    private void truth(int back) {
        int nth = Math.max(1, net.sent.size() - back);
        String echo = net.sent.get(nth - 1).toUpperCase(Locale.ROOT);
        int before = net.events.size();
        receive(net.sentFrom.get(nth - 1), echo.getBytes());
        PingEvent first = net.events.get(before);
        long sequence = Long.parseLong(echo.split(" ")[1]);
        boolean right =
                first instanceof PingEvent.Foreign && back > 0
                        || first instanceof PingEvent.OfPing ofPing
                                && ofPing.sequence() == sequence;
        assertTrue(right, () -> echo + " led to " + first);
    }

    private void arrive(byte[] datagram) {
        int link = random.nextInt(4) == 0 ? random.nextInt(net.links.size()) : net.links.size() - 1;
        receive(link, datagram);
    }

    private void receive(int link, byte[] datagram) {
        datagrams++;
        int before = net.events.size();
        net.run.onDatagram(net.links.get(link), ByteBuffer.wrap(datagram), net.nowNanos);
        List<PingEvent> events = net.events.subList(before, net.events.size());
        for (PingEvent event : events) {
            if (event instanceof PingEvent.Replied replied) {
                check(replied.sequence(), replied.reply(), datagram);
            } else if (event instanceof PingEvent.Late late) {
                check(late.sequence(), late.reply(), datagram);
            } else if (event instanceof PingEvent.Duplicate duplicate) {
                check(duplicate.sequence(), duplicate.reply(), datagram);
            } else if (event instanceof PingEvent.Foreign) {
                told++;
            }
        }
    }

    private void check(long sequence, Reply reply, byte[] datagram) {
        told++;
        assertEquals(datagram.length, reply.bytes());
        String text = new String(datagram, StandardCharsets.ISO_8859_1);
        String words = text.toLowerCase(Locale.ROOT);
        String request = requestOf(sequence);
        String[] asked = request.toLowerCase(Locale.ROOT).split(" ");
        anyVerified |= reply.verified();
        if (reply.verified()) {
            boolean names =
                    words.contains(asked[2]) && words.contains(asked[1])
                            || request.toLowerCase(Locale.ROOT).startsWith(words.stripTrailing())
                            || words.startsWith("ping " + asked[1] + " ");
            assertTrue(names, () -> text + " is no answer to " + request);
        } else {
            boolean another = words.matches("ping \\d+ \\d+\\.\\d+") && !isNearly(words, asked[2]);
            assertTrue(!(another && anyVerified), () -> text + " was taken for ping " + sequence);
        }
    }

    /** Whether a reply says the time that was asked for, or that time rounded. */
    private static boolean isNearly(String reply, String time) {
        BigDecimal said = new BigDecimal(reply.split(" ")[2]);
        return said.subtract(new BigDecimal(time)).abs().compareTo(said.ulp()) < 0;
    }

    private void badNews() {
        switch (random.nextInt(4)) {
            case 0 -> net.refuse();
            case 1 -> net.sendErrors.add(new PortUnreachableException("refused"));
            case 2 ->
                    net.sendErrors.addAll(
                            List.of(
                                    new IOException("Network is unreachable"),
                                    new IOException("Network is unreachable")));
            default -> net.openErrors.add(new IOException("Too many open files"));
        }
    }

    private String ping(int back) {
        return net.sent.get(Math.max(0, net.sent.size() - 1 - back));
    }

    private String requestOf(long sequence) {
        int low = 0;
        int high = net.sent.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.parseLong(net.sent.get(middle).split(" ")[1]) < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return net.sent.get(low);
    }

    /** Gives the session what happened; it refuses what cannot be. */
    private void fold() {
        net.events.forEach(session::apply);
        net.events.clear();
    }

    private static PingPlan endless(Duration pause) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                PingPlan.UNTIL_STOPPED,
                Duration.ofSeconds(1),
                new Pacing.StopAndWait(pause),
                0,
                false);
    }
}
