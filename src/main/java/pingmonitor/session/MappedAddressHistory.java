package pingmonitor.session;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pingmonitor.ping.PingEvent;

/**
 * The mapped addresses of this machine, one after the other. Each is compared with the one before when it comes, since
 * views read this often. Not thread-safe.
 */
public final class MappedAddressHistory {
    /**
     * Number of address changes kept. Beyond that the oldest is forgotten: a NAT that changes so often is not followed.
     */
    static final int MAX_CHANGES = 1_000;

    private final Map<PingEvent.MappedAddress, InetSocketAddress> changes = new LinkedHashMap<>();
    private Optional<PingEvent.MappedAddress> latest = Optional.empty();

    /** Adds the next one. */
    public void add(PingEvent.MappedAddress seen) {
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

    /** The latest mapped address. */
    public Optional<PingEvent.MappedAddress> latest() {
        return latest;
    }

    /**
     * The previous mapped address of the same local port, if it was another: a NAT has changed it. Another local port
     * always has another mapped address.
     */
    public Optional<InetSocketAddress> before(PingEvent.MappedAddress seen) {
        return Optional.ofNullable(changes.get(seen));
    }

    /** Whether a NAT has changed it. */
    public boolean changed() {
        return !changes.isEmpty();
    }

    int remembered() {
        return changes.size();
    }
}
