package pingmonitor.session;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pingmonitor.ping.PingEvent;

/**
 * Under which addresses and ports the server saw this machine, one after the other. Views ask again and again, so that
 * each is judged once, when it comes. Not thread-safe.
 */
final class MappedAddressHistory {
    /**
     * Number of address changes kept. Beyond that the oldest is forgotten: a NAT that changes so often is not followed.
     */
    static final int MAX_CHANGES = 1_000;

    private final Map<PingEvent.MappedAddress, InetSocketAddress> changes = new LinkedHashMap<>();
    private Optional<PingEvent.MappedAddress> latest = Optional.empty();

    void add(PingEvent.MappedAddress seen) {
        latest.filter(
                        earlier ->
                                earlier.local().equals(seen.local())
                                        && !earlier.endpoint().equals(seen.endpoint()))
                .ifPresent(earlier -> change(seen, earlier.endpoint()));
        latest = Optional.of(seen);
    }

    private void change(PingEvent.MappedAddress seen, InetSocketAddress before) {
        changes.put(seen, before);
        if (changes.size() > MAX_CHANGES) {
            changes.remove(changes.keySet().iterator().next());
        }
    }

    /** What it said last. */
    Optional<PingEvent.MappedAddress> latest() {
        return latest;
    }

    /**
     * As what the same port of this machine was seen just before, if that was something else: a NAT has changed it.
     * That another port of this machine is seen as something else is no news of the way.
     */
    Optional<InetSocketAddress> before(PingEvent.MappedAddress seen) {
        return Optional.ofNullable(changes.get(seen));
    }

    /** Whether a NAT has changed it. */
    boolean changed() {
        return !changes.isEmpty();
    }

    int remembered() {
        return changes.size();
    }
}
