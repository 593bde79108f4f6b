package pingmonitor.ui.app;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import pingmonitor.discovery.SearchResult;
import pingmonitor.host.LanAddress;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.ui.server.ServerState;

/**
 * Adds to {@link KnownServers} the servers of this program that are known before any run: those that announce
 * themselves, and this window's own while it is on. FX thread only.
 */
final class KnownServersFeed {
    /** Literals: nothing is looked up. */
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    private final KnownServers known;
    private final ObservableValue<ServerState> state;
    private final ObservableValue<List<LanAddress>> addresses;
    private Set<InetSocketAddress> own = Set.of();

    private KnownServersFeed(
            KnownServers known,
            ObservableValue<ServerState> state,
            ObservableValue<List<LanAddress>> addresses) {
        this.known = known;
        this.state = state;
        this.addresses = addresses;
    }

    /**
     * Follows the search for servers and the own server from now on.
     *
     * @param state of the own server
     * @param addresses of this machine
     */
    static void follow(
            KnownServers known,
            ObservableValue<SearchResult> finding,
            ObservableValue<ServerState> state,
            ObservableValue<List<LanAddress>> addresses) {
        KnownServersFeed feed = new KnownServersFeed(known, state, addresses);
        finding.addListener((property, was, is) -> feed.found(is));
        state.addListener(observable -> feed.ownChanged());
        addresses.addListener(observable -> feed.ownChanged());
        feed.ownChanged();
    }

    private void found(SearchResult finding) {
        finding.servers()
                .forEach(
                        server ->
                                server.addresses().stream()
                                        .map(each -> new InetSocketAddress(each, server.port()))
                                        .forEach(known::add));
    }

    private void ownChanged() {
        own.forEach(known::remove);
        own = new HashSet<>();
        if (state.getValue() instanceof ServerState.On on) {
            LOOPBACK.forEach(each -> own.add(new InetSocketAddress(each, on.port())));
            addresses
                    .getValue()
                    .forEach(each -> own.add(new InetSocketAddress(each.address(), on.port())));
        }
        own.forEach(known::add);
    }
}
