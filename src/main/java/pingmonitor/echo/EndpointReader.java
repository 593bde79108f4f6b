package pingmonitor.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers what comes by one endpoint, until the endpoint is closed. Each endpoint has a thread of its own: a blocking
 * receive takes half as many system calls as a selector.
 */
final class EndpointReader implements Runnable {
    private static final System.Logger LOG = System.getLogger(EndpointReader.class.getName());

    private final Endpoint endpoint;
    private final Function<InetSocketAddress, Optional<? extends ReplyPath>> paths;
    private final Responder responder;
    private final Consumer<Endpoint> ended;
    private final FirstDefect defects = new FirstDefect(LOG);
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(Responder.MAX_DATAGRAM_BYTES);

    /**
     * @param paths the way back to a sender; its datagram is left alone if there is none
     * @param ended told when nothing more can come by the endpoint
     */
    EndpointReader(
            Endpoint endpoint,
            Function<InetSocketAddress, Optional<? extends ReplyPath>> paths,
            Responder responder,
            Consumer<Endpoint> ended) {
        this.endpoint = endpoint;
        this.paths = paths;
        this.responder = responder;
        this.ended = ended;
    }

    @Override
    public void run() {
        try {
            while (true) {
                answer(endpoint.receive(datagram));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no more from " + endpoint.address(), e);
        } finally {
            ended.accept(endpoint);
        }
    }

    private void answer(InetSocketAddress sender) {
        try {
            Optional<? extends ReplyPath> path = paths.apply(sender);
            if (path.isPresent()) {
                responder.receive(datagram, sender, path.get());
            }
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "failed on a datagram of " + sender, e);
        }
    }
}
