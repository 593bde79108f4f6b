package pingmonitor.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A student's program in Java: a thread in place of a process. An exception ends it, and its sockets with it. */
final class TwinProgram extends Program {
    private static final int BUFFER_BYTES = 1024;

    private final List<AutoCloseable> sockets = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    /** What a student's program does; all that it opens it opens by the program that it is given. */
    @FunctionalInterface
    interface Script {
        void run(TwinProgram program) throws IOException, InterruptedException;
    }

    private TwinProgram(Script script, String name) {
        thread = new Thread(() -> run(script), name);
    }

    static TwinProgram start(String name, Script script) {
        TwinProgram program = new TwinProgram(script, name);
        program.thread.start();
        return program;
    }

    /** A socket at a free port of an address, which it prints as a server does. */
    DatagramSocket listen(String address) throws IOException {
        DatagramSocket socket = open(new InetSocketAddress(InetAddress.getByName(address), 0));
        printed("listening " + socket.getLocalPort());
        return socket;
    }

    /** The same with TCP. */
    ServerSocket listenWithTcp() throws IOException {
        ServerSocket socket = new ServerSocket(0);
        sockets.add(socket);
        printed("listening " + socket.getLocalPort());
        return socket;
    }

    /** A socket at any free port. */
    DatagramSocket open() throws IOException {
        return open(new InetSocketAddress(0));
    }

    /** The next datagram, which it prints as a server does. */
    DatagramPacket receive(DatagramSocket socket) throws IOException {
        return receive(socket, new byte[BUFFER_BYTES]);
    }

    /** The same, read into a buffer of the program's own. */
    DatagramPacket receive(DatagramSocket socket, byte[] buffer) throws IOException {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        printed("received " + text(packet));
        return packet;
    }

    /** The next datagram, for a client; empty when the socket's time-out is over. */
    Optional<String> reply(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[BUFFER_BYTES], BUFFER_BYTES);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
        return Optional.of(text(packet));
    }

    @Override
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        closing = true;
        closeSockets();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The content of a datagram, a character a byte. */
    static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    /** Sends a text, a byte a character. */
    static void send(DatagramSocket socket, String text, InetSocketAddress to) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private DatagramSocket open(InetSocketAddress local) throws IOException {
        DatagramSocket socket = new DatagramSocket(local);
        sockets.add(socket);
        if (closing) {
            socket.close();
        }
        return socket;
    }

    private void run(Script script) {
        try {
            script.run(this);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // What a process would say when it ends of it; or it was closed.
            printed(e.toString());
        } finally {
            closeSockets();
            ended = true;
        }
    }

    private void closeSockets() {
        for (AutoCloseable socket : sockets) {
            try {
                socket.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
