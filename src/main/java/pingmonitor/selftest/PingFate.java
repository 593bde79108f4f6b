package pingmonitor.selftest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import pingmonitor.echo.ServerEvent;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.wire.ReplyContent;

/**
 * What became of one ping, whoever says so.
 *
 * @param sequence its number; 0 of a datagram that names no ping
 * @param answer the reply's text; empty without a reply
 * @param duplicates further replies
 */
public record PingFate(long sequence, Kind kind, String answer, int duplicates) {

    /**
     * How it went. Server and client can both speak of the first and the third; a late reply only the client notices.
     */
    public enum Kind {
        ANSWERED,
        LATE,
        LOST,
        REFUSED,
        IGNORED,
        UNREACHABLE,
        CANCELLED,
        NOT_SENT,
        WAITING
    }

    /** What our server says, in order of the pings' numbers: delays may change the order of its events. */
    public static List<PingFate> ofServer(List<ServerEvent.OfDatagram> events) {
        return events.stream()
                .map(PingFate::of)
                .sorted(Comparator.comparingLong(PingFate::sequence))
                .toList();
    }

    /** What our client says. */
    public static List<PingFate> ofClient(List<PingRow> rows) {
        return rows.stream().map(PingFate::of).toList();
    }

    /** Whether the client's word is what has to come of the server's. */
    boolean leadsTo(PingFate seen) {
        boolean late = kind == Kind.ANSWERED && seen.kind == Kind.LATE;
        return equals(
                late ? new PingFate(seen.sequence, kind, seen.answer, seen.duplicates) : seen);
    }

    private static PingFate of(ServerEvent.OfDatagram event) {
        long sequence =
                ReplyContent.read(ByteBuffer.wrap(event.text().getBytes(StandardCharsets.UTF_8)))
                        .sequence()
                        .orElse(0);
        return event.foldFate(
                answered -> {
                    String reply = answered.text().toUpperCase(Locale.ROOT);
                    return new PingFate(sequence, Kind.ANSWERED, reply, answered.copies() - 1);
                },
                dropped -> new PingFate(sequence, Kind.LOST, "", 0),
                limited -> new PingFate(sequence, Kind.REFUSED, "", 0),
                ignored -> new PingFate(sequence, Kind.IGNORED, "", 0));
    }

    private static PingFate of(PingRow row) {
        String answer = row.reply().map(reply -> reply.text()).orElse("");
        return new PingFate(row.sequence(), kind(row.state()), answer, row.duplicates());
    }

    private static Kind kind(PingState state) {
        return switch (state) {
            case REPLIED -> Kind.ANSWERED;
            case LATE -> Kind.LATE;
            case TIMED_OUT -> Kind.LOST;
            case UNREACHABLE -> Kind.UNREACHABLE;
            case CANCELLED -> Kind.CANCELLED;
            case SEND_FAILED -> Kind.NOT_SENT;
            case WAITING -> Kind.WAITING;
        };
    }
}
