package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.wire.PingRequest;

class SocketPoolTest {
    private final List<Socket> opened = new ArrayList<>();
    private final Deque<IOException> openErrors = new ArrayDeque<>();
    private InetSocketAddress address = ScriptedNet.SERVER;

    @Test
    void aFreshPortIsOpenedOnlyWhereItIsWanted() throws IOException {
        SocketPool ports = new SocketPool(this::open, 0, 0);
        PingSocket first = ports.forNext(1);
        assertSame(first, ports.forNext(2));
        ports.wantFresh();
        PingSocket second = ports.forNext(3);
        assertNotSame(first, second);
        assertSame(second, ports.forNext(4));
    }

    @Test
    void theOldestOfTheEarlierPortsGoesWhenNothingWaitsThere() throws IOException {
        SocketPool ports = new SocketPool(this::open, 0, 0);
        openAsManyAsStay(ports);
        assertEquals(0, closed());
        ports.wantFresh();
        PingSocket last = ports.forNext(99);
        assertEquals(SocketPool.MAX_RETIRED + 2, opened.size());
        assertSame(opened.get(SocketPool.MAX_RETIRED + 1), last.transport);
        assertEquals(1, closed());
        assertEquals(1, opened.get(0).closings);
    }

    @Test
    void thePresentPortStaysWhileAPingWaitsAtTheOldest() throws IOException {
        SocketPool ports = new SocketPool(this::open, 0, 0);
        PingSocket first = ports.forNext(1);
        InFlightPing waiting = ping(1, first);
        first.sent(waiting);
        PingSocket latest = openAsManyAsStay(ports);
        ports.wantFresh();
        assertSame(latest, ports.forNext(98));
        assertEquals(0, closed());
        first.settled();
        assertNotSame(latest, ports.forNext(99));
        assertEquals(1, opened.get(0).closings);
    }

    @Test
    void atAFixedRateAnotherPortIsTriedNoSoonerThanTheBeatAllows() throws IOException {
        SocketPool ports = new SocketPool(this::open, 10, 100);
        PingSocket first = ports.forNext(100);
        ports.wantFresh();
        assertSame(first, ports.forNext(109));
        assertNotSame(first, ports.forNext(110));
        ports.wantFresh();
        ports.forNext(119);
        assertEquals(2, opened.size());
        ports.forNext(120);
        assertEquals(3, opened.size());
    }

    @Test
    void withoutABeatAPortThatCannotBeOpenedIsAnError() throws IOException {
        SocketPool ports = new SocketPool(this::open, 0, 0);
        ports.wantFresh();
        openErrors.add(new IOException("Too many open files"));
        assertThrows(IOException.class, () -> ports.forNext(1));
        ports.forNext(2);
        assertEquals(2, opened.size());
    }

    @Test
    void withABeatThePresentPortGoesOnAndTheWishStays() throws IOException {
        SocketPool ports = new SocketPool(this::open, 10, 0);
        PingSocket first = ports.forNext(0);
        ports.wantFresh();
        openErrors.add(new IOException("Too many open files"));
        assertSame(first, ports.forNext(10));
        assertSame(first, ports.forNext(19));
        assertNotSame(first, ports.forNext(20));
    }

    @Test
    void thePortForQuestionsStaysUntilPingsLeaveFromAnotherAddress() throws IOException {
        SocketPool ports = new SocketPool(this::open, 0, 0);
        PingSocket aside = ports.aside();
        assertNotSame(ports.current(), aside);
        ports.wantFresh();
        ports.forNext(1);
        assertSame(aside, ports.aside());
        assertEquals(3, opened.size());
        address = ScriptedNet.address((byte) 7, 1);
        ports.wantFresh();
        ports.forNext(2);
        openErrors.add(new IOException("Too many open files"));
        assertThrows(IOException.class, ports::aside);
        assertEquals(0, opened.get(1).closings);
        assertNotSame(aside, ports.aside());
        assertEquals(1, opened.get(1).closings);
        ports.close();
        assertEquals(5, closed());
    }

    @Test
    void allPortsAreClosedAtTheEnd() throws IOException {
        SocketPool ports = new SocketPool(this::open, 0, 0);
        openAsManyAsStay(ports);
        ports.close();
        assertEquals(SocketPool.MAX_RETIRED + 1, closed());
    }

    /** As many fresh ports as earlier ones stay open; the last of them. */
    private static PingSocket openAsManyAsStay(SocketPool ports) throws IOException {
        for (int i = 0; i < SocketPool.MAX_RETIRED; i++) {
            ports.wantFresh();
            ports.forNext(i);
        }
        return ports.forNext(SocketPool.MAX_RETIRED);
    }

    private long closed() {
        return opened.stream().filter(each -> each.closings > 0).count();
    }

    private PingSocket open() throws IOException {
        if (!openErrors.isEmpty()) {
            throw openErrors.pop();
        }
        Socket socket = new Socket(address);
        opened.add(socket);
        return new PingSocket(socket);
    }

    private static InFlightPing ping(long sequence, PingSocket link) {
        return new InFlightPing(PingRequest.of(sequence, Instant.EPOCH, 0), link);
    }

    private static final class Socket implements Transport {
        private final InetSocketAddress local;
        int closings;

        Socket(InetSocketAddress local) {
            this.local = local;
        }

        @Override
        public void send(ByteBuffer message) {}

        @Override
        public void receive(ByteBuffer buffer) {}

        @Override
        public InetSocketAddress local() {
            return local;
        }

        @Override
        public void close() {
            closings++;
        }
    }
}
