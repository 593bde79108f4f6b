package pingmonitor.router;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A router on loopback with real sockets: what it answers is scripted, what it was asked is kept. */
final class ScriptedRouter implements AutoCloseable {
    private static final int MOST = 2_048;

    final List<byte[]> mappingRequests = new CopyOnWriteArrayList<>();
    final List<String> searches = new CopyOnWriteArrayList<>();
    final List<String> httpRequests = new CopyOnWriteArrayList<>();
    final FakeIgd igd = new FakeIgd();
    final DatagramSocket mapping;
    final DatagramSocket search;
    final ServerSocket http;
    private final RouterPorts ports;

    /** What it answers to a datagram of PCP or NAT-PMP. */
    volatile Function<byte[], List<byte[]>> onMapping = request -> List.of();

    /** What it answers to a search. */
    volatile Function<String, List<String>> onSearch = request -> List.of();

    /** What it answers by HTTP, byte by byte; it may also write slowly, or for ever. */
    volatile Http onHttp = this::serve;

    volatile InetSocketAddress lastSender = new InetSocketAddress(0);
    volatile String description = FakeIgd.DESCRIPTION;

    /** Answers one request. */
    interface Http {
        void answer(String request, OutputStream out) throws IOException;
    }

    ScriptedRouter() throws IOException {
        mapping = new DatagramSocket(new InetSocketAddress(Net.LOOPBACK, 0));
        search = new DatagramSocket(new InetSocketAddress(Net.LOOPBACK, 0));
        http = new ServerSocket(0, 50, Net.LOOPBACK);
        ports =
                new RouterPorts(
                        mapping.getLocalPort(),
                        search.getLocalPort(),
                        0,
                        new InetSocketAddress(Net.LOOPBACK, search.getLocalPort()));
        run("mapping", this::answerMappings);
        run("search", this::answerSearches);
        run("http", this::answerHttp);
    }

    /** With UPnP as most routers have it. */
    ScriptedRouter withUpnp() {
        onSearch = request -> List.of(found(descriptionUrl()));
        return this;
    }

    /** By HTTP, after it did not. */
    void answersAgain() {
        onHttp = this::serve;
    }

    String descriptionUrl() {
        return "http://127.0.0.1:" + http.getLocalPort() + "/rootDesc.xml";
    }

    static String found(String location) {
        return "HTTP/1.1 200 OK\r\nST: x\r\nLOCATION: " + location + "\r\n\r\n";
    }

    /** Its own two ports; a group it does not have, and announcements at a port nobody knows. */
    RouterPorts ports() {
        return ports;
    }

    Gateway gateway() {
        return new Gateway(Net.LOOPBACK, Net.LOOPBACK, "lo", true);
    }

    private void answerMappings() throws IOException {
        while (!mapping.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[MOST], MOST);
            mapping.receive(packet);
            byte[] request = Arrays.copyOf(packet.getData(), packet.getLength());
            lastSender = (InetSocketAddress) packet.getSocketAddress();
            mappingRequests.add(request);
            for (byte[] answer : onMapping.apply(request)) {
                mapping.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        }
    }

    private void answerSearches() throws IOException {
        while (!search.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[MOST], MOST);
            search.receive(packet);
            String request =
                    new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
            searches.add(request);
            for (String answer : onSearch.apply(request)) {
                byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
                search.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        }
    }

    private void answerHttp() throws IOException {
        while (!http.isClosed()) {
            Socket socket = http.accept();
            run(
                    "http-answer",
                    () -> {
                        try (socket) {
                            String request = request(socket.getInputStream());
                            httpRequests.add(request);
                            onHttp.answer(request, socket.getOutputStream());
                        }
                    });
        }
    }

    private void serve(String request, OutputStream out) throws IOException {
        boolean isGet = request.startsWith("GET ");
        Optional<String> body = isGet ? Optional.of(description) : igd.answer(request);
        if (body.isPresent()) {
            String status = body.get().contains("Fault>") ? "500 Internal Server Error" : "200 OK";
            write(out, "HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n" + body.get());
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int head = -1;
        int length = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (head < 0 && bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                head = bytes.size();
                length =
                        bytes.toString(StandardCharsets.UTF_8)
                                .lines()
                                .filter(line -> line.startsWith("Content-Length: "))
                                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                                .findFirst()
                                .orElse(0);
            }
            if (head >= 0 && bytes.size() == head + length) {
                break;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Ends when its socket is closed. */
    private interface Work {
        void run() throws IOException;
    }

    private void run(String name, Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException closed) {
                                return;
                            }
                        },
                        "router-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        mapping.close();
        search.close();
        http.close();
    }
}
