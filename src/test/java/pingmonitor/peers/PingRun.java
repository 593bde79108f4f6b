package pingmonitor.peers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.session.Session;

/**
 * A whole run of our client against a server on this machine. The time-outs are such that a machine busy with other
 * things answers in time.
 */
final class PingRun {
    /** Of pings that wait for their time-outs side by side. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    static final Duration INTERVAL = Duration.ofMillis(100);

    /** Of pings that wait for their time-outs one after the other. */
    static final Duration TIMEOUT_IN_TURN = Duration.ofSeconds(3);

    /** Nothing takes so long. */
    private static final Duration NEVER = Duration.ofSeconds(30);

    private static final Pacing IN_TURN = new Pacing.StopAndWait(Duration.ZERO);

    private PingRun() {}

    /** Some are lost. */
    static Session lossy(int port, int count) throws Exception {
        return of(port, count, TIMEOUT, new Pacing.FixedRate(INTERVAL), 0, true);
    }

    /**
     * Each waits until the one before is settled, and a few are lost or late. The server is asked for no verdicts: the
     * question might come between two pings.
     */
    static Session inTurn(int port, int count) throws Exception {
        return of(port, count, TIMEOUT_IN_TURN, IN_TURN, 0, false);
    }

    /** Each waits until the one before is answered. */
    static Session answered(int port, int count) throws Exception {
        return answered(port, count, 0);
    }

    static Session answered(int port, int count, int messageBytes) throws Exception {
        return of(port, count, NEVER, IN_TURN, messageBytes, true);
    }

    /** The lab's ten pings against a student's server. */
    static Session of(String host, int port, Duration timeout, Duration pause) throws Exception {
        return of(host, port, 10, timeout, new Pacing.StopAndWait(pause), 0, true);
    }

    private static Session of(
            int port,
            int count,
            Duration timeout,
            Pacing pacing,
            int messageBytes,
            boolean verdicts)
            throws Exception {
        return of("127.0.0.1", port, count, timeout, pacing, messageBytes, verdicts);
    }

    private static Session of(
            String host,
            int port,
            int count,
            Duration timeout,
            Pacing pacing,
            int messageBytes,
            boolean verdicts)
            throws Exception {
        PingPlan plan =
                new PingPlan(
                        host,
                        port,
                        AddressFamily.ANY,
                        count,
                        timeout,
                        pacing,
                        messageBytes,
                        verdicts);
        Session session = new Session(plan);
        Pinger pinger = new Pinger(plan, new LossLocators(), session::apply);
        try {
            CompletableFuture.supplyAsync(pinger::run).get(60, TimeUnit.SECONDS);
        } finally {
            pinger.stop();
        }
        return session;
    }
}
