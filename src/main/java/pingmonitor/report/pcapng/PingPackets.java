package pingmonitor.report.pcapng;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.wire.PingRequest;

/** Makes the packets of one ping from its row. */
final class PingPackets {
    private static final byte PADDING = ' ';

    private final PingPlan plan;
    private final PacketEndpoints endpoints;

    /**
     * @param endpoints with a known remote address
     */
    PingPackets(PingPlan plan, PacketEndpoints endpoints) {
        this.plan = plan;
        this.endpoints = endpoints;
    }

    /** How a reply stands to its ping. */
    enum Kind {
        ON_TIME,
        LATE,
        DUPLICATE
    }

    /**
     * A reply, in order of its arrival.
     *
     * @param runNanos the same moment as time since the run began
     */
    record Incoming(Instant at, long runNanos, byte[] packet, Kind kind)
            implements Comparable<Incoming> {
        @Override
        public int compareTo(Incoming other) {
            return Long.compare(runNanos, other.runNanos);
        }
    }

    /** The request as it was sent: its text is made of number and time, and both are in the row. */
    byte[] request(PingRow row) {
        InetSocketAddress remote = endpoints.remote().orElseThrow();
        byte[] message =
                PingRequest.of(row.sequence(), row.sentAt(), plan.messageBytes()).encode().array();
        return UdpPacket.of(endpoints.local(remote), remote, ofLength(message, row.sentBytes()));
    }

    /** The replies to a ping that are known. */
    List<Incoming> reply(PingRow row, List<PingEvent.Duplicate> duplicates) {
        List<Incoming> replies = new ArrayList<>();
        Kind kind = row.state() == PingState.LATE ? Kind.LATE : Kind.ON_TIME;
        row.reply()
                .ifPresent(
                        reply ->
                                replies.add(
                                        incoming(row, row.rttNanos().orElseThrow(), reply, kind)));
        for (PingEvent.Duplicate duplicate : duplicates) {
            replies.add(incoming(row, duplicate.rttNanos(), duplicate.reply(), Kind.DUPLICATE));
        }
        return replies;
    }

    private Incoming incoming(PingRow row, long rttNanos, Reply reply, Kind kind) {
        byte[] content = reply.text().getBytes(StandardCharsets.UTF_8);
        return new Incoming(
                row.sentAt().plusNanos(rttNanos),
                row.sentNanos() + rttNanos,
                UdpPacket.of(
                        reply.from(),
                        endpoints.local(reply.from()),
                        ofLength(content, reply.bytes())),
                kind);
    }

    /** Cut or padded to the length that it had on the wire: what is kept of a content is what can be shown. */
    private static byte[] ofLength(byte[] content, int bytes) {
        byte[] whole = Arrays.copyOf(content, bytes);
        if (bytes > content.length) {
            Arrays.fill(whole, content.length, bytes, PADDING);
        }
        return whole;
    }
}
