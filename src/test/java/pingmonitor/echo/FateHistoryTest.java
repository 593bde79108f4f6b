package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pingmonitor.fuzz.Footprint;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.RememberedFate;

/** What the server remembers, for whom, and whether it knows what it forgot. */
class FateHistoryTest {
    private static final InetSocketAddress ANNA = Datagrams.from("203.0.113.2", 50_001);
    private static final InetSocketAddress BERT = Datagrams.from("203.0.113.3", 50_001);
    private static final InetSocketAddress CARL = Datagrams.from("203.0.113.4", 50_001);
    private static final long SECOND = 1_000_000_000;

    /** Identities, places in chains, the chains' beginnings, and at most two places for a block. */
    private static final long ENTRIES_OF_BLOCK = 3 * AddressFateHistory.BLOCK_ENTRIES + 2;

    private static final int LEAST_OF_RING = 16 + 4 + 1;

    private final FakeTime time = new FakeTime();
    private FateHistory memory = new FateHistory(time.nanoTime());

    @Test
    void eachPingHasItsFateAndAnUnseenPingHasNone() {
        note(ANNA, 1, RememberedFate.ANSWERED);
        note(ANNA, 2, RememberedFate.DROPPED);
        note(ANNA, 3, RememberedFate.LIMITED);
        note(ANNA, 4, RememberedFate.HELD);
        note(ANNA, 5, RememberedFate.UNANSWERED);
        assertEquals(
                List.of(
                        RememberedFate.UNANSWERED,
                        RememberedFate.HELD,
                        RememberedFate.UNSEEN,
                        RememberedFate.LIMITED,
                        RememberedFate.DROPPED,
                        RememberedFate.ANSWERED,
                        RememberedFate.ANSWERED),
                fates(ANNA, 5, 4, 6, 3, 2, 1, 1));
        assertEquals(List.of(), fates(ANNA));
    }

    @Test
    void thePortDoesNotMatterButTheAddressDoes() {
        note(ANNA, 1, RememberedFate.DROPPED);
        InetSocketAddress behindAnotherPort = Datagrams.from("203.0.113.2", 61_000);
        assertEquals(List.of(RememberedFate.DROPPED), fates(behindAnotherPort, 1));
        assertEquals(behindAnotherPort, answer(behindAnotherPort, 1).mappedAddress());
        assertEquals(List.of(RememberedFate.UNSEEN), fates(BERT, 1));
    }

    @Test
    void anAnswerOutweighsADropOfTheSamePing() {
        note(ANNA, 1, RememberedFate.ANSWERED);
        note(ANNA, 1, RememberedFate.DROPPED);
        note(ANNA, 2, RememberedFate.HELD);
        note(ANNA, 2, RememberedFate.ANSWERED);
        note(ANNA, 3, RememberedFate.LIMITED);
        note(ANNA, 3, RememberedFate.DROPPED);
        assertEquals(
                List.of(RememberedFate.ANSWERED, RememberedFate.ANSWERED, RememberedFate.DROPPED),
                fates(ANNA, 1, 2, 3));
    }

    @Test
    void theFinalFateReplacesTheFateOfADelayedReply() {
        note(ANNA, 1, RememberedFate.HELD);
        note(ANNA, 1, RememberedFate.UNANSWERED);
        note(ANNA, 2, RememberedFate.HELD);
        note(ANNA, 2, RememberedFate.LIMITED);
        note(ANNA, 3, RememberedFate.ANSWERED);
        note(ANNA, 3, RememberedFate.HELD);
        note(ANNA, 4, RememberedFate.DROPPED);
        note(ANNA, 4, RememberedFate.HELD);
        note(ANNA, 5, RememberedFate.DROPPED);
        note(ANNA, 5, RememberedFate.HELD);
        note(ANNA, 5, RememberedFate.UNANSWERED);
        assertEquals(
                List.of(
                        RememberedFate.UNANSWERED,
                        RememberedFate.LIMITED,
                        RememberedFate.ANSWERED,
                        RememberedFate.HELD,
                        RememberedFate.UNANSWERED),
                fates(ANNA, 1, 2, 3, 4, 5));
    }

    @Test
    void theHistoryStaysCompleteAfterManyTimesItsLength() {
        int all = FateHistory.MAX_BLOCKS_OF_ONE * AddressFateHistory.BLOCK_ENTRIES;
        for (int i = 0; i < 5 * all; i++) {
            note(ANNA, i * 7L, i % 3 == 0 ? RememberedFate.DROPPED : RememberedFate.ANSWERED);
        }
        for (int i = 4 * all; i < 5 * all; i++) {
            RememberedFate expected = i % 3 == 0 ? RememberedFate.DROPPED : RememberedFate.ANSWERED;
            assertEquals(List.of(expected, RememberedFate.UNSEEN), fates(ANNA, i * 7L, i * 7L + 1));
        }
        assertEquals(List.of(RememberedFate.UNSEEN), fates(ANNA, (4L * all - 1) * 7));
    }

    @Test
    void aPingWithTooManyDuplicatesHasNoKnownFate() {
        for (int i = 0; i < 60_000; i++) {
            note(ANNA, 5, RememberedFate.DROPPED);
        }
        note(ANNA, 6, RememberedFate.DROPPED);
        assertEquals(
                List.of(
                        RememberedFate.DROPPED,
                        RememberedFate.UNANSWERED,
                        RememberedFate.UNANSWERED),
                fates(ANNA, 6, 5, 5));
    }

    @Test
    void theLatestForgottenEntryCountsEvenWithAnOutOfOrderClock() {
        int all = FateHistory.MAX_BLOCKS_OF_ONE * AddressFateHistory.BLOCK_ENTRIES;
        for (int i = 0; i < all; i++) {
            // The last of the first block was told the time before the one ahead of it was.
            long nowNanos = time.nanoTime() + (i == 62 ? 5 * SECOND : 0);
            memory.note(ANNA.getAddress(), i, RememberedFate.DROPPED, nowNanos);
        }
        time.advanceNanos(20 * SECOND);
        note(ANNA, all, RememberedFate.DROPPED);
        assertEquals(15_000, answer(ANNA, 62).completeMillis());
    }

    @Test
    void aServerThatStartedLaterSaysSo() {
        time.advanceNanos(5 * SECOND + 999_999);
        assertEquals(5_000, answer(ANNA, 1).completeMillis(), "of somebody it never heard of");
        note(ANNA, 1, RememberedFate.DROPPED);
        assertEquals(5_000, answer(ANNA, 1).completeMillis());
    }

    @Test
    void aFullHistoryKnowsWhatItForgot() {
        int all = FateHistory.MAX_BLOCKS_OF_ONE * AddressFateHistory.BLOCK_ENTRIES;
        for (int i = 0; i < all; i++) {
            note(ANNA, i, RememberedFate.ANSWERED);
            time.advanceNanos(1_000_000);
        }
        assertEquals(all, answer(ANNA, 0).completeMillis(), "nothing is missing yet");
        assertEquals(List.of(RememberedFate.ANSWERED), fates(ANNA, 0));

        note(ANNA, all, RememberedFate.ANSWERED);
        assertEquals(List.of(RememberedFate.UNSEEN), fates(ANNA, 0));
        assertEquals(
                List.of(RememberedFate.ANSWERED), fates(ANNA, AddressFateHistory.BLOCK_ENTRIES));
        assertEquals(
                all - AddressFateHistory.BLOCK_ENTRIES + 1,
                answer(ANNA, 0).completeMillis(),
                "complete since the latest of those that went");
    }

    @Test
    void aFloodDisplacesOnlyTheHistoryOfItsOwnAddress() {
        memory = new FateHistory(time.nanoTime(), FateHistory.MAX_ADDRESSES + 10);
        time.advanceNanos(SECOND);
        for (int i = 0; i < 3 * AddressFateHistory.BLOCK_ENTRIES; i++) {
            note(CARL, i, RememberedFate.LIMITED);
            note(BERT, i, RememberedFate.DROPPED);
        }
        time.advanceNanos(SECOND);
        for (int i = 0; i < 100_000; i++) {
            note(ANNA, 1_000 + i, RememberedFate.ANSWERED);
        }
        assertEquals(List.of(RememberedFate.DROPPED), fates(BERT, 0));
        assertEquals(2_000, answer(BERT, 0).completeMillis());
        assertEquals(List.of(RememberedFate.UNSEEN), fates(ANNA, 1_000));
        assertEquals(List.of(RememberedFate.ANSWERED), fates(ANNA, 1_000 + 99_999));
        assertEquals(0, answer(ANNA, 1_000).completeMillis());

        // Bert comes again and takes what he needs from her who has most.
        for (int i = 0; i < 100 * AddressFateHistory.BLOCK_ENTRIES; i++) {
            note(BERT, 1_000 + i, RememberedFate.DROPPED);
        }
        assertEquals(
                List.of(RememberedFate.DROPPED, RememberedFate.DROPPED), fates(BERT, 0, 1_000));
        assertEquals(List.of(RememberedFate.LIMITED), fates(CARL, 0));
        assertTrue(
                Footprint.of(memory)
                        <= (FateHistory.MAX_ADDRESSES + 10L) * ENTRIES_OF_BLOCK
                                + 3L * LEAST_OF_RING);
    }

    @Test
    void theLeastRecentOfAThousandAddressesIsForgottenFirst() {
        for (int i = 0; i < FateHistory.MAX_ADDRESSES; i++) {
            note(client(i), i, RememberedFate.DROPPED);
            time.advanceNanos(SECOND);
        }
        assertEquals(List.of(RememberedFate.DROPPED), fates(client(0), 0));
        assertEquals(List.of(RememberedFate.DROPPED), fates(client(1_023), 1_023));
        assertEquals(1_024_000, answer(client(5_000), 1).completeMillis());

        // Asking counts as being heard of: so the second one goes.
        fates(client(0), 0);
        note(client(1_024), 1_024, RememberedFate.DROPPED);
        assertEquals(List.of(RememberedFate.UNSEEN), fates(client(1), 1));
        assertEquals(List.of(RememberedFate.DROPPED), fates(client(0), 0));
        long sinceItsLatest = 1_024_000 - 1_000;
        assertEquals(sinceItsLatest, answer(client(1), 1).completeMillis());
        note(client(1), 9, RememberedFate.DROPPED);
        assertEquals(
                sinceItsLatest - 1_000,
                answer(client(1), 1).completeMillis(),
                "when it returns and the next one had to go");
        assertEquals(1_024_000, answer(client(0), 0).completeMillis(), "the others miss nothing");
    }

    @Test
    void aThousandClientsBehindOneAddressAreToldApart() {
        int each = 30;
        for (int ping = 0; ping < each; ping++) {
            for (int client = 0; client < 1_024; client++) {
                note(
                        Datagrams.from("203.0.113.2", 20_000 + client),
                        client * 1_000L + ping,
                        (client + ping) % 3 == 0
                                ? RememberedFate.DROPPED
                                : RememberedFate.ANSWERED);
            }
        }
        for (int client = 0; client < 1_024; client++) {
            for (int ping = 0; ping < each; ping++) {
                assertEquals(
                        List.of(
                                (client + ping) % 3 == 0
                                        ? RememberedFate.DROPPED
                                        : RememberedFate.ANSWERED),
                        fates(
                                Datagrams.from("203.0.113.2", 30_000 + client),
                                client * 1_000L + ping));
            }
        }
    }

    @Test
    void theMaximumOfClientsStaysWithinTheMemoryBound() {
        int each = 2_000;
        InetSocketAddress[] clients =
                IntStream.range(0, FateHistory.MAX_ADDRESSES)
                        .mapToObj(FateHistoryTest::client)
                        .toArray(InetSocketAddress[]::new);
        for (int ping = 0; ping < each; ping++) {
            for (int client = 0; client < clients.length; client++) {
                note(clients[client], identity(client, ping), fate(client, ping));
            }
        }
        long entries = Footprint.of(memory);
        long most = FateHistory.MAX_BLOCKS * ENTRIES_OF_BLOCK + 1_024L * LEAST_OF_RING;
        assertTrue(entries <= most, () -> entries + " entries");
        // Of each datagram an identity, its place in a chain and a share of the chains' beginnings;
        // of each block three
        // objects' heads and a place or two; of each address its ring and its entry in the map.
        long block =
                AddressFateHistory.BLOCK_ENTRIES * (Long.BYTES + 2L * Integer.BYTES) + 3 * 16 + 24;
        assertTrue(FateHistory.MAX_BLOCKS * block + FateHistory.MAX_ADDRESSES * 256L <= 16 << 20);
        for (int client = 0; client < clients.length; client++) {
            for (int ping = each - 800; ping < each; ping += 40) {
                assertEquals(
                        List.of(fate(client, ping), RememberedFate.UNSEEN),
                        fates(clients[client], identity(client, ping), identity(client, each)));
            }
        }
    }

    private static long identity(int client, int ping) {
        return client * 1_000_000L + ping;
    }

    private static RememberedFate fate(int client, int ping) {
        return (client + ping) % 3 == 0 ? RememberedFate.DROPPED : RememberedFate.ANSWERED;
    }

    @Test
    void theLargestAnswerStaysWithinItsLimits() {
        time.advanceNanos(Duration.ofDays(20_000).toNanos());
        assertEquals(FateAnswer.MAX_MILLIS, answer(ANNA, 1).completeMillis());
        long[] many = LongStream.range(0, FateQuestion.MAX_PINGS).toArray();
        assertEquals(FateQuestion.MAX_PINGS, fates(ANNA, many).size());
    }

    private void note(InetSocketAddress from, long identity, RememberedFate fate) {
        memory.note(from.getAddress(), identity, fate, time.nanoTime());
    }

    private List<RememberedFate> fates(InetSocketAddress from, long... identities) {
        return answer(from, identities).fates();
    }

    private FateAnswer answer(InetSocketAddress from, long... identities) {
        List<Long> asked = new ArrayList<>();
        LongStream.of(identities).forEach(asked::add);
        FateAnswer answer = memory.answer(new FateQuestion(77, asked), from, time.nanoTime());
        assertEquals(77, answer.nonce());
        return answer;
    }

    private static InetSocketAddress client(int number) {
        return Datagrams.from("10.1." + number / 250 + "." + (1 + number % 250), 50_000);
    }
}
