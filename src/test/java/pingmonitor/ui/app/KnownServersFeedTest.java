package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.host.LanAddress;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.ui.server.ServerState;

/** Whose answer need not be waited for: servers that announced themselves, and the window's own. */
class KnownServersFeedTest {
    private final KnownServers known = new KnownServers();
    private final ObjectProperty<SearchResult> finding =
            new SimpleObjectProperty<>(SearchResult.BEGINNING);
    private final ObjectProperty<ServerState> state =
            new SimpleObjectProperty<>(new ServerState.Off());
    private final ObjectProperty<List<LanAddress>> addresses =
            new SimpleObjectProperty<>(List.of());

    @BeforeEach
    void follow() {
        KnownServersFeed.follow(known, finding, state, addresses);
    }

    @Test
    void aServerThatAnnouncesItselfIsKnownAtAllItsAddresses() throws Exception {
        List<InetAddress> both =
                List.of(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("2001:db8::1"));
        finding.set(
                new SearchResult(
                        MulticastReach.WORKS,
                        List.of(new FoundServer("Room 3", "ana.local", both, 12_001, false))));
        assertTrue(known.contains(new InetSocketAddress(both.get(0), 12_001)));
        assertTrue(known.contains(new InetSocketAddress(both.get(1), 12_001)));
        assertFalse(known.contains(new InetSocketAddress(both.get(0), 12_000)));
    }

    @Test
    void theOwnServerIsKnownWhileItIsOn() throws Exception {
        InetSocketAddress loopback =
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 12_002);
        state.set(new ServerState.On(12_002));
        assertTrue(known.contains(loopback));
        assertTrue(known.contains(new InetSocketAddress(InetAddress.getByName("::1"), 12_002)));
        state.set(new ServerState.Off());
        assertFalse(known.contains(loopback));
    }
}
