package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerLedgerTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final ServerLedger ledger = new ServerLedger();

    @Test
    void countsEachFateOnceAndGroupsByAddress() {
        InetSocketAddress anna = Datagrams.from("10.0.0.1", 50_001);
        InetSocketAddress annaToo = Datagrams.from("10.0.0.1", 50_002);
        InetSocketAddress bert = Datagrams.from("10.0.0.2", 50_001);
        ledger.apply(new ServerEvent.Listening(12_000, List.of(), 0, START));
        ledger.apply(answered(bert, 1));
        ledger.apply(dropped(anna, 2));
        ledger.apply(new ServerEvent.Limited(annaToo, "", 1, at(3), ServerEvent.Limit.CLIENT_RATE));
        ledger.apply(new ServerEvent.Ignored(anna, "", 1, at(4), ServerEvent.Reason.OWN_PORT));
        ledger.apply(answered(bert, 5));
        ledger.apply(new ServerEvent.Stopped(at(6)));

        ServerLedger.Snapshot snapshot = ledger.snapshot();
        assertEquals(new ServerLedger.Counters(2, 1, 1, 1), snapshot.counters());
        assertEquals(5, snapshot.counters().received());
        assertEquals(new ServerLedger.Total(2, false), snapshot.addresses());
        assertEquals(new ServerLedger.Total(3, false), snapshot.clientPorts());
        assertEquals(
                List.of(
                        new ServerLedger.ClientLine(
                                bert.getAddress(), 1, new ServerLedger.Counters(2, 0, 0, 0), at(5)),
                        new ServerLedger.ClientLine(
                                anna.getAddress(),
                                2,
                                new ServerLedger.Counters(0, 1, 1, 1),
                                at(4))),
                snapshot.clients());
    }

    @Test
    void sumsOfClientsAreTheCounters() {
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            InetSocketAddress client =
                    Datagrams.from("10.0.0." + random.nextInt(30), 1_024 + random.nextInt(200));
            ledger.apply(random.nextBoolean() ? answered(client, i) : dropped(client, i));
        }
        ServerLedger.Snapshot snapshot = ledger.snapshot();
        assertEquals(30, snapshot.clients().size());
        assertEquals(5_000, snapshot.counters().received());
        assertEquals(
                snapshot.counters().answered(),
                snapshot.clients().stream().mapToLong(line -> line.counters().answered()).sum());
        assertEquals(
                snapshot.counters().dropped(),
                snapshot.clients().stream().mapToLong(line -> line.counters().dropped()).sum());
    }

    @Test
    void silentClientIsMarkedUntilItIsHeardAgain() {
        InetSocketAddress anna = Datagrams.from("10.0.0.1", 50_001);
        InetSocketAddress annaToo = Datagrams.from("10.0.0.1", 50_002);
        ledger.apply(dropped(annaToo, 1));
        ledger.apply(dropped(anna, 1));
        for (InetSocketAddress each : List.of(annaToo, anna, Datagrams.from("10.0.0.9", 1))) {
            ledger.apply(new ServerEvent.SilentAfterDrop(each, at(6), Duration.ofSeconds(5)));
        }
        assertEquals(1, ledger.snapshot().clients().size());
        assertEquals(List.of(50_001, 50_002), ledger.snapshot().clients().get(0).silentPorts());
        ledger.apply(answered(annaToo, 7));
        assertEquals(List.of(50_001), ledger.snapshot().clients().get(0).silentPorts());
        assertEquals(3, ledger.snapshot().counters().received());
    }

    @Test
    void distinctPortsAreCountedExactly() {
        for (int round = 0; round < 2; round++) {
            for (int port = 1; port <= 65_535; port += 3) {
                ledger.apply(answered(Datagrams.from("10.0.0.1", port), 1));
            }
        }
        assertEquals(21_845, ledger.snapshot().clients().get(0).ports());
    }

    @Test
    void clearForgetsClientsAndKeepsCounters() {
        InetSocketAddress anna = Datagrams.from("10.0.0.1", 50_001);
        ledger.apply(answered(anna, 1));
        ledger.clearClients();
        assertEquals(List.of(), ledger.snapshot().clients());
        assertEquals(1, ledger.snapshot().counters().answered());
        ledger.apply(answered(anna, 2));
        assertEquals(1, ledger.snapshot().clients().get(0).counters().answered());
        assertEquals(2, ledger.snapshot().counters().answered());
    }

    @Test
    void theLeastRecentAddressIsForgottenAtTheLimit() {
        for (int i = 0; i < ServerLedger.MAX_ADDRESSES; i++) {
            ledger.apply(answered(numbered(i), i));
        }
        ledger.apply(answered(numbered(0), 2_000));
        ledger.apply(answered(numbered(5_000), 2_001));
        List<InetAddress> kept =
                ledger.snapshot().clients().stream().map(ServerLedger.ClientLine::address).toList();
        assertEquals(ServerLedger.MAX_ADDRESSES, kept.size());
        assertEquals(numbered(0).getAddress(), kept.get(0));
        assertEquals(numbered(2).getAddress(), kept.get(1), "1 was the least recent");
        assertEquals(numbered(5_000).getAddress(), kept.get(kept.size() - 1));
        assertEquals(ServerLedger.MAX_ADDRESSES + 2, ledger.snapshot().counters().received());
    }

    @Test
    void allClientsAreCountedThoughNotAllAreRemembered() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 6_000; i++) {
                ledger.apply(answered(numbered(i), i));
                ledger.apply(dropped(Datagrams.from("2001:db8::7", 1_024 + i), i));
            }
        }
        assertEquals(new ServerLedger.Total(6_001, false), ledger.snapshot().addresses());
        assertEquals(new ServerLedger.Total(12_000, false), ledger.snapshot().clientPorts());
        ledger.clearClients();
        assertEquals(new ServerLedger.Total(0, false), ledger.snapshot().addresses());
        ledger.apply(answered(numbered(1), 1));
        assertEquals(new ServerLedger.Total(1, false), ledger.snapshot().clientPorts());
    }

    @Test
    void countBeyondTheLimitIsGivenAsAMinimum() {
        DistinctCount count = new DistinctCount();
        for (int round = 0; round < 2; round++) {
            for (long i = 0; i < DistinctCount.MAX; i++) {
                count.add(i);
            }
        }
        // 0 and 1 are taken for the same.
        assertEquals(new ServerLedger.Total(DistinctCount.MAX - 1, false), count.total());
        count.add(-1);
        assertEquals(new ServerLedger.Total(DistinctCount.MAX, false), count.total());
        count.add(-2);
        assertEquals(new ServerLedger.Total(DistinctCount.MAX, true), count.total());
    }

    private static InetSocketAddress numbered(int number) {
        return Datagrams.from("10.1." + number / 256 + "." + number % 256, 50_001);
    }

    private static ServerEvent answered(InetSocketAddress client, int second) {
        return new ServerEvent.Answered(client, "", 1, at(second), Duration.ZERO, 1);
    }

    private static ServerEvent dropped(InetSocketAddress client, int second) {
        return new ServerEvent.Dropped(client, "", 1, at(second));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
