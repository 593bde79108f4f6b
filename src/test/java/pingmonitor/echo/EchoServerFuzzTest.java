package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.fuzz.Alarms;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;

/** A real server on loopback, to which a flooder sends anything, and which a good client asks all the while. */
@Tag("fuzz")
@Timeout(600)
class EchoServerFuzzTest {
    /** So few that the system's buffer holds them, were they all large. */
    private static final int BETWEEN_QUESTIONS = 20;

    private static final int LARGE = 4_000;

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);
    private final ServerLedger ledger = new ServerLedger();
    private long sent;

    @Test
    void aGoodClientIsAnsweredThroughout() throws Exception {
        EchoPlan plan = new EchoPlan(0, Impairments.ofLoss(0), 1, RateLimitSettings.OFF);
        try (Alarms alarms = new Alarms()) {
            try (EchoServer server = EchoServer.startOnLoopback(plan, ledger::apply);
                    TestClient good = new TestClient(Loopback.FIRST, server.port());
                    TestClient flooder = new TestClient(Loopback.FIRST, server.port())) {
                flood(flooder, good);
            }
            // Not before: a reply leaves before it is told.
            assertEquals(sent, ledger.snapshot().counters().received());
            alarms.assertNone();
        }
    }

    private void flood(TestClient flooder, TestClient good) throws Exception {
        int between = 0;
        for (int i = 1; i <= Cases.count() / 5; i++) {
            byte[] datagram = bytes.any();
            flooder.send(datagram);
            sent++;
            between = datagram.length > LARGE ? BETWEEN_QUESTIONS : between + 1;
            if (between >= BETWEEN_QUESTIONS) {
                ask(good, "Ping " + i + " 1795342927." + random.nextInt(1_000_000));
                between = 0;
            }
        }
        ask(good, "ping");
    }

    private void ask(TestClient good, String question) throws Exception {
        sent++;
        good.send(question);
        assertArrayEquals(question.toUpperCase(Locale.ROOT).getBytes(), good.receive());
    }
}
