package pingmonitor.report.pcapng;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import pingmonitor.ping.LossLocation;
import pingmonitor.report.FigureText;
import pingmonitor.report.HarmlessText;
import pingmonitor.report.RowRange;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.SessionView;
import pingmonitor.text.Messages;

/**
 * Writes a run as raw IP packets in a pcapng file: for each ping its request, and the replies that are known. A comment
 * says in words that the packets were made from records. Rows are read in portions.
 */
public final class PcapngExport {
    /** The longest that a host name can be (RFC 1035). */
    private static final int MAX_HOST_CHARACTERS = 253;

    private final String application;
    private final Messages messages;

    /**
     * @param locale language of the comments
     * @param application name and version of this program, for the file
     */
    public PcapngExport(Locale locale, String application) {
        this.application = application;
        this.messages = Messages.beside(PcapngExport.class, locale);
    }

    /** Writes these rows of a session; the stream stays open. */
    public void write(SessionView session, RowRange range, OutputStream out) throws IOException {
        PcapngBlocks blocks = new PcapngBlocks(out);
        PacketEndpoints endpoints = PacketEndpoints.of(session);
        DuplicateReplies duplicates = DuplicateReplies.of(session);
        blocks.section(comment(session, endpoints, duplicates), application);
        blocks.onlyInterface(
                messages.text("pcapng.interface.name"), messages.text("pcapng.interface"));
        if (endpoints.remote().isPresent()) {
            writePackets(
                    session, range, new PingPackets(session.plan(), endpoints), duplicates, blocks);
        }
    }

    /** In order of time: a reply waits until all pings that left before it are written. */
    private void writePackets(
            SessionView session,
            RowRange range,
            PingPackets packets,
            DuplicateReplies duplicates,
            PcapngBlocks blocks)
            throws IOException {
        PriorityQueue<PingPackets.Incoming> waiting = new PriorityQueue<>();
        Iterator<PingRow> rows = range.stream(session).iterator();
        while (rows.hasNext()) {
            PingRow row = rows.next();
            if (row.state() == PingState.SEND_FAILED) {
                continue;
            }
            while (!waiting.isEmpty() && waiting.peek().runNanos() <= row.sentNanos()) {
                write(waiting.poll(), blocks);
            }
            blocks.packet(
                    row.sentAt(), PcapngBlocks.Direction.OUT, packets.request(row), note(row));
            packets.reply(row, duplicates.of(row.sequence())).forEach(waiting::add);
        }
        while (!waiting.isEmpty()) {
            write(waiting.poll(), blocks);
        }
    }

    private void write(PingPackets.Incoming reply, PcapngBlocks blocks) throws IOException {
        blocks.packet(
                reply.at(),
                PcapngBlocks.Direction.IN,
                reply.packet(),
                switch (reply.kind()) {
                    case ON_TIME -> Optional.empty();
                    case LATE -> Optional.of(messages.text("pcapng.late"));
                    case DUPLICATE -> Optional.of(messages.text("pcapng.duplicate"));
                });
    }

    private Optional<String> note(PingRow row) {
        return switch (row.state()) {
            case TIMED_OUT ->
                    Optional.of(
                            row.lostWhere()
                                    .map(this::lost)
                                    .orElseGet(() -> messages.text("pcapng.lost")));
            case UNREACHABLE -> Optional.of(messages.text("pcapng.unreachable"));
            case CANCELLED -> Optional.of(messages.text("pcapng.cancelled"));
            case REPLIED, LATE, WAITING, SEND_FAILED -> Optional.empty();
        };
    }

    private String lost(LossLocation where) {
        return switch (where) {
            case FORWARD_PATH -> messages.text("pcapng.lost.there");
            case SERVER -> messages.text("pcapng.lost.server");
            case LIMITED -> messages.text("pcapng.lost.limited");
            case RETURN_PATH -> messages.text("pcapng.lost.back");
            case ANSWERED -> messages.text("pcapng.lost");
        };
    }

    private String comment(
            SessionView session, PacketEndpoints endpoints, DuplicateReplies duplicates) {
        StringBuilder comment = new StringBuilder(messages.text("pcapng.comment"));
        comment.append('\n')
                .append(
                        messages.text(
                                "pcapng.comment.target",
                                HarmlessText.of(session.plan().host(), MAX_HOST_CHARACTERS),
                                Integer.toString(session.plan().port())));
        endpoints
                .anyLocal()
                .ifPresent(
                        local ->
                                comment.append('\n')
                                        .append(
                                                endpoints.isLocalKnown()
                                                        ? messages.text(
                                                                "pcapng.comment.local",
                                                                FigureText.endpoint(local))
                                                        : messages.text(
                                                                "pcapng.comment.localChosen",
                                                                FigureText.endpoint(local))));
        if (duplicates.unknown() > 0) {
            comment.append('\n')
                    .append(
                            messages.text(
                                    "pcapng.comment.duplicates",
                                    Long.toString(duplicates.unknown())));
        }
        return comment.toString();
    }
}
