package pingmonitor.peers;

import java.util.List;

/** A lab server that runs. */
interface PeerServer extends AutoCloseable {
    int port();

    /** What it did with the datagrams received, in order, as soon as there are so many of them. */
    List<Seen> awaitSeen(int count);

    @Override
    void close();
}
