package pingmonitor.echo;

import java.net.InetSocketAddress;

/** The clients in order of arrival. Bounded: one that was forgotten and returns is a new client. */
final class ClientBook {
    static final int MAX_CLIENTS = 1_024;

    private final RecentMap<InetSocketAddress, Client> clients = new RecentMap<>(MAX_CLIENTS);
    private final double perClient;
    private long arrived;

    /**
     * @param perClient datagrams a second that each may have answered
     */
    ClientBook(double perClient) {
        this.perClient = perClient;
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
