package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Preset;

/**
 * Addresses that lead to this machine though no interface lists them; on other systems than Linux there are none here.
 */
class WholeLoopbackTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int PATIENCE_MILLIS = 20_000;

    private final Recorder events = new Recorder();
    private final FakeTime time = new FakeTime();

    @Test
    void connectedClientIsAnsweredFromWhicheverAddressItPings() throws IOException {
        try (EchoServer server = start(List.of())) {
            for (InetAddress address : others("127.0.1.1", "127.44.55.66", "127.255.255.254")) {
                assertAnswersConnected(address, server.port(), 3);
            }
            assertAnswersConnected(Loopback.FIRST, server.port(), 1);
        }
        assertEquals(1, events.of(ServerEvent.Listening.class).size(), "nobody is told of those");
    }

    @Test
    void unconnectedClientIsAnsweredFromAnAddressOfItsName() throws IOException {
        List<InetAddress> names = others("127.0.1.1", "127.0.0.2");
        try (EchoServer server = start(names)) {
            for (InetAddress address : names) {
                try (TestClient client = new TestClient(address, server.port())) {
                    assertEquals("PING 1", client.ask("Ping 1"));
                }
            }
        }
    }

    /** From which address cannot be known there. */
    @Test
    void unconnectedClientIsAnsweredAtAnyAddress() throws IOException {
        try (EchoServer server = start(List.of());
                DatagramSocket client = new DatagramSocket(0, Loopback.FIRST)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            for (InetAddress address : others("127.9.9.9", "127.9.9.10")) {
                byte[] ping = "Ping 1".getBytes(StandardCharsets.US_ASCII);
                client.send(new DatagramPacket(ping, ping.length, address, server.port()));
                DatagramPacket reply = new DatagramPacket(new byte[100], 100);
                client.receive(reply);
                assertEquals("PING 1", text(reply));
            }
        }
    }

    /** More than there may be sockets for. */
    @Test
    void addressesAreUnlimitedButSocketsAreLimited() throws IOException {
        InetAddress[] many =
                others(
                                IntStream.rangeClosed(1, 2 * Endpoints.MAX_OTHERS)
                                        .mapToObj(n -> "127.7.0." + n)
                                        .toArray(String[]::new))
                        .toArray(InetAddress[]::new);
        try (EchoServer server = start(List.of())) {
            for (InetAddress address : many) {
                assertAnswersConnected(address, server.port(), 1);
            }
            long readers =
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("echo-127.7.0."))
                            .count();
            assertTrue(readers <= Endpoints.MAX_OTHERS + 1, readers + " readers");
        }
    }

    @Test
    void addressThatIsAddedIsAnsweredAtOnceAndListed() throws IOException {
        AtomicReference<List<InetAddress>> present = new AtomicReference<>(List.of(Loopback.FIRST));
        for (InetAddress added : others("127.3.3.3")) {
            Endpoints endpoints = Endpoints.open(0, present.get(), true);
            try {
                CaughtPaths caught =
                        new CaughtPaths(
                                endpoints,
                                ClientSockets.UNKNOWN,
                                present::get,
                                time::nanoTime,
                                () -> {});
                Endpoint wildcard = endpoints.takeOpened().get(0);
                InetSocketAddress neighbour = Datagrams.from("192.0.2.7", 50_000);
                assertTrue(caught.of(neighbour, wildcard).isEmpty(), "sent to everybody");
                present.set(List.of(Loopback.FIRST, added));
                time.advanceNanos(CaughtPaths.UNCONNECTED_NANOS);
                assertEquals(added, caught.of(neighbour, wildcard).orElseThrow().address());
                assertEquals(present.get(), endpoints.addresses());
            } finally {
                endpoints.close();
            }
        }
    }

    @Test
    void addressThatIsAddedAfterItWasPingedKeepsItsEndpoint() throws IOException {
        for (InetAddress added : others("127.3.3.3")) {
            Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST), true);
            try {
                Endpoint pinged = endpoints.at(added).orElseThrow();
                endpoints.takeChanged();
                assertEquals(List.of(Loopback.FIRST), endpoints.addresses());
                endpoints.follow(List.of(Loopback.FIRST, added));
                assertEquals(pinged, endpoints.at(added).orElseThrow());
                assertEquals(List.of(Loopback.FIRST, added), endpoints.addresses());
                assertTrue(endpoints.takeChanged());
            } finally {
                endpoints.close();
            }
        }
    }

    @Test
    void lookupsAreLimitedAndTheSenderIsStillAnswered() throws IOException {
        Endpoints endpoints =
                Endpoints.open(0, List.of(Loopback.FIRST), EchoServer.answersWholeLoopback());
        try {
            CountingTable sockets = new CountingTable();
            CaughtPaths caught = new CaughtPaths(endpoints, sockets, List::of, () -> 0, () -> {});
            Endpoint wildcard = endpoints.takeOpened().get(0);
            for (int i = 0; i < 1_000; i++) {
                assertEquals(
                        wildcard,
                        caught.of(Datagrams.from("127.0.0.1", 50_000 + i / 2), wildcard)
                                .orElseThrow());
            }
            assertEquals(2 * (int) CaughtPaths.LOOKS_PER_SECOND, sockets.looks);
        } finally {
            endpoints.close();
        }
    }

    @Test
    void portOfAnotherProgramIsRefusedEvenIfThatProgramSharesIt() throws IOException {
        for (InetAddress held : List.of(Loopback.FIRST, Loopback.second())) {
            try (DatagramSocket other = new DatagramSocket(null)) {
                other.setReuseAddress(true);
                other.bind(new InetSocketAddress(held, 0));
                int port = other.getLocalPort();
                PortInUseException refused =
                        assertThrows(PortInUseException.class, () -> start(port, List.of()));
                assertEquals(port, refused.port());
            }
        }
    }

    @Test
    void noOtherProgramGetsThePortMeanwhile() throws IOException {
        try (EchoServer server = start(List.of())) {
            for (InetAddress address : others("127.0.1.1")) {
                assertAnswersConnected(address, server.port(), 1);
            }
            for (String address : List.of("127.0.0.1", "127.0.1.1", "127.5.5.5", "0.0.0.0")) {
                for (boolean sharing : List.of(true, false)) {
                    if (EchoServer.answersWholeLoopback() || address.equals("127.0.0.1")) {
                        assertFalse(canBind(address, server.port(), sharing), address);
                    }
                }
            }
        }
    }

    private static final class CountingTable implements ClientSockets {
        private int looks;

        @Override
        public Optional<InetAddress> destination(InetSocketAddress sender, int port) {
            looks++;
            return Optional.empty();
        }

        @Override
        public PortState stateOf(InetSocketAddress local) {
            return PortState.UNKNOWN;
        }
    }

    private EchoServer start(List<InetAddress> aliases) throws IOException {
        return start(0, aliases);
    }

    private EchoServer start(int port, List<InetAddress> aliases) throws IOException {
        return EchoServer.start(
                new EchoPlan(port, Preset.PERFECT.impairments(), 42, RateLimitSettings.DEFAULT),
                events,
                new EchoEnvironment(
                        () -> List.of(Loopback.FIRST),
                        NEVER,
                        EchoClocks.SYSTEM,
                        aliases,
                        ClientSockets.ofThisMachine(),
                        EchoServer.answersWholeLoopback()));
    }

    private static void assertAnswersConnected(InetAddress address, int port, int pings)
            throws IOException {
        try (DatagramSocket client = new DatagramSocket()) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.connect(address, port);
            for (int n = 1; n <= pings; n++) {
                byte[] ping = ("Ping " + n).getBytes(StandardCharsets.US_ASCII);
                client.send(new DatagramPacket(ping, ping.length));
                DatagramPacket reply = new DatagramPacket(new byte[100], 100);
                client.receive(reply);
                assertEquals("PING " + n, text(reply));
            }
        }
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    }

    private static boolean canBind(String address, int port, boolean sharing) throws IOException {
        try (DatagramSocket other = new DatagramSocket(null)) {
            other.setReuseAddress(sharing);
            other.bind(new InetSocketAddress(address, port));
            return true;
        } catch (BindException refused) {
            return false;
        }
    }

    private static List<InetAddress> others(String... addresses) {
        return EchoServer.answersWholeLoopback()
                ? Stream.of(addresses).map(Datagrams::address).toList()
                : List.of();
    }
}
