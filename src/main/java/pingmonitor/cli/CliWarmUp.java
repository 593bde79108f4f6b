package pingmonitor.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Session;
import pingmonitor.session.SessionView;

/**
 * Folds and words an invented run that nobody sees, so that no class has to be loaded while the first ping is under
 * way: on a small machine that takes processor time from it and makes its RTT longer than it was.
 */
final class CliWarmUp {
    private static final int ROUNDS = 20;

    private CliWarmUp() {}

    static void run(PingPlan plan, BiFunction<SessionView, PingEvent, List<String>> words) {
        InetSocketAddress nobody =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.port());
        Reply reply = new Reply("PING 1 1795342927.102331", 24, nobody, ReplyMatch.VERIFIED);
        List<PingEvent> events =
                List.of(
                        new PingEvent.Started(nobody, Instant.EPOCH),
                        new PingEvent.Sent(1, Instant.EPOCH, 24),
                        new PingEvent.Replied(1, 412_007, reply),
                        new PingEvent.Sent(2, Instant.EPOCH, 24),
                        new PingEvent.TimedOut(2),
                        new PingEvent.Finished(PingEvent.Outcome.COMPLETED, Instant.EPOCH));
        for (int round = 0; round < ROUNDS; round++) {
            Session session = new Session(plan);
            for (PingEvent event : events) {
                session.apply(event);
                words.apply(session, event);
            }
        }
    }
}
