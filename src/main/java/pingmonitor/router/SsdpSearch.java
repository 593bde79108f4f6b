package pingmonitor.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import pingmonitor.host.NetworkInterfaces;

/**
 * Searches the local network for a router that speaks UPnP: asks the group and the router itself, because a switch may
 * keep one of them back, and again a little later, because datagrams get lost.
 */
final class SsdpSearch {
    private static final List<String> TARGETS =
            List.of(
                    "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
                    "urn:schemas-upnp-org:device:InternetGatewayDevice:1");

    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** As UPnP asks for: access points may be in between. */
    private static final int HOPS = 2;

    /** Number of descriptions fetched, however many answers come. */
    private static final int MAX_PLACES = 4;

    private final Gateway gateway;
    private final RouterPorts ports;
    private final Set<HttpLocation> told = new HashSet<>();
    private boolean pointsElsewhere;

    SsdpSearch(Gateway gateway, RouterPorts ports) {
        this.gateway = gateway;
        this.ports = ports;
    }

    /** Looks at a place where a router may describe itself; true if the router was found there. */
    @FunctionalInterface
    interface Look {
        boolean at(HttpLocation place);
    }

    enum Found {
        YES,
        NOTHING,
        /** Only answers that point to another machine than the one they come from. */
        ELSEWHERE
    }

    /** Searches until the look says that it has found it. */
    Found search(Look look, Deadline deadline) throws IOException {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(gateway.ownAddress(), 0))) {
            prepare(socket);
            while (!deadline.isPassed()) {
                ask(socket);
                boolean found =
                        Dialogue.listen(
                                        socket,
                                        packet -> read(packet, look),
                                        deadline.within(AGAIN_NANOS))
                                .isPresent();
                if (found) {
                    return Found.YES;
                }
            }
            return pointsElsewhere ? Found.ELSEWHERE : Found.NOTHING;
        }
    }

    private void prepare(DatagramSocket socket) throws IOException {
        socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
        Optional<NetworkInterface> card = NetworkInterfaces.holding(gateway.ownAddress());
        if (card.isPresent()) {
            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, card.get());
        }
    }

    private void ask(DatagramSocket socket) throws IOException {
        IOException last = null;
        int sent = 0;
        for (InetSocketAddress to :
                List.of(
                        ports.everybody(),
                        new InetSocketAddress(gateway.address(), ports.search()))) {
            for (String target : TARGETS) {
                byte[] request = SsdpMessage.search(target);
                try {
                    socket.send(new DatagramPacket(request, request.length, to));
                    sent++;
                } catch (IOException oneWayIsClosed) {
                    last = oneWayIsClosed;
                }
            }
        }
        if (sent == 0 && last != null) {
            throw last;
        }
    }

    /** The place that an answer points to, if the router is found there; empty to go on. */
    private Optional<HttpLocation> read(DatagramPacket packet, Look look) {
        Optional<String> location = SsdpMessage.location(Dialogue.content(packet));
        if (location.isEmpty() || !mayAnswer(packet.getAddress())) {
            return Optional.empty();
        }
        Optional<HttpLocation> place = HttpLocation.of(location.get(), packet.getAddress());
        if (place.isEmpty()) {
            pointsElsewhere = true;
            return place;
        }
        boolean isNew = told.size() < MAX_PLACES && told.add(place.get());
        return isNew && look.at(place.get()) ? place : Optional.empty();
    }

    /** The router itself, or any private address if the system does not name the router. */
    private boolean mayAnswer(InetAddress from) {
        return from.equals(gateway.address())
                || !gateway.certain() && ExternalAddress.isPrivate(from);
    }
}
