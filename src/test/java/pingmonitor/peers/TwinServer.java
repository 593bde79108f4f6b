package pingmonitor.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The lab's servers in Java: one socket, one blocking loop, as a student writes them. */
final class TwinServer implements PeerServer {
    private static final int LAB_BUFFER_BYTES = 1024;

    private final DatagramSocket socket = new DatagramSocket(0);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Peers.Answer answer;
    private final Supplier<String> fates;
    private final Thread thread = new Thread(this::serve, "lab server");

    /**
     * @param fates one for each datagram, as {@link Peers#scriptedServer} names them
     */
    TwinServer(Peers.Answer answer, Supplier<String> fates) throws SocketException {
        this.answer = answer;
        this.fates = fates;
        thread.start();
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public List<Seen> awaitSeen(int count) {
        Await.until(() -> seen.size() >= count, () -> "only " + seen);
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        socket.close();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        Deque<DatagramPacket> held = new ArrayDeque<>();
        try {
            while (true) {
                DatagramPacket request =
                        new DatagramPacket(new byte[LAB_BUFFER_BYTES], LAB_BUFFER_BYTES);
                socket.receive(request);
                while (!held.isEmpty()) {
                    reply(held.remove());
                }
                String text = text(request);
                String fate = fates.get();
                switch (fate) {
                    case "drop" -> seen.add(new Seen("dropped", text.strip()));
                    case "hold" -> {
                        held.add(request);
                        seen.add(new Seen("held", text.strip()));
                    }
                    default -> {
                        // A server that sleeps is what this twin is about.
                        Thread.sleep(Long.parseLong(fate));
                        reply(request);
                        seen.add(new Seen("replied", text.strip()));
                    }
                }
            }
        } catch (SocketException | InterruptedException e) {
            // Closed: the end of this server.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reply(DatagramPacket request) throws IOException {
        String text = text(request);
        String reply =
                switch (answer) {
                    case UPPER -> text.toUpperCase(Locale.ROOT);
                    case PLAIN -> text;
                    case OWN_TEXT -> Peers.Answer.TEXT;
                    case CRLF -> text.toUpperCase(Locale.ROOT) + "\r\n";
                };
        byte[] bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }
}
