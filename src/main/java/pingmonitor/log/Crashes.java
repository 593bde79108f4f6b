package pingmonitor.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The crashes that a person has still to be told of, each kind once with how often it came. A kind they were told of
 * comes up again only after some quiet: else one that comes a thousand times a second would never let them work.
 * Thread-safe.
 */
public final class Crashes {
    /** More than anybody reads. */
    static final int MOST_KINDS = 20;

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
     * @param first of them
     * @param times how many came
     */
    public record Seen(LogEntry first, long times) {}

    /**
     * What a person has still to be told of.
     *
     * @param seen each kind, in order of coming; at most {@link #MOST_KINDS}
     * @param ofOtherKinds how many crashes came of further kinds
     */
    public record Untold(List<Seen> seen, long ofOtherKinds) {
        /** Nothing is to be told. */
        public static final Untold NONE = new Untold(List.of(), 0);

        /** How many crashes came, also of further kinds. */
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

    /** What is to be told now. */
    public synchronized Untold untold() {
        List<Seen> seen = new ArrayList<>();
        for (Kind kind : kinds.values()) {
            if (!kind.told) {
                seen.add(new Seen(kind.first, kind.times));
            }
        }
        return new Untold(List.copyOf(seen), ofOtherKinds);
    }

    /** The person was told of these; what came since they were taken from here was not told. */
    public synchronized void told(Untold untold) {
        kinds.values().stream().filter(untold::tells).forEach(kind -> kind.told = true);
        ofOtherKinds -= untold.ofOtherKinds();
    }

    void add(LogEntry crash) {
        count(crash);
        listener.run();
    }

    /** Something about the log changed. */
    void logChanged() {
        listener.run();
    }

    private synchronized void count(LogEntry crash) {
        String name = crash.kind();
        long now = nanoTime.getAsLong();
        Kind known = kinds.get(name);
        if (known == null) {
            if (kinds.size() == MOST_KINDS && !kinds.values().removeIf(kind -> kind.told)) {
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
