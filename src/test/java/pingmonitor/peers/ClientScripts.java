package pingmonitor.peers;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** The clients of {@code resources/peers/clients} in Java, by what they do ten times. */
final class ClientScripts {
    private static final int PINGS = 10;

    private ClientScripts() {}

    /** What a student's client does with the server at a port of this machine. */
    @FunctionalInterface
    interface Script {
        void run(TwinProgram program, InetSocketAddress server) throws IOException;

        /** The same for one server. */
        default TwinProgram.Script against(int port) {
            return program ->
                    run(program, new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        }
    }

    /**
     * Pings, and prints what it hears before the next ping.
     *
     * @param ping the text of the ping with a number, which begin at 1
     * @param heard what to print of a reply to the ping with a number
     */
    static Script pinging(IntFunction<String> ping, BiFunction<String, Integer, String> heard) {
        return (program, server) -> {
            DatagramSocket socket = program.open();
            socket.setSoTimeout((int) Peers.CLIENT_TIMEOUT.toMillis());
            for (int number = 1; number <= PINGS; number++) {
                TwinProgram.send(socket, ping.apply(number), server);
                print(program, heard(program, socket, heard, number));
            }
        };
    }

    /** The same, and prints replies as they are. */
    static Script pinging(IntFunction<String> ping) {
        return pinging(ping, (reply, number) -> reply.strip());
    }

    /** Pings without a time-out. */
    static Script waitingForEver() {
        return (program, server) -> {
            DatagramSocket socket = program.open();
            for (int number = 1; number <= PINGS; number++) {
                TwinProgram.send(socket, ping(number), server);
                print(program, program.reply(socket));
            }
        };
    }

    /** Pings by a fresh socket each time. */
    static Script withSocketForEach() {
        return (program, server) -> {
            for (int number = 1; number <= PINGS; number++) {
                try (DatagramSocket socket = program.open()) {
                    socket.setSoTimeout((int) Peers.CLIENT_TIMEOUT.toMillis());
                    TwinProgram.send(socket, ping(number), server);
                    print(program, program.reply(socket));
                }
            }
        };
    }

    /** Sends all pings before it listens. */
    static Script allAtOnce() {
        return (program, server) -> {
            DatagramSocket socket = program.open();
            socket.setSoTimeout((int) Peers.CLIENT_TIMEOUT.toMillis());
            for (int number = 1; number <= PINGS; number++) {
                TwinProgram.send(socket, ping(number), server);
            }
            for (int number = 1; number <= PINGS; number++) {
                print(program, program.reply(socket));
            }
        };
    }

    /** Closes the socket of each ping at once. */
    static Script closingEarly() {
        return (program, server) -> {
            for (int number = 1; number <= PINGS; number++) {
                try (DatagramSocket socket = program.open()) {
                    TwinProgram.send(socket, ping(number), server);
                }
            }
        };
    }

    /** The lab's ping. */
    static String ping(int number) {
        return "Ping " + number + " " + ServerScripts.now();
    }

    /** A ping in JSON. */
    static String json(int number) {
        return "{\"seq\": " + number + ", \"time\": " + ServerScripts.now() + "}";
    }

    /** The number in a reply to a ping in JSON, whatever its case. */
    static String numberInJson(String reply) {
        return JsonParser.parseString(reply.toLowerCase(Locale.ROOT))
                .getAsJsonObject()
                .get("seq")
                .getAsString();
    }

    private static Optional<String> heard(
            TwinProgram program,
            DatagramSocket socket,
            BiFunction<String, Integer, String> heard,
            int number)
            throws IOException {
        return program.reply(socket).map(reply -> heard.apply(reply, number));
    }

    private static void print(TwinProgram program, Optional<String> heard) {
        program.printed(heard.map(text -> "heard " + text).orElse("Request timed out"));
    }
}
