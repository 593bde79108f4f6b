package pingmonitor.peers;

/** With the lab's programs in Java. */
class JavaPeersTest extends PeerContract {
    @Override
    Peers peers() {
        return new JavaPeers();
    }
}
