package pingmonitor.peers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.session.Session;

/** A whole run of our client against a server on this machine. */
final class PingRun {
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    private PingRun() {}

    static Session of(int port, int count) throws Exception {
        return of(port, count, 0);
    }

    static Session of(int port, int count, int messageBytes) throws Exception {
        PingPlan plan =
                new PingPlan(
                        "127.0.0.1",
                        port,
                        AddressFamily.ANY,
                        count,
                        TIMEOUT,
                        new Pacing.StopAndWait(Duration.ZERO),
                        messageBytes);
        Session session = new Session(plan);
        Pinger pinger = new Pinger(plan, session::apply);
        try {
            CompletableFuture.supplyAsync(pinger::run).get(60, TimeUnit.SECONDS);
        } finally {
            pinger.stop();
        }
        return session;
    }
}
