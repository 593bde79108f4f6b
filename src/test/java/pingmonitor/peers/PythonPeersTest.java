package pingmonitor.peers;

import org.junit.jupiter.api.Tag;

/** With the lab's programs in Python, as processes of their own; needs {@code python3}. */
@Tag("peers")
class PythonPeersTest extends PeerContract {
    @Override
    Peers peers() {
        return new PythonPeers();
    }
}
