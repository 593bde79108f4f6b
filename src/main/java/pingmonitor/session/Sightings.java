package pingmonitor.session;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingmonitor.ping.PingEvent;

/** Under which addresses and ports the server saw this machine, in the order it said so. Not thread-safe. */
final class Sightings {
    private final List<PingEvent.SeenAs> all = new ArrayList<>();

    void add(PingEvent.SeenAs seen) {
        all.add(seen);
    }

    /** What it said last. */
    Optional<PingEvent.SeenAs> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * As what the same port of this machine was seen just before, if that was something else: a NAT has changed it. That
     * another port of this machine is seen as something else is no news of the way.
     */
    Optional<InetSocketAddress> before(PingEvent.SeenAs seen) {
        int index = all.indexOf(seen);
        return index <= 0
                ? Optional.empty()
                : Optional.of(all.get(index - 1))
                        .filter(earlier -> earlier.local().equals(seen.local()))
                        .map(PingEvent.SeenAs::endpoint)
                        .filter(endpoint -> !endpoint.equals(seen.endpoint()));
    }

    /** Whether a NAT has changed it. */
    boolean changed() {
        return all.stream().anyMatch(seen -> before(seen).isPresent());
    }
}
