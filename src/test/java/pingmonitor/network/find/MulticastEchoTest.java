package pingmonitor.network.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for one's own question, over loopback and without multicast. */
@Timeout(60)
class MulticastEchoTest {
    private final byte[] question = MulticastEcho.question("_udpping._udp.local.", 4_711);
    private DatagramSocket socket;

    @BeforeEach
    void open() throws Exception {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        socket.close();
    }

    @Test
    void whoGivesUpIsAskedSoonAndWaitsNoLonger() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertFalse(MulticastEcho.hears(socket, question, () -> asked.incrementAndGet() == 3));
        assertEquals(3, asked.get());
    }

    @Test
    void itsOwnQuestionIsHeardAmongOthers() throws Exception {
        say(MulticastEcho.question("_udpping._udp.local.", 4_712));
        say(question);
        assertTrue(MulticastEcho.hears(socket, question, () -> false));
    }

    @Test
    void othersAreNotItsOwn() throws Exception {
        say(MulticastEcho.question("_udpping._udp.local.", 4_712));
        assertFalse(MulticastEcho.hears(socket, question, () -> false));
    }

    private void say(byte[] what) throws Exception {
        socket.send(
                new DatagramPacket(
                        what, what.length, socket.getLocalAddress(), socket.getLocalPort()));
    }
}
