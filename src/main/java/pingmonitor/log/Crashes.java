package pingmonitor.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The crashes that the person has not been told of yet: each kind once, with its count. A kind that was told comes up
 * again only after {@link #QUIET}, since one that comes a thousand times a second would never let them work.
 * Thread-safe.
 */
public final class Crashes {
    /** Kinds that are kept; nobody reads more. */
    static final int MAX_KINDS = 20;

    static final Duration QUIET = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private long ofOtherKinds;
    private volatile Runnable listener = () -> {};

    public Crashes() {
        this(System::nanoTime);
    }

    Crashes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Crashes of one kind.
     *
     * @param first the first of them
     * @param times how many there were
     */
    public record Seen(LogEntry first, long times) {}

    /**
     * What the person has not been told of yet.
     *
     * @param seen each kind, in the order of its first crash; at most {@link #MAX_KINDS}
     * @param ofOtherKinds number of crashes of further kinds
     */
    public record Untold(List<Seen> seen, long ofOtherKinds) {
        /** There is nothing to tell. */
        public static final Untold NONE = new Untold(List.of(), 0);

        /** Number of crashes, those of further kinds included. */
        public long times() {
            return ofOtherKinds + seen.stream().mapToLong(Seen::times).sum();
        }

        private boolean tells(Kind kind) {
            return seen.stream().anyMatch(one -> one.first() == kind.first);
        }
    }

    /** Calls the listener after each change, on the thread of the change; it must return quickly. */
    public void listen(Runnable news) {
        listener = news;
        news.run();
    }

    /** What there is to tell now. */
    public synchronized Untold untold() {
        List<Seen> seen = new ArrayList<>();
        for (Kind kind : kinds.values()) {
            if (!kind.told) {
                seen.add(new Seen(kind.first, kind.times));
            }
        }
        return new Untold(List.copyOf(seen), ofOtherKinds);
    }

    /** Marks these as told. Crashes that came after they were read stay untold. */
    public synchronized void told(Untold untold) {
        kinds.values().stream().filter(untold::tells).forEach(kind -> kind.told = true);
        ofOtherKinds -= untold.ofOtherKinds();
    }

    void add(LogEntry crash) {
        count(crash);
        listener.run();
    }

    /** The state of the log has changed. */
    void logChanged() {
        listener.run();
    }

    private synchronized void count(LogEntry crash) {
        String name = crash.kind();
        long now = nanoTime.getAsLong();
        Kind known = kinds.get(name);
        if (known == null) {
            if (kinds.size() == MAX_KINDS && !kinds.values().removeIf(kind -> kind.told)) {
                ofOtherKinds++;
                return;
            }
            kinds.put(name, new Kind(crash, now));
        } else if (known.told && now - known.lastNanos >= QUIET.toNanos()) {
            kinds.put(name, new Kind(crash, now));
        } else {
            known.times++;
            known.lastNanos = now;
        }
    }

    private static final class Kind {
        private final LogEntry first;
        private long times = 1;
        private long lastNanos;
        private boolean told;

        Kind(LogEntry first, long nanos) {
            this.first = first;
            this.lastNanos = nanos;
        }
    }
}
