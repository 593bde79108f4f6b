package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.wire.PingRequest;

/** What an error at the sending is about: this ping, or one before it. */
class TransmissionTest {
    private final Deque<IOException> errors = new ArrayDeque<>();
    private int sendings;
    private int left;
    private long nowNanos;
    private final InFlightPing ping =
            new InFlightPing(PingRequest.of(7, Instant.EPOCH, 0), new PingSocket(new Socket()));

    @Test
    void aPingLeavesAtOnceAndIsStampedBefore() throws IOException {
        Transmission transmission = transmission();
        transmission.send();
        assertEquals(1, sendings);
        assertEquals(1, ping.sentNanos);
        assertEquals(List.of(), transmission.news());
    }

    @Test
    void aRefusalThatDoesNotComeAgainWasAboutAnEarlierOne() throws IOException {
        errors.add(new PortUnreachableException());
        Transmission transmission = transmission();
        transmission.send();
        assertEquals(2, sendings);
        assertEquals(1, left);
        assertEquals(
                List.of(new Transmission.News(PingEvent.Refusal.PORT, 2)), transmission.news());
        assertEquals(3, ping.sentNanos);
    }

    @Test
    void anUnreachedHostThatDoesNotComeAgainIsNewsToo() throws IOException {
        errors.add(new NoRouteToHostException("No route to host"));
        Transmission transmission = transmission();
        transmission.send();
        assertEquals(
                List.of(new Transmission.News(PingEvent.Refusal.HOST, 2)), transmission.news());
    }

    @Test
    void refusalsOfFourEarlierOnesPutItOffAndAFifthEndsIt() throws IOException {
        for (int i = 0; i < 4; i++) {
            errors.add(new PortUnreachableException());
        }
        Transmission transmission = transmission();
        transmission.send();
        assertEquals(4, transmission.news().size());
        assertEquals(1, left);

        for (int i = 0; i < 5; i++) {
            errors.add(new PortUnreachableException());
        }
        Transmission another = transmission();
        assertThrows(PortUnreachableException.class, another::send);
        assertEquals(4, another.news().size());
        assertEquals(1, left);
    }

    @Test
    void anErrorThatComesAgainIsAboutThisOneAndNoNewsOfAnother() {
        errors.add(new NoRouteToHostException("No route to host"));
        errors.add(new NoRouteToHostException("No route to host"));
        Transmission transmission = transmission();
        assertThrows(NoRouteToHostException.class, transmission::send);
        assertEquals(2, sendings);
        assertEquals(List.of(), transmission.news());
    }

    @Test
    void aRefusedPortIsNewsAlsoWhenThisOneCannotLeave() {
        errors.add(new PortUnreachableException());
        errors.add(new NoRouteToHostException("No route to host"));
        Transmission transmission = transmission();
        assertThrows(NoRouteToHostException.class, transmission::send);
        assertEquals(
                List.of(new Transmission.News(PingEvent.Refusal.PORT, 2)), transmission.news());
    }

    private Transmission transmission() {
        OutgoingDatagram outgoing = new OutgoingDatagram(0);
        outgoing.prepare(ping.request);
        return new Transmission(ping, outgoing, () -> ++nowNanos);
    }

    private final class Socket implements Transport {
        @Override
        public void send(ByteBuffer message) throws IOException {
            sendings++;
            if (!errors.isEmpty()) {
                throw errors.pop();
            }
            left++;
        }

        @Override
        public void receive(ByteBuffer buffer) {}

        @Override
        public InetSocketAddress local() {
            return ScriptedNet.SERVER;
        }

        @Override
        public void close() {}
    }
}
