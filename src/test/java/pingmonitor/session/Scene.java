package pingmonitor.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/** Hand-made events of a run against 127.0.0.1:12000, and a session that takes them. */
public final class Scene {
    public static final Instant START = Instant.parse("2026-11-23T10:42:07.102331Z");
    public static final InetSocketAddress SERVER = address("127.0.0.1", 12_000);

    /** How many unasked datagrams the journal keeps. */
    public static final int MAX_UNASKED = Journal.MAX_UNASKED;

    public final Session session;

    public Scene() {
        this(PingPlan.lab("127.0.0.1", 12_000));
    }

    public Scene(PingPlan plan) {
        this.session = new Session(plan);
    }

    public Scene started() {
        return add(new PingEvent.Started(SERVER, START));
    }

    public Scene sent(long... sequences) {
        for (long sequence : sequences) {
            add(new PingEvent.Sent(sequence, START.plusMillis(200 * (sequence - 1)), 24));
        }
        return this;
    }

    public Scene replied(long sequence, long rttNanos) {
        return add(new PingEvent.Replied(sequence, rttNanos, reply(sequence)));
    }

    public Scene timedOut(long sequence) {
        return add(new PingEvent.TimedOut(sequence));
    }

    public Scene late(long sequence, long rttNanos) {
        return add(new PingEvent.Late(sequence, rttNanos, reply(sequence)));
    }

    public Scene unreachable(long sequence) {
        return add(new PingEvent.Unreachable(sequence, 300_000));
    }

    public Scene cancelled(long sequence) {
        return add(new PingEvent.Cancelled(sequence));
    }

    public Scene duplicate(long sequence, long rttNanos) {
        return add(new PingEvent.Duplicate(sequence, rttNanos, reply(sequence)));
    }

    public Scene verdict(long sequence, LossLocation where) {
        return add(new PingEvent.Verdict(sequence, where));
    }

    public Scene mappedAddress(InetSocketAddress endpoint, InetSocketAddress local) {
        return add(new PingEvent.MappedAddress(endpoint, local, START));
    }

    public Scene sendFailed(long sequence) {
        return add(
                new PingEvent.SendFailed(
                        sequence, START, Problem.of(Problem.Kind.NO_ROUTE, "127.0.0.1")));
    }

    public Scene foreign(String text) {
        return add(
                new PingEvent.Foreign(new Reply(text, text.length(), SERVER, ReplyMatch.UNNAMED)));
    }

    public Scene finished(PingEvent.Outcome outcome, Duration after) {
        return add(new PingEvent.Finished(outcome, START.plus(after)));
    }

    public Scene add(PingEvent event) {
        session.apply(event);
        return this;
    }

    public Statistics figures() {
        return session.statistics();
    }

    public PingRow row(int index) {
        return session.rows(index, index + 1).get(0);
    }

    public static Reply reply(long sequence) {
        return new Reply(
                "PING " + sequence + " 1795342927.102331", 24, SERVER, ReplyMatch.VERIFIED);
    }

    public static InetSocketAddress address(String literal, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(literal), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
