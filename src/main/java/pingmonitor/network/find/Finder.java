package pingmonitor.network.find;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for servers that announce themselves in the local network, on every network interface, until it is closed. */
public final class Finder implements Ongoing {
    private final Supplier<Vicinity> vicinity;
    private final Consumer<Finding> told;
    private final Links links;
    private final FoundServers found = new FoundServers();
    private Reach reach = Reach.NOT_YET;
    private Finding last = Finding.BEGINNING;
    private volatile boolean closed;
    private Optional<Rounds> rounds = Optional.empty();

    Finder(
            Consumer<Finding> told,
            Supplier<List<Attachment>> here,
            Supplier<Vicinity> vicinity,
            Link.Factory factory) {
        this.vicinity = vicinity;
        this.told = told;
        this.links = new Links(here, factory, new Searching());
    }

    /** Starts searches; the seam at which a test puts one without a network. */
    @FunctionalInterface
    public interface Factory {
        /** As {@link Finder#start}. */
        Ongoing start(Consumer<Finding> told);
    }

    /**
     * Begins in the background.
     *
     * @param told each time something has changed, one call at a time, on a background thread; must not wait
     */
    public static Ongoing start(Consumer<Finding> told) {
        Finder finder =
                new Finder(told, Attachment::list, Vicinity::ofThisMachine, JmdnsLink::open);
        finder.begin();
        return finder;
    }

    private void begin() {
        rounds = Optional.of(Rounds.begin("finder", this::round, links::close));
    }

    @Override
    public void close() {
        closed = true;
        rounds.ifPresent(Rounds::close);
    }

    @Override
    public boolean awaitClosed(Duration most) {
        return rounds.isEmpty() || rounds.get().awaitClosed(most);
    }

    /** Looks on which interfaces to search now. On one thread. */
    void round() {
        found.from(vicinity.get());
        Reach now = links.follow();
        synchronized (this) {
            reach = now;
        }
        tell();
    }

    private synchronized void tell() {
        List<FoundServer> servers = found.servers();
        // Whoever hears of a server hears.
        Finding now = new Finding(servers.isEmpty() ? reach : Reach.WORKS, servers);
        if (!closed && !now.equals(last)) {
            last = now;
            told.accept(now);
        }
    }

    private final class Searching implements Links.User {
        @Override
        public void opened(Attachment at, Link link) throws IOException {
            link.browse(
                    new Link.Watcher() {
                        @Override
                        public void seen(Sighting sighting) {
                            found.seen(at, sighting);
                            tell();
                        }

                        @Override
                        public void gone(String name) {
                            found.gone(at, name);
                            tell();
                        }
                    });
        }

        @Override
        public void dropped(Attachment at) {
            found.forget(at);
            tell();
        }
    }
}
