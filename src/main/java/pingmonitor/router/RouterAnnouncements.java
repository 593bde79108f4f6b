package pingmonitor.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import pingmonitor.host.HostInterface;
import pingmonitor.host.IpAddress;
import pingmonitor.host.NetworkInterfaces;

/**
 * Hears what routers tell everybody after a restart, by PCP (RFC 6887 section 14.1) and NAT-PMP (RFC 6886 section
 * 3.2.1), at 224.0.0.1, which every machine belongs to. Sends nothing. Where the port is not to be had, a mapping that
 * a router forgot is made anew with the next renewal.
 */
final class RouterAnnouncements implements AutoCloseable {
    static final int PORT = 5_350;

    private static final System.Logger LOG = System.getLogger(RouterAnnouncements.class.getName());

    private final Optional<DatagramSocket> socket;
    private final ForwardingRequests requests;

    private RouterAnnouncements(Optional<DatagramSocket> socket, ForwardingRequests requests) {
        this.socket = socket;
        this.requests = requests;
    }

    /** Listens until it is closed. */
    static RouterAnnouncements hear(int port, ForwardingRequests requests) {
        RouterAnnouncements announcements = new RouterAnnouncements(open(port), requests);
        Thread thread = new Thread(announcements::listen, "router-announcements");
        thread.setDaemon(true);
        thread.start();
        return announcements;
    }

    private static Optional<DatagramSocket> open(int port) {
        try {
            DatagramSocket socket = new DatagramSocket(null);
            // Other programs on this machine listen there too.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            join(socket);
            return Optional.of(socket);
        } catch (SocketException e) {
            LOG.log(System.Logger.Level.DEBUG, "announcements of routers are not heard", e);
            return Optional.empty();
        }
    }

    /** On Linux the JDK hears no group that was not joined, not even everybody's. */
    private static void join(DatagramSocket socket) throws SocketException {
        InetSocketAddress everybody =
                new InetSocketAddress(IpAddress.of(new byte[] {(byte) 224, 0, 0, 1}), 0);
        for (HostInterface each : NetworkInterfaces.list()) {
            try {
                if (each.up() && each.multicast() && !each.loopback()) {
                    Optional<NetworkInterface> joining = NetworkInterfaces.named(each.name());
                    if (joining.isPresent()) {
                        socket.joinGroup(everybody, joining.get());
                    }
                }
            } catch (IOException notThere) {
                LOG.log(System.Logger.Level.DEBUG, "no group at " + each.name(), notThere);
            }
        }
    }

    /** Where it listens; 0 if it does not. */
    int port() {
        return socket.map(DatagramSocket::getLocalPort).orElse(0);
    }

    private void listen() {
        byte[] buffer = new byte[PcpMessage.MAX_BYTES];
        try {
            while (socket.isPresent()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.get().receive(packet);
                ByteBuffer content = ByteBuffer.wrap(buffer, 0, packet.getLength());
                PcpMessage.announcedEpoch(content)
                        .or(() -> NatPmpMessage.announcedEpoch(content))
                        .map(
                                epoch ->
                                        new ForwardingRequests.Announcement(
                                                packet.getAddress(), epoch))
                        .ifPresent(requests::announced);
            }
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.DEBUG, "announcements are not heard any more", closed);
        }
    }

    @Override
    public void close() {
        socket.ifPresent(DatagramSocket::close);
    }
}
