package pingmonitor.discovery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks for servers that announce themselves in the local network, on every network interface, until it is closed. */
public final class Finder {
    /** The first question may be lost, as may any; so it is asked again, at first soon (RFC 6762, section 5.2). */
    static final Duration FIRST_AGAIN = Duration.ofSeconds(2);

    /** The longest interval: a server that comes later announces itself. */
    static final Duration MAX_AGAIN = Duration.ofMinutes(1);

    private final Supplier<LocalNetworks> vicinity;
    private final DistinctPublisher<SearchResult> told;
    private final LongSupplier nanoClock;
    private final Searching searching = new Searching();
    private final MulticastLinks links;
    private final FoundServers found = new FoundServers();
    private MulticastReach reach = MulticastReach.NOT_YET;

    /**
     * @param nanoClock monotonic
     */
    Finder(
            Consumer<SearchResult> told,
            Supplier<List<NetworkAttachment>> here,
            Supplier<LocalNetworks> vicinity,
            MulticastLink.Factory factory,
            LongSupplier nanoClock) {
        this.vicinity = vicinity;
        this.told = new DistinctPublisher<>(told, Optional.of(SearchResult.BEGINNING));
        this.nanoClock = nanoClock;
        this.links = new MulticastLinks(here, factory, searching, nanoClock);
    }

    /** Starts searches; the seam at which a test puts one without a network. */
    @FunctionalInterface
    public interface Factory {
        /** As {@link Finder#start}. */
        BackgroundActivity start(Consumer<SearchResult> told);
    }

    /**
     * Begins in the background.
     *
     * @param told each time something has changed, one call at a time, on a background thread; must not wait
     */
    public static BackgroundActivity start(Consumer<SearchResult> told) {
        Finder finder =
                new Finder(
                        told,
                        NetworkAttachment::list,
                        LocalNetworks::ofThisMachine,
                        JmdnsLink::open,
                        System::nanoTime);
        return PeriodicTask.begin("finder", finder::round, finder::hurry, finder.links::close);
    }

    /** Tells nothing any more; a round that is under way ends soon. From any thread. */
    void hurry() {
        told.end();
        links.hurry();
    }

    /** Updates the links, asks again and tells the result. On one thread. */
    void round() {
        found.from(vicinity.get());
        MulticastReach now = links.follow();
        searching.askAgain();
        searching.lookForSilent(links.hearing());
        synchronized (this) {
            reach = now;
        }
        tell();
    }

    private synchronized void tell() {
        List<FoundServer> servers = found.servers();
        // A server that was found proves that multicast works.
        told.tell(new SearchResult(servers.isEmpty() ? reach : MulticastReach.WORKS, servers));
    }

    private final class Searching implements MulticastLinks.User {
        private final Map<NetworkAttachment, Watch> watches = new HashMap<>();

        @Override
        public void opened(NetworkAttachment at, MulticastLink link) {
            Watch watch = new Watch(at, link);
            watches.put(at, watch);
            watch.ask();
        }

        void askAgain() {
            watches.values().forEach(Watch::askAgain);
        }

        /** Only links that receive multicast can tell that a server is silent. */
        void lookForSilent(List<MulticastLink> hearing) {
            watches.values().stream()
                    .filter(watch -> hearing.contains(watch.link))
                    .forEach(Watch::lookForSilent);
        }

        @Override
        public void dropped(NetworkAttachment at) {
            watches.remove(at).end();
        }
    }

    private final class Watch implements MulticastLink.Watcher {
        private final NetworkAttachment at;
        private final MulticastLink link;
        private final Map<String, ServerPresence> presences = new HashMap<>();
        private Duration wait = FIRST_AGAIN;
        private long askedNanos;
        private boolean ended;

        Watch(NetworkAttachment at, MulticastLink link) {
            this.at = at;
            this.link = link;
        }

        void ask() {
            askedNanos = nanoClock.getAsLong();
            link.browse(this);
        }

        void askAgain() {
            if (nanoClock.getAsLong() - askedNanos >= wait.toNanos()) {
                Duration twice = wait.multipliedBy(2);
                wait = twice.compareTo(MAX_AGAIN) < 0 ? twice : MAX_AGAIN;
                ask();
            }
        }

        @Override
        public void seen(ServerSighting sighting) {
            unlessEnded(
                    () -> {
                        found.seen(at, sighting);
                        if (presences.size() < FoundServers.MAX_SIGHTINGS) {
                            presences.put(sighting.name(), new ServerPresence());
                        }
                    });
        }

        @Override
        public void gone(String name) {
            unlessEnded(
                    () -> {
                        found.gone(at, name);
                        presences.remove(name);
                    });
        }

        /** The caller tells the result. */
        void lookForSilent() {
            boolean doubtful = false;
            synchronized (Finder.this) {
                for (Map.Entry<String, ServerPresence> each : presences.entrySet()) {
                    String name = each.getKey();
                    ServerPresence.State state =
                            each.getValue().look(link.sinceHeard(name).orElse(Duration.ZERO));
                    found.silent(at, name, state == ServerPresence.State.SILENT);
                    doubtful |= state == ServerPresence.State.DOUBTFUL;
                }
            }
            if (doubtful) {
                link.ask();
            }
        }

        /** A closing link still reports servers; these reports must be ignored. */
        private void unlessEnded(Runnable news) {
            synchronized (Finder.this) {
                if (!ended) {
                    news.run();
                    tell();
                }
            }
        }

        void end() {
            synchronized (Finder.this) {
                ended = true;
                found.forget(at);
                tell();
            }
        }
    }
}
