package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Fate;
import pingmonitor.echo.fate.ReplyText;

class ReplyQueueTest {
    private static final InetSocketAddress CLIENT = Datagrams.from("127.0.0.1", 50_001);

    /** Shortly before the clock wraps around. */
    private static final long NOW = Long.MAX_VALUE - 10;

    private final AtomicInteger earlier = new AtomicInteger();

    @Test
    void repliesLeaveByDueTimeAndThenInOrderOfArrival() {
        ReplyQueue queue = queue(100, 1_000);
        for (int due : new int[] {30, 5, 20, 5, 0, 30, 5}) {
            assertTrue(queue.add(reply(due, 0)));
        }
        List<Long> dues = new ArrayList<>();
        for (Optional<PendingReply> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            dues.add(next.get().dueNanos() - NOW);
        }
        assertEquals(List.of(0L, 5L, 5L, 5L, 20L, 30L, 30L), dues);

        List<PendingReply> together =
                LongStream.range(0, 20).mapToObj(delayNanos -> reply(7, delayNanos)).toList();
        together.forEach(queue::add);
        assertEquals(together, Stream.generate(() -> take(queue)).limit(20).toList());
    }

    @Test
    void noReplyLeavesEarly() {
        ReplyQueue queue = queue(100, 1_000);
        assertEquals(Long.MAX_VALUE, queue.nanosToNext(NOW));
        queue.add(reply(20, 0));
        assertEquals(20, queue.nanosToNext(NOW));
        assertTrue(queue.pollDue(NOW + 19).isEmpty());
        assertTrue(queue.pollDue(NOW + 20).isPresent());
        assertTrue(queue.pollDue(NOW + 20).isEmpty());
    }

    @Test
    void numberOfRepliesIsBounded() {
        ReplyQueue queue = queue(2, 1_000);
        assertTrue(queue.add(reply(1, 0)));
        assertTrue(queue.add(reply(2, 0)));
        assertFalse(queue.add(reply(0, 0)));
        queue.poll();
        assertTrue(queue.add(reply(3, 0)));
    }

    @Test
    void bytesOfRepliesAreBounded() {
        ReplyQueue queue = queue(100, 2 * reply(0, 0).request().length);
        assertTrue(queue.add(reply(1, 0)));
        assertTrue(queue.add(reply(2, 0)));
        assertFalse(queue.add(reply(3, 0)));
        queue.poll();
        assertTrue(queue.add(reply(3, 0)));
    }

    @Test
    void theQueueReportsAReplyDueBeforeAllOthers() {
        ReplyQueue queue = queue(100, 1_000);
        List<Integer> told = new ArrayList<>();
        for (int due : new int[] {30, 40, 20, 20, 25, 10}) {
            int before = earlier.get();
            queue.add(reply(due, 0));
            if (earlier.get() > before) {
                told.add(due);
            }
        }
        assertEquals(List.of(30, 20, 10), told);
        assertEquals(told.size(), earlier.get());
    }

    private ReplyQueue queue(int maxReplies, long maxBytes) {
        return new ReplyQueue(maxReplies, maxBytes, earlier::incrementAndGet);
    }

    private static PendingReply take(ReplyQueue queue) {
        return queue.poll().orElseThrow();
    }

    private static PendingReply reply(long due, long delayNanos) {
        return new PendingReply(
                new byte[5],
                CLIENT,
                (reply, to) -> true,
                new Fate(false, delayNanos, 1, ReplyText.UPPER_CASE),
                NOW + due);
    }
}
