package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.Alarms;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.session.Session;
import pingmonitor.session.Statistics;

/** A real run over loopback, whose server says a great deal besides the truth. */
@Tag("fuzz")
@Timeout(600)
class PingerFuzzTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int LIES = 10;

    private final int pings = Math.max(100, Cases.count() / 100);
    private final AtomicInteger lies = new AtomicInteger();
    private final AnyBytes bytes = new AnyBytes(Cases.random());

    @Test
    void pingsThatAreNamedWronglyNeverHideTheTruth() throws Exception {
        try (Alarms alarms = new Alarms();
                Liar server = new Liar(this::sayAnotherPing)) {
            Session session = run(server.port(), Duration.ofMinutes(1));
            Statistics figures = session.statistics();
            assertEquals(pings, figures.received());
            assertEquals(0, figures.unverified());
            assertEquals(0, figures.duplicates());
            assertEquals(lies.get(), figures.foreign());
            alarms.assertNone();
        }
    }

    @Test
    void whateverTheServerSaysTheRunGoesOnAndAddsUp() throws Exception {
        try (Alarms alarms = new Alarms();
                Liar server = new Liar(this::sayAnything)) {
            Session session = run(server.port(), Duration.ofMillis(200));
            Statistics figures = session.statistics();
            assertEquals(pings, figures.sent() + figures.sendFailed());
            assertEquals(
                    figures.sent(),
                    figures.received()
                            + figures.timedOut()
                            + figures.late()
                            + figures.unreachable());
            assertTrue(figures.received() > 0);
            session.rows(0, pings)
                    .forEach(row -> row.reply().ifPresent(reply -> check(row.sequence(), reply)));
            alarms.assertNone();
        }
    }

    private Session run(int port, Duration timeout) {
        PingPlan plan =
                new PingPlan(
                        "127.0.0.1",
                        port,
                        AddressFamily.ANY,
                        pings,
                        timeout,
                        new Pacing.StopAndWait(Duration.ZERO),
                        0);
        Session session = new Session(plan);
        assertEquals(
                PingEvent.Outcome.COMPLETED,
                new Pinger(plan, new LossLocators(), session::apply).run());
        return session;
    }

    private static void check(long sequence, Reply reply) {
        if (reply.verified()) {
            String number = Long.toString(sequence);
            assertTrue(reply.text().contains(number), () -> reply + " for ping " + number);
        }
    }

    private byte[] sayAnotherPing(String request, SplittableRandom random) {
        String[] words = request.split(" ");
        String number = random.nextBoolean() ? words[1] : Integer.toString(random.nextInt(1, 99));
        String time =
                "17" + random.nextInt(10_000_000, 99_999_999) + "." + random.nextInt(1_000_000);
        return ("PING " + number + " " + time + (random.nextBoolean() ? "\r\n" : ""))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] sayAnything(String request, SplittableRandom random) {
        return random.nextBoolean() ? bytes.any() : bytes.near(request);
    }

    /** What may be said instead of the truth. */
    private interface Lie {
        byte[] about(String request, SplittableRandom random);
    }

    /** Answers the first ping with its echo, and each later one with some lies first. */
    private final class Liar implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, LOOPBACK);
        private final SplittableRandom random = Cases.random();
        private final Lie lie;
        private boolean echoed;
        private final Thread thread = new Thread(this::answer, "liar");

        Liar(Lie lie) throws SocketException {
            this.lie = lie;
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            socket.close();
        }

        private void answer() {
            DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
            try {
                while (true) {
                    packet.setLength(2_048);
                    socket.receive(packet);
                    answer(
                            new String(
                                    packet.getData(),
                                    0,
                                    packet.getLength(),
                                    StandardCharsets.US_ASCII),
                            packet.getSocketAddress());
                }
            } catch (IOException e) {
                assertTrue(socket.isClosed(), e::toString);
            }
        }

        private void answer(String request, SocketAddress to) throws IOException {
            for (int left = echoed ? random.nextInt(LIES) : 0; left > 0; left--) {
                lies.incrementAndGet();
                send(lie.about(request, random), to);
            }
            echoed = true;
            send(request.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII), to);
        }

        private void send(byte[] content, SocketAddress to) throws IOException {
            socket.send(new DatagramPacket(content, content.length, to));
        }
    }
}
