package pingmonitor.diagnosis;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** A socket that is not connected, so that it hears replies from anywhere. */
interface ProbeSocket extends Closeable {

    /** A datagram that came, and from where. */
    record Received(InetSocketAddress from, ByteBuffer content) {}

    @FunctionalInterface
    interface Factory {
        ProbeSocket open() throws IOException;
    }

    void send(ByteBuffer content, InetSocketAddress to) throws IOException;

    /** Waits for a datagram; empty when none came in that time, which is above zero. */
    Optional<Received> receive(Duration atMost) throws IOException;
}
