package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import pingmonitor.host.IpAddress;

/** One local address that is listened on. Replies to what came by it leave from it. */
final class Endpoint implements ReplyPath {
    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());

    private static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    /** A literal: nothing is looked up. */
    private static final InetAddress ANY_IPV4 = new InetSocketAddress("0.0.0.0", 0).getAddress();

    private final InetAddress address;
    private final DatagramChannel channel;
    private final DatagramReceiver receiver;
    private final int receiveBufferBytes;

    private Endpoint(InetAddress address, DatagramChannel channel, int receiveBufferBytes) {
        this.address = address;
        this.channel = channel;
        this.receiver = new DatagramReceiver(channel::receive);
        this.receiveBufferBytes = receiveBufferBytes;
    }

    /**
     * Listens.
     *
     * @throws NoSocketException when it is not for the address that this is impossible
     * @throws UnsupportedOperationException when this machine has no IPv6
     */
    static Endpoint open(InetAddress address, int port) throws IOException {
        return open(address, port, false);
    }

    /**
     * The same for an address of a port that {@link #openWildcard} holds and {@linkplain #share shares} just then.
     * Linux gives a datagram to the socket that names its address.
     */
    static Endpoint openBeside(InetAddress address, int port) throws IOException {
        Endpoint endpoint = open(address, port, true);
        endpoint.share(false);
        return endpoint;
    }

    /** Listens on every IPv4 address of this machine that has no endpoint. */
    static Endpoint openWildcard(int port) throws IOException {
        return open(ANY_IPV4, port, false);
    }

    private static Endpoint open(InetAddress address, int port, boolean beside) throws IOException {
        DatagramChannel channel = socket(IpAddress.family(address));
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            if (beside) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
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

    /**
     * Whether another socket may bind the same port now, if it agrees to that as well. Linux asks for this when the
     * other one is bound and never again, so it is true for that moment only: no other program gets in.
     */
    void share(boolean shared) throws IOException {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
    }

    InetAddress address() {
        return address;
    }

    /** Whether it stands for all addresses that have no endpoint. */
    boolean isWildcard() {
        return address.isAnyLocalAddress();
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
        return receiver.receive(buffer);
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
