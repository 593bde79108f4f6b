package pingmonitor.echo;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Makes a cold JVM ready to answer: a private server on loopback answers some datagrams and is closed again, so that the
 * first client's first ping waits no longer than its tenth.
 */
public final class EchoWarmUp {
    static final int DATAGRAMS = 30;

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
     * @return how many datagrams were answered
     */
    static long run(int timeoutMillis) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Surroundings surroundings =
                new Surroundings(() -> List.of(loopback), NO_RESCAN, Clocks.SYSTEM);
        EchoPlan plan = new EchoPlan(0, Preset.PERFECT.impairments(), 0, AbuseLimits.DEFAULT);
        ServerLedger ledger = new ServerLedger();
        try (EchoServer server = EchoServer.start(plan, ledger::apply, surroundings);
                DatagramSocket client = new DatagramSocket(0, loopback)) {
            client.setSoTimeout(timeoutMillis);
            InetSocketAddress address = new InetSocketAddress(loopback, server.port());
            for (int i = 0; i < DATAGRAMS; i++) {
                byte[] message = ("Ping " + i + " 0.000000").getBytes(StandardCharsets.US_ASCII);
                client.send(new DatagramPacket(message, message.length, address));
                client.receive(new DatagramPacket(message, message.length));
            }
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no warm-up", e);
        }
        return ledger.snapshot().counters().answered();
    }
}
