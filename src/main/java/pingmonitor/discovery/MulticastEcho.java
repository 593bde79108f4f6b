package pingmonitor.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import pingmonitor.host.NetworkInterfaces;

/**
 * Tests whether a multicast question of this machine comes back to it on an interface. A firewall that blocks it blocks
 * the answers of others, too. That it comes back proves nothing about others.
 */
final class MulticastEcho {
    static final int PORT = 5353;

    private static final String GROUP_IPV4 = "224.0.0.251";
    private static final String GROUP_IPV6 = "ff02::fb";

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Longest wait until giving up takes effect. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Datagrams that came in time and are still read after the end. A flood must not be read for ever. */
    private static final int MAX_READ_LATE = 200;

    private static final int MAX_BYTES = 1_500;
    private static final int HEADER_BYTES = 12;
    private static final int QUESTIONS_OFFSET = 5;

    /** Multicast DNS asks for it: what has passed a router would have less. */
    private static final int TTL = 255;

    /** Pointer records of the Internet's class. */
    private static final byte[] TYPE_AND_CLASS = {0, 12, 0, 1};

    private MulticastEcho() {}

    /**
     * Asks the network for servers, and waits up to a second for its own question.
     *
     * @param givenUp ends the waiting
     */
    static boolean isHeard(NetworkAttachment at, String serviceType, BooleanSupplier givenUp) {
        try (MulticastSocket socket = new MulticastSocket(PORT)) {
            byte[] question = question(serviceType, ThreadLocalRandom.current().nextInt(1 << 16));
            return send(socket, at, question) && hears(socket, question, LONGEST, givenUp);
        } catch (IOException blocked) {
            return false;
        }
    }

    /** Asks the network for servers, and waits for nothing. */
    static void ask(NetworkAttachment at, String serviceType) {
        try (MulticastSocket socket = new MulticastSocket(PORT)) {
            send(socket, at, question(serviceType, 0));
        } catch (IOException blocked) {
            // As good as lost on the way: there are further questions.
            return;
        }
    }

    /** False if there is no such interface. */
    private static boolean send(MulticastSocket socket, NetworkAttachment at, byte[] question)
            throws IOException {
        Optional<NetworkInterface> card = NetworkInterfaces.named(at.interfaceName());
        if (card.isEmpty()) {
            return false;
        }
        boolean six = at.address() instanceof Inet6Address;
        InetAddress address = InetAddress.getByName(six ? GROUP_IPV6 : GROUP_IPV4);
        InetSocketAddress group = new InetSocketAddress(address, PORT);
        socket.setNetworkInterface(card.get());
        socket.setTimeToLive(TTL);
        socket.joinGroup(group, card.get());
        socket.send(new DatagramPacket(question, question.length, group));
        return true;
    }

    /**
     * Whether that datagram comes in time, unless it is given up. On a busy machine it may be there long before
     * somebody reads it.
     */
    static boolean hears(
            DatagramSocket socket, byte[] question, Duration most, BooleanSupplier givenUp)
            throws IOException {
        DatagramPacket heard = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
        long endNanos = System.nanoTime() + most.toNanos();
        int late = 0;
        while (late < MAX_READ_LATE && !givenUp.getAsBoolean()) {
            long left = Math.max(0, endNanos - System.nanoTime());
            late += left == 0 ? 1 : 0;
            // Zero would be for ever.
            long slice = Math.min(left, SLICE_NANOS);
            socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(slice) + 1);
            try {
                heard.setLength(MAX_BYTES);
                socket.receive(heard);
            } catch (SocketTimeoutException notYet) {
                if (left == 0) {
                    return false;
                }
                continue;
            }
            if (Arrays.equals(question, Arrays.copyOf(heard.getData(), heard.getLength()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A question as others ask it too (RFC 1035, 4.1).
     *
     * @param number by which it is known again; others ignore it
     */
    static byte[] question(String serviceType, int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] header = new byte[HEADER_BYTES];
        header[0] = (byte) (number >> Byte.SIZE);
        header[1] = (byte) number;
        header[QUESTIONS_OFFSET] = 1;
        bytes.writeBytes(header);
        for (String label : serviceType.split("\\.")) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        bytes.writeBytes(TYPE_AND_CLASS);
        return bytes.toByteArray();
    }
}
