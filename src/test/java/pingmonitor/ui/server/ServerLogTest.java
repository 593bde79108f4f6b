package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.ServerEvent;

class ServerLogTest {
    private final ServerLog log = new ServerLog();

    @Test
    void keepsTheNewestAndCountsAll() {
        int rounds = 7;
        int each = 1_500;
        for (int round = 0; round < rounds; round++) {
            arrive(round * each, (round + 1) * each);
            log.takeOver();
        }
        assertEquals(ServerLog.CAPACITY, log.lines().size());
        assertEquals(rounds * each, log.totalProperty().get());
        for (int i = 0; i < ServerLog.CAPACITY; i++) {
            assertEquals(
                    "Ping " + (rounds * each - ServerLog.CAPACITY + i), log.lines().get(i).text());
        }
    }

    @Test
    void moreThanFitsAtOnceKeepsTheNewest() {
        arrive(0, 10);
        log.takeOver();
        arrive(10, 20_000);
        log.takeOver();
        assertEquals(ServerLog.CAPACITY, log.lines().size());
        assertEquals("Ping 19999", log.lines().get(ServerLog.CAPACITY - 1).text());
        assertEquals(20_000, log.totalProperty().get());
    }

    @Test
    void clearingForgetsAlsoWhatIsNotYetShown() {
        arrive(0, 10);
        log.takeOver();
        arrive(10, 20);
        log.clear();
        log.takeOver();
        assertEquals(0, log.lines().size());
        assertEquals(0, log.totalProperty().get());
    }

    private void arrive(int from, int to) {
        InetSocketAddress client = new InetSocketAddress("127.0.0.1", 50_000);
        IntStream.range(from, to)
                .forEach(
                        i ->
                                log.add(
                                        new ServerEvent.Dropped(
                                                client, "Ping " + i, 8, Instant.EPOCH)));
    }
}
