package pingmonitor.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The lab's programs written again in Java, for machines without Python. */
final class JavaPeers implements Peers {
    private static final int LAB_PINGS = 10;

    @Override
    public PeerServer labServer(long seed) throws IOException {
        Random chance = new Random(seed);
        return new TwinServer(Answer.UPPER, () -> chance.nextInt(11) < 4 ? "drop" : "0");
    }

    @Override
    public PeerServer scriptedServer(Answer answer, String... script) throws IOException {
        Deque<String> fates = new ArrayDeque<>(List.of(script));
        return new TwinServer(answer, () -> fates.isEmpty() ? "0" : fates.remove());
    }

    @Override
    public PeerServer delayingServer(long seed, int upToMillis) throws IOException {
        Random chance = new Random(seed);
        return new TwinServer(Answer.UPPER, () -> Integer.toString(chance.nextInt(upToMillis + 1)));
    }

    @Override
    public List<Optional<String>> labClient(int port) throws IOException {
        List<Optional<String>> heard = new ArrayList<>();
        try (DatagramSocket socket = client(port)) {
            for (int sequence = 1; sequence <= LAB_PINGS; sequence++) {
                long millis = System.currentTimeMillis();
                String time = millis / 1000 + "." + millis % 1000 * 1000;
                heard.add(ping(socket, "Ping " + sequence + " " + time));
            }
        }
        return heard;
    }

    @Override
    public List<Optional<String>> javaLabClient(int port, int timesEach) throws IOException {
        List<Optional<String>> heard = new ArrayList<>();
        try (DatagramSocket socket = client(port)) {
            for (int sequence = 0; sequence < LAB_PINGS; sequence++) {
                String message = "PING " + sequence + " " + System.currentTimeMillis() + "\r\n";
                for (int time = 0; time < timesEach; time++) {
                    heard.add(ping(socket, message));
                }
            }
        }
        return heard;
    }

    private static DatagramSocket client(int port) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout((int) CLIENT_TIMEOUT.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        return socket;
    }

    /** Takes whatever comes next for the reply, as the lab's clients do. */
    private static Optional<String> ping(DatagramSocket socket, String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length));
        DatagramPacket reply = new DatagramPacket(new byte[1024], 1024);
        try {
            socket.receive(reply);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
        String text = new String(reply.getData(), 0, reply.getLength(), StandardCharsets.US_ASCII);
        return Optional.of(text.strip());
    }
}
