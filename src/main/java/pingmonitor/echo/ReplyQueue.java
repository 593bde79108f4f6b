package pingmonitor.echo;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Replies that are held back, by the time they are due; those due together keep the order they came in. For any thread.
 */
final class ReplyQueue {
    static final int MAX_REPLIES = 100_000;
    static final long MAX_BYTES = 64L << 20;

    private record Entry(PendingReply reply, long order) {}

    /** By difference, because the clock may start anywhere and wrap around. */
    private static final Comparator<Entry> BY_DUE =
            (a, b) -> {
                long difference = a.reply.dueNanos() - b.reply.dueNanos();
                return Long.signum(difference != 0 ? difference : a.order - b.order);
            };

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(BY_DUE);
    private final int maxReplies;
    private final long maxBytes;
    private final Runnable earlier;
    private long added;
    private long bytes;

    /**
     * @param earlier told when a reply was added that is due before all others
     */
    ReplyQueue(int maxReplies, long maxBytes, Runnable earlier) {
        this.maxReplies = maxReplies;
        this.maxBytes = maxBytes;
        this.earlier = earlier;
    }

    /** Adds a reply; false if there is no room for it. */
    synchronized boolean add(PendingReply reply) {
        if (entries.size() >= maxReplies || bytes + reply.request().length > maxBytes) {
            return false;
        }
        bytes += reply.request().length;
        Entry entry = new Entry(reply, added++);
        entries.add(entry);
        if (entries.peek() == entry) {
            earlier.run();
        }
        return true;
    }

    /** Takes the first reply out if it is due. */
    synchronized Optional<PendingReply> pollDue(long nowNanos) {
        return nanosToNext(nowNanos) > 0 ? Optional.empty() : poll();
    }

    /** Takes the first reply out, due or not. */
    synchronized Optional<PendingReply> poll() {
        Entry first = entries.poll();
        if (first == null) {
            return Optional.empty();
        }
        bytes -= first.reply.request().length;
        return Optional.of(first.reply);
    }

    /** Time to the next reply, 0 or less if it is due, {@link Long#MAX_VALUE} if there is none. */
    synchronized long nanosToNext(long nowNanos) {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.reply.dueNanos() - nowNanos;
    }
}
