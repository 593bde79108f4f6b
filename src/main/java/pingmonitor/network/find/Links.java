package pingmonitor.network.find;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One link on each of this machine's network interfaces, which come and go: whoever owns it has it look again now and
 * then. For one thread.
 */
final class Links {
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(6);

    private final Supplier<List<Attachment>> here;
    private final Link.Factory factory;
    private final User user;
    private final Map<Attachment, Link> open = new LinkedHashMap<>();
    private final Set<Attachment> hearing = new HashSet<>();

    /** Where nothing was heard: what a link tried to say meanwhile may have been its end. */
    private final Set<Attachment> deaf = new HashSet<>();

    /**
     * @param here the interfaces of this machine; asked for at each look
     */
    Links(Supplier<List<Attachment>> here, Link.Factory factory, User user) {
        this.here = here;
        this.factory = factory;
        this.user = user;
    }

    /** What the links are for. */
    interface User {
        void opened(Attachment at, Link link) throws IOException;

        void dropped(Attachment at);
    }

    /** Opens and closes what has changed since the last look. */
    Reach follow() {
        List<Attachment> now = here.get();
        for (Attachment at : List.copyOf(open.keySet())) {
            if (!now.contains(at) || open.get(at).isDown()) {
                closing(drop(at));
            }
        }
        for (Attachment at : now) {
            if (!open.containsKey(at)) {
                tryToOpen(at);
            }
        }
        return now.isEmpty() ? Reach.NO_NETWORK : listen();
    }

    /** Those that are open. */
    List<Link> open() {
        return List.copyOf(open.values());
    }

    /** Closes all, side by side; waits for it, but not for ever. */
    void close() {
        List<Thread> closings = new ArrayList<>();
        for (Attachment at : List.copyOf(open.keySet())) {
            closings.add(closing(drop(at)));
        }
        long endNanos = System.nanoTime() + LONGEST_CLOSING.toNanos();
        try {
            for (Thread each : closings) {
                TimeUnit.NANOSECONDS.timedJoin(each, Math.max(1, endNanos - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToOpen(Attachment at) {
        try {
            Link link = factory.open(at);
            open.put(at, link);
            user.opened(at, link);
        } catch (IOException notNow) {
            // Tried again at the next look; that there is no link says enough until then.
            if (open.containsKey(at)) {
                closing(drop(at));
            }
        }
    }

    private Reach listen() {
        for (Map.Entry<Attachment, Link> each : Map.copyOf(open).entrySet()) {
            Attachment at = each.getKey();
            if (!hearing.contains(at)) {
                listen(at, each.getValue());
            }
        }
        return hearing.isEmpty() ? Reach.BLOCKED : Reach.WORKS;
    }

    private void listen(Attachment at, Link link) {
        if (!link.hears()) {
            deaf.add(at);
            return;
        }
        if (deaf.contains(at)) {
            closing(drop(at));
            tryToOpen(at);
        }
        if (open.containsKey(at)) {
            hearing.add(at);
        }
    }

    private Link drop(Attachment at) {
        hearing.remove(at);
        deaf.remove(at);
        user.dropped(at);
        return open.remove(at);
    }

    private static Thread closing(Link link) {
        Thread thread = new Thread(link::close, "find-close");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
