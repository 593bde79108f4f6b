package pingmonitor.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A router with a NAT between one client and a server on loopback; it loses what it is told to. */
final class Relay implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final DatagramSocket inside = new DatagramSocket(0, LOOPBACK);
    private final List<DatagramSocket> outsides = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final int server;
    private final Predicate<String> lostThere;
    private final Predicate<String> lostBack;
    private final Predicate<String> takesAnotherPort;
    private volatile SocketAddress client;

    /**
     * @param takesAnotherPort before which datagrams of the client the NAT takes another port
     */
    Relay(
            int server,
            Predicate<String> lostThere,
            Predicate<String> lostBack,
            Predicate<String> takesAnotherPort)
            throws SocketException {
        this.server = server;
        this.lostThere = lostThere;
        this.lostBack = lostBack;
        this.takesAnotherPort = takesAnotherPort;
        takeAnotherPort();
        start(inside, this::there);
    }

    /** Where the client is to ping. */
    int port() {
        return inside.getLocalPort();
    }

    /** The ports under which the server saw the client, one after the other. */
    List<Integer> outsidePorts() {
        return outsides.stream().map(DatagramSocket::getLocalPort).toList();
    }

    @Override
    public void close() {
        inside.close();
        outsides.forEach(DatagramSocket::close);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void there(DatagramPacket packet) throws IOException {
        client = packet.getSocketAddress();
        String text = text(packet);
        if (takesAnotherPort.test(text)) {
            takeAnotherPort();
        }
        if (!lostThere.test(text)) {
            packet.setSocketAddress(new InetSocketAddress(LOOPBACK, server));
            outsides.get(outsides.size() - 1).send(packet);
        }
    }

    private void back(DatagramPacket packet) throws IOException {
        if (!lostBack.test(text(packet))) {
            packet.setSocketAddress(client);
            inside.send(packet);
        }
    }

    private void takeAnotherPort() throws SocketException {
        DatagramSocket outside = new DatagramSocket(0, LOOPBACK);
        outsides.add(outside);
        start(outside, this::back);
    }

    private void start(DatagramSocket socket, Way way) {
        Thread thread = new Thread(() -> pass(socket, way), "relay");
        threads.add(thread);
        thread.start();
    }

    private static void pass(DatagramSocket from, Way way) {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        try {
            while (true) {
                packet.setLength(2_048);
                from.receive(packet);
                way.pass(packet);
            }
        } catch (SocketException e) {
            // Closed: the end of this relay.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    }

    /** One direction. */
    private interface Way {
        void pass(DatagramPacket packet) throws IOException;
    }
}
