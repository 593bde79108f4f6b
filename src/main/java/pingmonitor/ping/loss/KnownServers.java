package pingmonitor.ping.loss;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The servers that showed themselves to be of this program: by an answer in an earlier run, their announcement, or an
 * invitation. Only these are asked about lost pings while pings are under way; any other server could be slowed down by
 * a question. Safe for threads.
 */
public final class KnownServers {
    /** Which servers are taken for known before anything was heard of them. */
    private final boolean any;

    private final Set<InetSocketAddress> refuted = new HashSet<>();

    /** Nobody is known yet. */
    public KnownServers() {
        this(false);
    }

    private KnownServers(boolean any) {
        this.any = any;
    }

    /**
     * For the server of an invitation: whichever is pinged is taken for one of this program until it shows otherwise.
     */
    public static KnownServers invited() {
        return new KnownServers(true);
    }

    /** Number of servers kept; beyond that the oldest is forgotten, and asked only after a run. */
    static final int MAX_SERVERS = 1_024;

    private final Map<InetSocketAddress, Boolean> servers =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Boolean> eldest) {
                    return size() > MAX_SERVERS;
                }
            };

    /** A server of this program is there. */
    public synchronized void add(InetSocketAddress server) {
        servers.put(server, true);
        refuted.remove(server);
    }

    /** No server of this program is there any more. */
    public synchronized void remove(InetSocketAddress server) {
        servers.remove(server);
        if (any) {
            refuted.add(server);
        }
    }

    /** Whether a server of this program was there when it was last heard of. */
    public synchronized boolean contains(InetSocketAddress server) {
        return servers.containsKey(server) || any && !refuted.contains(server);
    }
}
