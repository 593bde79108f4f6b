package pingmonitor.router;

import java.io.IOException;
import java.net.InetSocketAddress;
import pingmonitor.host.UnreachableErrors;

/** Asks a router in datagrams: nothing is found first, and nothing stays open. */
abstract class DatagramClient implements RouterClient {
    private final Gateway gateway;
    private final Dialogue dialogue;

    DatagramClient(Gateway gateway, int port) {
        this.gateway = gateway;
        this.dialogue =
                new Dialogue(
                        new InetSocketAddress(gateway.ownAddress(), 0),
                        new InetSocketAddress(gateway.address(), port));
    }

    final Gateway gateway() {
        return gateway;
    }

    @Override
    public final void prepare(Deadline deadline) {
        // A datagram or two are all it takes.
    }

    @Override
    public final Answer map(Ask ask, Deadline deadline) {
        try {
            return map(ask, dialogue, deadline);
        } catch (IOException e) {
            return new Denial(
                    UnreachableErrors.meansPort(e)
                            ? MappingRefusal.of(MappingRefusal.Kind.NOT_OFFERED)
                            : MappingRefusal.of(
                                    MappingRefusal.Kind.NOT_SENT, String.valueOf(e.getMessage())));
        }
    }

    abstract Answer map(Ask ask, Dialogue dialogue, Deadline deadline) throws IOException;

    @Override
    public final boolean unmap(Mapping mapping, Deadline deadline) {
        try {
            return unmap(mapping, dialogue, deadline);
        } catch (IOException e) {
            return false;
        }
    }

    abstract boolean unmap(Mapping mapping, Dialogue dialogue, Deadline deadline)
            throws IOException;

    @Override
    public final void close() {
        // Nothing is kept open.
    }
}
