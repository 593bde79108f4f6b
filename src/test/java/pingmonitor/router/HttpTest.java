package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pingmonitor.router.Net.LOOPBACK;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is not asked any more when the time is over: the answer might be a yes that nobody hears. */
@Timeout(60)
class HttpTest {
    private final List<Socket> connected = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, LOOPBACK);
        server.setSoTimeout(100);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket each : connected) {
            each.close();
        }
        server.close();
    }

    @Test
    void noRequestIsSentAfterTheDeadline() {
        assertThrows(SocketTimeoutException.class, () -> get(deadline(0)));
        assertEquals(false, isConnected());
    }

    @Test
    void aRequestCancelledWhileConnectingIsNotSent() throws IOException {
        Deadline untilConnected =
                new Deadline(
                        System::nanoTime,
                        System.nanoTime() + TimeUnit.HOURS.toNanos(1),
                        this::isConnected);
        assertThrows(SocketTimeoutException.class, () -> get(untilConnected));
        assertEquals(-1, connected.get(0).getInputStream().read(), "it was closed without a word");
    }

    @Test
    void anUnreachableServerGivesNoAnswer() {
        MappingRefusal noAnswer = MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER);
        assertEquals(noAnswer, Http.refusal(new ConnectException("Connection refused")));
        assertEquals(noAnswer, Http.refusal(new NoRouteToHostException("No route to host")));
        assertEquals(noAnswer, Http.refusal(new SocketTimeoutException("too slow")));
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NONSENSE, "no HTTP"),
                Http.refusal(new IOException("no HTTP")));
    }

    private boolean isConnected() {
        try {
            connected.add(server.accept());
        } catch (IOException notYet) {
            return !connected.isEmpty();
        }
        return true;
    }

    private HttpAnswer get(Deadline deadline) throws IOException {
        return new Http(LOOPBACK)
                .get(new HttpLocation(LOOPBACK, server.getLocalPort(), "/"), deadline);
    }

    private static Deadline deadline(long nanos) {
        return Deadline.in(System::nanoTime, nanos, () -> false);
    }
}
