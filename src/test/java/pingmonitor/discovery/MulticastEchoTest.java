package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for one's own question, over loopback and without multicast. */
@Timeout(60)
class MulticastEchoTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);

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
    void theWaitEndsSoonAfterTheCallerGivesUp() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertFalse(
                MulticastEcho.hears(socket, question, NEVER, () -> asked.incrementAndGet() == 3));
        assertEquals(3, asked.get());
    }

    @Test
    void itsOwnQuestionIsHeardAmongOthers() throws Exception {
        say(MulticastEcho.question("_udpping._udp.local.", 4_712));
        say(question);
        assertTrue(MulticastEcho.hears(socket, question, NEVER, () -> false));
    }

    @Test
    void aQuestionThatCameInTimeIsHeardByADelayedReader() throws Exception {
        say(MulticastEcho.question("_udpping._udp.local.", 4_712));
        say(question);
        BooleanSupplier heldUp =
                () -> {
                    LockSupport.parkNanos(SHORT.multipliedBy(3).toNanos());
                    return false;
                };
        assertTrue(MulticastEcho.hears(socket, question, SHORT, heldUp));
    }

    @Test
    void questionsOfOthersAreNotTakenForTheOwn() throws Exception {
        say(MulticastEcho.question("_udpping._udp.local.", 4_712));
        assertFalse(MulticastEcho.hears(socket, question, SHORT, () -> false));
    }

    private void say(byte[] what) throws Exception {
        socket.send(
                new DatagramPacket(
                        what, what.length, socket.getLocalAddress(), socket.getLocalPort()));
    }
}
