package pingmonitor.discovery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One link on each of this machine's network interfaces. Interfaces come and go, so the owner calls {@link #follow}
 * regularly. For one thread, unless said otherwise.
 */
final class MulticastLinks {
    private static final Duration MAX_CLOSING = Duration.ofSeconds(6);

    private final Supplier<List<NetworkAttachment>> here;
    private final MulticastLink.Factory factory;
    private final User user;
    private final LongSupplier nanoClock;
    private final Map<NetworkAttachment, Open> open = new LinkedHashMap<>();
    private volatile boolean hurried;

    /**
     * @param here the interfaces of this machine; asked for at each look
     * @param nanoClock monotonic
     */
    MulticastLinks(
            Supplier<List<NetworkAttachment>> here,
            MulticastLink.Factory factory,
            User user,
            LongSupplier nanoClock) {
        this.here = here;
        this.factory = factory;
        this.user = user;
        this.nanoClock = nanoClock;
    }

    private record Open(MulticastLink link, MulticastHealth hearing) {}

    /** What the links are for. */
    interface User {
        void opened(NetworkAttachment at, MulticastLink link) throws IOException;

        void dropped(NetworkAttachment at);
    }

    /** Opens and closes what has changed since the last look, and listens where it is time to. */
    MulticastReach follow() {
        List<NetworkAttachment> now = here.get();
        for (NetworkAttachment at : List.copyOf(open.keySet())) {
            if (!now.contains(at) || open.get(at).link().isDown()) {
                closing(drop(at));
            }
        }
        for (NetworkAttachment at : now) {
            if (!hurried && !open.containsKey(at)) {
                tryToOpen(at);
            }
        }
        for (NetworkAttachment at : List.copyOf(open.keySet())) {
            if (!hurried && open.get(at).hearing().isDue(nanoClock.getAsLong())) {
                listen(at);
            }
        }
        return now.isEmpty()
                ? MulticastReach.NO_NETWORK
                : hearing().isEmpty() ? MulticastReach.BLOCKED : MulticastReach.WORKS;
    }

    /** The links that receive multicast. */
    List<MulticastLink> hearing() {
        return open.values().stream()
                .filter(each -> each.hearing().hears())
                .map(Open::link)
                .toList();
    }

    /** Has a round that is under way end soon. From any thread. */
    void hurry() {
        hurried = true;
    }

    /** Closes all at the same time, and waits for that up to a limit. */
    void close() {
        List<Thread> closings = new ArrayList<>();
        for (NetworkAttachment at : List.copyOf(open.keySet())) {
            closings.add(closing(drop(at)));
        }
        long endNanos = System.nanoTime() + MAX_CLOSING.toNanos();
        try {
            for (Thread each : closings) {
                TimeUnit.NANOSECONDS.timedJoin(each, Math.max(1, endNanos - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToOpen(NetworkAttachment at) {
        try {
            MulticastLink link = factory.open(at);
            open.put(at, new Open(link, new MulticastHealth()));
            user.opened(at, link);
        } catch (IOException notNow) {
            // Tried again at the next look; that there is no link says enough until then.
            if (open.containsKey(at)) {
                closing(drop(at));
            }
        }
    }

    private void listen(NetworkAttachment at) {
        Open listening = open.get(at);
        boolean heard = listening.link().hears(() -> hurried);
        if (hurried) {
            // A test that was cut short proves nothing.
            return;
        }
        if (!heard) {
            listening.hearing().heardNothing();
            return;
        }
        if (listening.hearing().wasDeaf()) {
            closing(drop(at));
            tryToOpen(at);
        }
        if (open.containsKey(at)) {
            open.get(at).hearing().heard(nanoClock.getAsLong());
        }
    }

    private MulticastLink drop(NetworkAttachment at) {
        user.dropped(at);
        return open.remove(at).link();
    }

    private static Thread closing(MulticastLink link) {
        Thread thread = new Thread(link::close, "find-close");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
