package pingmonitor.report;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/**
 * A run of a day with a ping a second: 1 % loss, a busy evening, an outage on the way there, one of a server that is off,
 * and a sleep. Always the same.
 */
public final class DayRun {
    /** Where the clock of this run stands. */
    public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    public static final Instant START = Instant.parse("2026-11-29T23:40:12Z");
    public static final int PINGS = 86_400;

    private static final InetSocketAddress SERVER = Scene.address("203.0.113.20", 12_000);
    private static final InetSocketAddress LOCAL = Scene.address("192.168.1.31", 50_123);
    private static final InetSocketAddress MAPPED = Scene.address("198.51.100.7", 41_184);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Where the outages and the sleep lie, in pings. */
    private static final int FIRST_OUTAGE = 21_600;

    private static final int FIRST_OUTAGE_PINGS = 252;
    private static final int SECOND_OUTAGE = 61_200;
    private static final int SECOND_OUTAGE_PINGS = 53;
    private static final int SLEEP = 36_000;
    private static final int SLEEP_SECONDS = 5_400;

    private DayRun() {}

    /** The run as a session. */
    public static Session session() {
        return session("lisbon.example.net");
    }

    /** The same, of a server with this name. */
    public static Session session(String host) {
        Session session =
                new Session(
                        new PingPlan(
                                host,
                                12_000,
                                AddressFamily.ANY,
                                PingPlan.UNTIL_STOPPED,
                                Duration.ofSeconds(1),
                                new Pacing.FixedRate(Duration.ofSeconds(1)),
                                0));
        session.apply(new PingEvent.Started(SERVER, START));
        session.apply(new PingEvent.MappedAddress(MAPPED, LOCAL, START));
        Random random = new Random(15);
        long missed = 0;
        for (int sequence = 1; sequence + missed <= PINGS; sequence++) {
            if (sequence == SLEEP) {
                missed = SLEEP_SECONDS;
                long now = (sequence - 1 + missed) * SECOND;
                session.apply(
                        new PingEvent.Stalled(
                                START.plusNanos(now), now, (SLEEP_SECONDS - 1) * SECOND));
                session.apply(new PingEvent.Missed(sequence, missed, START.plusNanos(now)));
            }
            ping(session, sequence, sequence - 1 + missed, random);
        }
        session.apply(
                new PingEvent.Finished(
                        PingEvent.Outcome.STOPPED, START.plusSeconds(PINGS).plusMillis(120)));
        return session;
    }

    private static void ping(Session session, int sequence, long slot, Random random) {
        Instant at = START.plusSeconds(slot);
        session.apply(new PingEvent.Sent(sequence, at, slot * SECOND, 24));
        if (within(sequence, FIRST_OUTAGE, FIRST_OUTAGE_PINGS)) {
            session.apply(new PingEvent.TimedOut(sequence));
            session.apply(new PingEvent.Verdict(sequence, LossLocation.FORWARD_PATH));
        } else if (within(sequence, SECOND_OUTAGE, SECOND_OUTAGE_PINGS)) {
            session.apply(new PingEvent.Unreachable(sequence, 40_000_000));
        } else if (random.nextInt(1_000) < 10) {
            session.apply(new PingEvent.TimedOut(sequence));
            if (random.nextBoolean()) {
                session.apply(new PingEvent.Verdict(sequence, LossLocation.RETURN_PATH));
            }
        } else {
            session.apply(
                    new PingEvent.Replied(sequence, rttNanos(slot, random), reply(sequence, at)));
        }
    }

    private static boolean within(int sequence, int from, int count) {
        return sequence >= from && sequence < from + count;
    }

    /** 48 ms with a tail, and a queue on the way in the evening. */
    private static long rttNanos(long slot, Random random) {
        double millis = 47 + random.nextGaussian() * 0.8 - 3 * Math.log(1 - random.nextDouble());
        double busy = Math.exp(-Math.pow((slot - 77_000) / 3_000.0, 2));
        millis += busy * 60 * (0.5 + random.nextDouble());
        if (random.nextInt(2_000) == 0) {
            millis += 100 + random.nextInt(700);
        }
        return (long) (millis * 1e6);
    }

    private static Reply reply(int sequence, Instant at) {
        String text = "PING " + sequence + " " + at.getEpochSecond() + ".000000";
        return new Reply(text, text.length(), SERVER, ReplyMatch.VERIFIED);
    }
}
