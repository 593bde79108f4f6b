package pingmonitor.echo;

import java.net.InetSocketAddress;

/** The clients in order of arrival. Bounded: one that was forgotten and returns is a new client. */
final class ClientRegistry {
    static final int MAX_CLIENTS = 1_024;

    private final RecentMap<InetSocketAddress, Client> clients = new RecentMap<>(MAX_CLIENTS);
    private double perClient = RateLimitSettings.OFF.perClient();
    private long arrived;

    /**
     * Each begins anew with another limit.
     *
     * @param perSecond datagrams that each may have answered
     */
    void limit(double perSecond, long nowNanos) {
        perClient = perSecond;
        clients.values().forEach(client -> client.limit(new TokenBucket(perSecond, nowNanos)));
    }

    Client at(InetSocketAddress source, long nowNanos) {
        Client known = clients.get(source);
        if (known != null) {
            return known;
        }
        Client client = new Client(arrived++, new TokenBucket(perClient, nowNanos));
        clients.put(source, client);
        return client;
    }

    /** The next datagram comes from the first client again. */
    void beginAnew() {
        clients.clear();
        arrived = 0;
    }
}
