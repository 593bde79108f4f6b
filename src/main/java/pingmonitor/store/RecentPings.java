package pingmonitor.store;

import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;

/** The latest pings of a run: what a reply's text is shortened by. Not thread-safe. */
final class RecentPings {
    /** Number of pings known; the reply to an older one is kept as it is. */
    private static final int MAX_PINGS = 1 << 10;

    private final int messageBytes;
    private final SentPing[] pings = new SentPing[MAX_PINGS];
    private long lastMicros;

    RecentPings(PingPlan plan) {
        this.messageBytes = plan.messageBytes();
    }

    void add(SentPing ping) {
        pings[place(ping.sequence())] = ping;
        lastMicros = ping.runMicros();
    }

    /** When the latest was sent. */
    long lastMicros() {
        return lastMicros;
    }

    /** The length of the request as the plan makes it. */
    int plannedBytes(SentPing ping) {
        return plannedBytes(new ReplyTemplate(ping.sequence(), ping.at()), messageBytes);
    }

    static int plannedBytes(ReplyTemplate request, int messageBytes) {
        return Math.max(request.requestBytes(), messageBytes);
    }

    /** A reply to a ping, without what is the ping's own as far as that is known. */
    KeptReply kept(Reply reply, long sequence) {
        SentPing ping = pings[place(sequence)];
        if (ping == null || ping.sequence() != sequence) {
            return KeptReply.alone(reply);
        }
        ReplyTemplate request = new ReplyTemplate(sequence, ping.at());
        return KeptReply.of(reply, request, plannedBytes(request, messageBytes));
    }

    private static int place(long sequence) {
        return (int) (sequence & MAX_PINGS - 1);
    }
}
