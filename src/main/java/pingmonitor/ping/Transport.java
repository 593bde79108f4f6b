package pingmonitor.ping;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** One UDP socket, connected to the server: the seam at which tests put a script in place of the network. */
interface Transport extends Closeable {

    /**
     * Sends one datagram.
     *
     * @throws IOException also when the network reported an <em>earlier</em> datagram as refused ({@link
     *     pingmonitor.host.UnreachableErrors} knows these); this one was not sent
     */
    void send(ByteBuffer message) throws IOException;

    /**
     * Waits for a datagram and puts it into the buffer.
     *
     * @throws IOException also when the network reported a datagram as refused
     * @throws java.nio.channels.ClosedChannelException when the transport was closed
     */
    void receive(ByteBuffer buffer) throws IOException;

    /** The address and port of this machine that it sends from. */
    InetSocketAddress local();

    /** Closes the socket; a thread that waits in {@link #receive} comes back. */
    @Override
    void close();

    /** Opens sockets, each on a port of its own. */
    @FunctionalInterface
    interface Factory {
        Transport open(InetSocketAddress remote) throws IOException;
    }
}
