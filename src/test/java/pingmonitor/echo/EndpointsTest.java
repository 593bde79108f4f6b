package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    @Test
    void knowsItsOwnAddressesAndPort() throws IOException {
        InetAddress second = Loopback.second();
        Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST));
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
    void oneThatDiedIsOpenedAgainAtTheNextLook() throws IOException {
        Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST));
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
