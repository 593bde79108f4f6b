package pingmonitor.ping;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import pingmonitor.host.IpAddress;

/**
 * A connected, blocking {@link DatagramChannel}: only a connected socket hears "port unreachable", and a blocking read
 * times a round trip closest to what a C program sees (see the design: 1.04, a selector 1.33, a socket time-out 1.57).
 */
final class UdpTransport implements Transport {
    private static final Logger LOG = System.getLogger(UdpTransport.class.getName());

    private final DatagramChannel channel;
    private final InetSocketAddress local;

    private UdpTransport(DatagramChannel channel, InetSocketAddress local) {
        this.channel = channel;
        this.local = local;
    }

    /** Makes a socket, as the system does. */
    @FunctionalInterface
    interface Opener {
        DatagramChannel open(ProtocolFamily family) throws IOException;
    }

    static Transport open(InetSocketAddress remote) throws IOException {
        return open(remote, DatagramChannel::open);
    }

    static Transport open(InetSocketAddress remote, Opener opener) throws IOException {
        DatagramChannel channel = open(opener, IpAddress.family(remote.getAddress()));
        try {
            channel.connect(remote);
            return new UdpTransport(channel, (InetSocketAddress) channel.getLocalAddress());
        } catch (IOException e) {
            channel.close();
            // Connecting a UDP socket sends nothing: it only looks for a way. What the system says
            // of it may be in any language.
            throw noRoute(e);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DatagramChannel open(Opener opener, ProtocolFamily family) throws IOException {
        try {
            return opener.open(family);
        } catch (UnsupportedOperationException e) {
            throw noRoute(e);
        }
    }

    private static NoRouteToHostException noRoute(Exception cause) {
        NoRouteToHostException noRoute = new NoRouteToHostException(cause.getMessage());
        noRoute.initCause(cause);
        return noRoute;
    }

    @Override
    public void send(ByteBuffer message) throws IOException {
        channel.write(message);
    }

    @Override
    public void receive(ByteBuffer buffer) throws IOException {
        channel.read(buffer);
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "closing a socket", e);
        }
    }
}
