package pingmonitor.echo;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** One local address that is listened on. Replies to what came by it leave from it. */
final class Endpoint implements ReplyPath {
    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());

    private static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private final InetAddress address;
    private final DatagramChannel channel;
    private final int receiveBufferBytes;

    private Endpoint(InetAddress address, DatagramChannel channel, int receiveBufferBytes) {
        this.address = address;
        this.channel = channel;
        this.receiveBufferBytes = receiveBufferBytes;
    }

    /**
     * Listens.
     *
     * @throws NoSocketException when it is not for the address that this is impossible
     * @throws UnsupportedOperationException when this machine has no IPv6
     */
    static Endpoint open(InetAddress address, int port) throws IOException {
        ProtocolFamily family =
                address instanceof Inet4Address
                        ? StandardProtocolFamily.INET
                        : StandardProtocolFamily.INET6;
        DatagramChannel channel = socket(family);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(new InetSocketAddress(address, port));
            return new Endpoint(
                    address, channel, channel.getOption(StandardSocketOptions.SO_RCVBUF));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DatagramChannel socket(ProtocolFamily family) throws NoSocketException {
        try {
            return DatagramChannel.open(family);
        } catch (IOException e) {
            throw new NoSocketException(e);
        }
    }

    InetAddress address() {
        return address;
    }

    /** What the system granted. */
    int receiveBufferBytes() {
        return receiveBufferBytes;
    }

    /**
     * Waits for the next datagram.
     *
     * @param buffer cleared before and ready for reading afterwards
     * @return the sender
     * @throws IOException when nothing more can come by this endpoint, also because it was closed
     */
    InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        while (true) {
            try {
                InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer.clear());
                buffer.flip();
                return sender;
            } catch (PortUnreachableException e) {
                // Some client went away before its reply came; no news of this address.
                continue;
            }
        }
    }

    @Override
    public boolean send(ByteBuffer reply, InetSocketAddress to) {
        int length = reply.remaining();
        try {
            return channel.send(reply, to) == length;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Also ends a {@link #receive} and a {@link #send} that wait; from any thread. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing " + address, e);
        }
    }
}
