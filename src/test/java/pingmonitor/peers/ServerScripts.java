package pingmonitor.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The servers of {@code resources/peers/servers} in Java, by what they do after the usual beginning. */
final class ServerScripts {
    private static final String ANY_ADDRESS = "0.0.0.0";

    private ServerScripts() {}

    /** Does something with a datagram that it received. */
    @FunctionalInterface
    interface Step {
        void take(DatagramSocket socket, DatagramPacket datagram)
                throws IOException, InterruptedException;
    }

    /** Sends one text for another, at once and by the same socket. */
    static TwinProgram.Script replying(UnaryOperator<String> reply) {
        return loop(() -> (socket, datagram) -> reply(socket, datagram, reply));
    }

    /** Listens at one address only. */
    static TwinProgram.Script listeningAt(String address) {
        return loop(address, () -> (socket, datagram) -> reply(socket, datagram, upper()));
    }

    /**
     * Receives for ever.
     *
     * @param steps makes the step of one program, which may remember things
     */
    static TwinProgram.Script loop(Supplier<Step> steps) {
        return loop(ANY_ADDRESS, steps);
    }

    /** Receives once. */
    static TwinProgram.Script once(Step step) {
        return program -> {
            DatagramSocket socket = program.listen(ANY_ADDRESS);
            step.take(socket, program.receive(socket));
        };
    }

    /** Reads everything into one buffer and sends a part of that. */
    static TwinProgram.Script withOneBuffer(int bytes, UnaryOperator<String> part) {
        return program -> {
            DatagramSocket socket = program.listen(ANY_ADDRESS);
            byte[] buffer = new byte[bytes];
            while (true) {
                InetSocketAddress from = from(program.receive(socket, buffer));
                String all = new String(buffer, StandardCharsets.ISO_8859_1);
                TwinProgram.send(socket, part.apply(all), from);
            }
        };
    }

    /** Replies by another socket, which stays. */
    static TwinProgram.Script byAnotherSocket() {
        return program -> {
            DatagramSocket socket = program.listen(ANY_ADDRESS);
            DatagramSocket other = program.open();
            while (true) {
                reply(other, program.receive(socket), upper());
            }
        };
    }

    /** Tells of each client that it has not heard of before, and sends everybody the same. */
    static TwinProgram.Script withClientList(String greeting) {
        return program -> {
            DatagramSocket socket = program.listen(ANY_ADDRESS);
            Set<InetSocketAddress> clients = new HashSet<>();
            while (true) {
                DatagramPacket datagram = program.receive(socket);
                if (clients.add(from(datagram))) {
                    program.printed("new client " + from(datagram));
                }
                reply(socket, datagram, text -> greeting);
            }
        };
    }

    /** Listens with TCP. */
    static TwinProgram.Script tcp() {
        return program -> {
            ServerSocket socket = program.listenWithTcp();
            while (true) {
                socket.accept().close();
            }
        };
    }

    static void reply(DatagramSocket socket, DatagramPacket datagram, UnaryOperator<String> reply)
            throws IOException {
        TwinProgram.send(socket, reply.apply(TwinProgram.text(datagram)), from(datagram));
    }

    static UnaryOperator<String> upper() {
        return text -> text.toUpperCase(Locale.ROOT);
    }

    /** The part of a text between blanks, from 0. */
    static String word(String text, int index) {
        return text.trim().split("\\s+")[index];
    }

    /** The number of a ping. */
    static int number(DatagramPacket datagram) {
        return Integer.parseInt(word(TwinProgram.text(datagram), 1));
    }

    /** The time now in seconds, with six decimals. */
    static String now() {
        Instant now = Instant.now();
        return String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / 1_000);
    }

    private static TwinProgram.Script loop(String address, Supplier<Step> steps) {
        return program -> {
            DatagramSocket socket = program.listen(address);
            Step step = steps.get();
            while (true) {
                step.take(socket, program.receive(socket));
            }
        };
    }

    private static InetSocketAddress from(DatagramPacket datagram) {
        return (InetSocketAddress) datagram.getSocketAddress();
    }
}
