package pingmonitor.echo;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pingmonitor.echo.fate.Preset;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;

/**
 * Makes a cold JVM ready to answer: a private server on loopback answers some datagrams and questions and is closed
 * again, so that the first client's first ping waits no longer than its tenth, nor behind the first question.
 */
public final class EchoWarmUp {
    static final int DATAGRAMS = 30;
    static final int QUESTIONS = 2;

    /** For the destination of a datagram that came to an address without a socket. */
    private static final int LOOKS = 10;

    private static final Logger LOG = System.getLogger(EchoWarmUp.class.getName());
    private static final Duration NO_RESCAN = Duration.ofDays(1);
    private static final int TIMEOUT_MILLIS = 50;

    private EchoWarmUp() {}

    /** Takes some tens of milliseconds on the calling thread; does nothing where loopback is not to be had. */
    public static void run() {
        run(TIMEOUT_MILLIS);
    }

    /**
     * The same with another patience.
     *
     * @param timeoutMillis to wait for a reply; the first that does not come ends it
     * @return how many datagrams were answered, questions about them too
     */
    static int run(int timeoutMillis) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        EchoEnvironment surroundings =
                new EchoEnvironment(() -> List.of(loopback), NO_RESCAN, EchoClocks.SYSTEM);
        EchoPlan plan = new EchoPlan(0, Preset.PERFECT.impairments(), 0, RateLimitSettings.DEFAULT);
        ServerLedger ledger = new ServerLedger();
        int answered = 0;
        try (EchoServer server = EchoServer.start(plan, ledger::apply, surroundings);
                DatagramSocket client = new DatagramSocket(0, loopback)) {
            client.setSoTimeout(timeoutMillis);
            InetSocketAddress address = new InetSocketAddress(loopback, server.port());
            InetSocketAddress own = (InetSocketAddress) client.getLocalSocketAddress();
            for (int i = 0; i < DATAGRAMS + QUESTIONS; i++) {
                byte[] message = i < DATAGRAMS ? ping(i) : question();
                client.send(new DatagramPacket(message, message.length, address));
                client.receive(new DatagramPacket(message, message.length));
                answered++;
            }
            ClientSockets sockets = ClientSockets.ofThisMachine();
            for (int i = 0; i < LOOKS; i++) {
                sockets.destination(own, server.port());
            }
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no warm-up", e);
        }
        return answered;
    }

    private static byte[] ping(int number) {
        return ("Ping " + number + " 0.000000").getBytes(StandardCharsets.US_ASCII);
    }

    /** About a ping that came and one that did not. */
    private static byte[] question() {
        List<Long> pings =
                Stream.of(0, DATAGRAMS)
                        .map(number -> PingIdentity.of(ByteBuffer.wrap(ping(number))))
                        .toList();
        return new FateQuestion(0, pings).encode(PingRequest.of(1, Instant.EPOCH, 0)).array();
    }
}
