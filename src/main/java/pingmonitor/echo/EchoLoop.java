package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The server's thread: waits for datagrams and for the time of delayed replies. */
final class EchoLoop implements Runnable {
    private static final System.Logger LOG = System.getLogger(EchoLoop.class.getName());

    /** So that a flood by one address keeps neither the others nor delayed replies waiting. */
    private static final int MAX_RECEIVED_IN_A_TURN = 64;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Endpoints endpoints;
    private final Responder responder;
    private final EventSink events;
    private final Clocks clocks;
    private final Selector selector;
    private final ByteBuffer request = ByteBuffer.allocateDirect(Responder.MAX_DATAGRAM_BYTES);
    private final AtomicReference<Optional<List<InetAddress>>> news =
            new AtomicReference<>(Optional.empty());
    private volatile boolean stopping;

    EchoLoop(Endpoints endpoints, Responder responder, EventSink events, Clocks clocks) {
        this.endpoints = endpoints;
        this.responder = responder;
        this.events = events;
        this.clocks = clocks;
        selector = endpoints.selector();
    }

    /** The addresses of this machine now; from any thread. */
    void follow(List<InetAddress> addresses) {
        news.set(Optional.of(addresses));
        selector.wakeup();
    }

    /** Ends the loop soon; from any thread. */
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            tellListening();
            while (!stopping) {
                awaitWork();
                responder.sendDue();
                followAddresses();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the echo server cannot go on", e);
        } finally {
            end();
        }
    }

    private void awaitWork() throws IOException {
        long waitNanos = responder.nanosToNextReply();
        if (waitNanos == Long.MAX_VALUE) {
            selector.select(this::receive);
        } else if (waitNanos <= 0) {
            selector.selectNow(this::receive);
        } else {
            // Rounded up: a reply may be up to 1 ms late, but it is never early and the wait never
            // spins.
            selector.select(this::receive, (waitNanos - 1) / NANOS_PER_MILLI + 1);
        }
    }

    private void receive(SelectionKey key) {
        Endpoint endpoint = (Endpoint) key.attachment();
        try {
            for (int i = 0; i < MAX_RECEIVED_IN_A_TURN; i++) {
                Optional<InetSocketAddress> sender = endpoint.receive(request);
                if (sender.isEmpty()) {
                    return;
                }
                answer(sender.get(), endpoint);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "gave up " + endpoint.address(), e);
            endpoints.close(endpoint);
        }
    }

    private void answer(InetSocketAddress sender, Endpoint endpoint) {
        try {
            responder.receive(request, sender, endpoint);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "failed on a datagram of " + sender, e);
        }
    }

    private void followAddresses() {
        Optional<List<InetAddress>> addresses = news.getAndSet(Optional.empty());
        if (addresses.isPresent()) {
            endpoints.follow(addresses.get());
            if (endpoints.takeChanged()) {
                tellListening();
            }
        }
    }

    private void tellListening() {
        events.emit(
                new ServerEvent.Listening(
                        endpoints.port(),
                        endpoints.addresses(),
                        endpoints.receiveBufferBytes(),
                        clocks.wall().instant()));
    }

    private void end() {
        try {
            endpoints.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "could not close everything", e);
        } finally {
            abandon();
        }
    }

    private void abandon() {
        try {
            responder.abandon();
        } finally {
            // Whatever broke before: whoever shows the server as running must hear that it is not.
            events.emit(new ServerEvent.Stopped(clocks.wall().instant()));
        }
    }
}
