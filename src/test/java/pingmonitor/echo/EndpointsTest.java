package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    @Test
    void knowsItsOwnAddressesAndPort() throws IOException {
        InetAddress second = Loopback.second();
        Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST), false);
        try {
            int port = endpoints.port();
            assertTrue(endpoints.isOurs(new InetSocketAddress(Loopback.FIRST, port)));
            assertFalse(endpoints.isOurs(new InetSocketAddress(Loopback.FIRST, port - 1)));
            assertFalse(endpoints.isOurs(new InetSocketAddress(second, port)));
            endpoints.follow(List.of(second));
            assertFalse(endpoints.isOurs(new InetSocketAddress(Loopback.FIRST, port)));
            assertTrue(endpoints.isOurs(new InetSocketAddress(second, port)));
        } finally {
            endpoints.close();
        }
    }

    @Test
    void portTakenMeanwhileIsReplacedByAnotherPort() throws IOException {
        List<DatagramSocket> others = new ArrayList<>();
        try {
            Endpoints endpoints =
                    Endpoints.open(
                            0,
                            List.of(Loopback.FIRST),
                            (address, port) -> {
                                if (others.size() < 3) {
                                    others.add(new DatagramSocket(port, address));
                                }
                                return Endpoint.open(address, port);
                            });
            assertEquals(3, others.size());
            assertEquals(List.of(Loopback.FIRST), endpoints.addresses());
            assertFalse(Loopback.canBind(Loopback.FIRST, endpoints.port()));
            endpoints.close();
            assertTrue(Loopback.canBind(Loopback.FIRST, endpoints.port()));
        } finally {
            others.forEach(DatagramSocket::close);
        }
    }

    @Test
    void openingGivesUpWhenEveryPortIsTakenMeanwhile() {
        List<DatagramSocket> others = new ArrayList<>();
        try {
            assertThrows(
                    PortInUseException.class,
                    () ->
                            Endpoints.open(
                                    0,
                                    List.of(Loopback.FIRST),
                                    (address, port) -> {
                                        assertTrue(others.size() < 100, "it tries on and on");
                                        others.add(new DatagramSocket(port, address));
                                        return Endpoint.open(address, port);
                                    }));
            assertEquals(Endpoints.ATTEMPTS_FOR_ANY_PORT, others.size());
        } finally {
            others.forEach(DatagramSocket::close);
        }
    }

    @Test
    void portHeldOnAnotherAddressIsInUseForLoopback() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, Loopback.second())) {
            PortInUseException refused =
                    assertThrows(
                            PortInUseException.class,
                            () ->
                                    Endpoints.open(
                                            other.getLocalPort(), List.of(Loopback.FIRST), false));
            assertEquals(other.getLocalPort(), refused.port());
        }
    }

    @Test
    void openingFailsWithAReasonWhenThereAreTooFewSockets() {
        AtomicInteger taken = new AtomicInteger();
        IOException refused =
                assertThrows(
                        IOException.class,
                        () ->
                                Endpoints.open(
                                        0,
                                        List.of(Loopback.FIRST, Loopback.second()),
                                        (address, port) -> {
                                            if (address.equals(Loopback.FIRST)) {
                                                taken.set(port);
                                                return Endpoint.open(address, port);
                                            }
                                            throw new NoSocketException(
                                                    new IOException("Too many open files"));
                                        }));
        assertEquals(
                "Too many open files (" + Loopback.second().getHostAddress() + ")",
                refused.getMessage());
        assertTrue(Loopback.canBind(Loopback.FIRST, taken.get()));
    }

    @Test
    void laterLackOfSocketsKeepsTheOpenOnesAndTriesAgain() throws IOException {
        InetAddress second = Loopback.second();
        AtomicBoolean lacking = new AtomicBoolean(true);
        Endpoints endpoints =
                Endpoints.open(
                        0,
                        List.of(Loopback.FIRST),
                        (address, port) -> {
                            if (address.equals(second) && lacking.getAndSet(false)) {
                                throw new NoSocketException(new IOException("none left"));
                            }
                            return Endpoint.open(address, port);
                        });
        try {
            endpoints.follow(List.of(Loopback.FIRST, second));
            assertEquals(List.of(Loopback.FIRST), endpoints.addresses());
            endpoints.follow(List.of(Loopback.FIRST, second));
            assertEquals(List.of(Loopback.FIRST, second), endpoints.addresses());
        } finally {
            endpoints.close();
        }
    }

    @Test
    void failedEndpointIsReopenedAtTheNextCheck() throws IOException {
        Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST), false);
        try {
            assertFalse(endpoints.takeChanged());
            Endpoint died = endpoints.takeOpened().get(0);
            assertEquals(List.of(), endpoints.takeOpened());
            endpoints.close(died);
            assertTrue(endpoints.takeChanged());
            endpoints.close(died);
            assertFalse(endpoints.takeChanged(), "it was gone already");
            assertEquals(List.of(), endpoints.addresses());
            assertEquals(0, endpoints.receiveBufferBytes());

            endpoints.follow(List.of(Loopback.FIRST));
            assertEquals(List.of(Loopback.FIRST), endpoints.addresses());
            assertTrue(endpoints.takeChanged());
            assertEquals(1, endpoints.takeOpened().size());
            endpoints.follow(List.of(Loopback.FIRST));
            assertFalse(endpoints.takeChanged());
        } finally {
            endpoints.close();
        }
    }
}
