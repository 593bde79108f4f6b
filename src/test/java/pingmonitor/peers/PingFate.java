package pingmonitor.peers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pingmonitor.echo.ServerEvent;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Session;

/**
 * What became of one ping, whoever says so.
 *
 * @param sequence its number
 * @param answer the reply's text; empty when there was none on time
 * @param duplicates further replies
 */
record PingFate(long sequence, String answer, int duplicates) {

    boolean answered() {
        return !answer.isEmpty();
    }

    /** What our server says. */
    static List<PingFate> accordingTo(List<ServerEvent.OfDatagram> events) {
        return sorted(events.stream().map(PingFate::of));
    }

    /** What our client's rows say. */
    static List<PingFate> accordingTo(Session session) {
        return session.rows(0, session.rowCount()).stream().map(PingFate::of).toList();
    }

    /** What {@code ping --json} says. */
    static List<PingFate> accordingToPingJson(List<String> lines) {
        List<JsonObject> events = lines.stream().map(PingFate::json).toList();
        return sorted(
                ofKind(events, "sent")
                        .map(sent -> sent.get("seq").getAsLong())
                        .map(
                                sequence ->
                                        new PingFate(
                                                sequence,
                                                about(events, "reply", sequence)
                                                        .map(reply -> reply.get("text"))
                                                        .map(text -> text.getAsString())
                                                        .findFirst()
                                                        .orElse(""),
                                                (int)
                                                        about(events, "duplicate", sequence)
                                                                .count())));
    }

    /** What {@code serve --json} says. */
    static List<PingFate> accordingToServeJson(List<String> lines) {
        List<JsonObject> events = lines.stream().map(PingFate::json).toList();
        return sorted(
                Stream.concat(
                        ofKind(events, "answered").map(event -> answered(text(event), 1)),
                        ofKind(events, "dropped").map(event -> dropped(text(event)))));
    }

    static JsonObject json(String line) {
        try {
            return JsonParser.parseString(line).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new AssertionError("not a JSON object: " + line, e);
        }
    }

    private static PingFate of(ServerEvent.OfDatagram event) {
        return event instanceof ServerEvent.Answered answered
                ? answered(answered.text(), answered.copies())
                : dropped(event.text());
    }

    private static PingFate of(PingRow row) {
        String answer = row.state() == PingState.REPLIED ? row.reply().orElseThrow().text() : "";
        return new PingFate(row.sequence(), answer, row.duplicates());
    }

    private static PingFate answered(String request, int copies) {
        return new PingFate(sequence(request), request.toUpperCase(Locale.ROOT), copies - 1);
    }

    private static PingFate dropped(String request) {
        return new PingFate(sequence(request), "", 0);
    }

    private static long sequence(String request) {
        return Long.parseLong(request.split(" ")[1]);
    }

    private static String text(JsonObject event) {
        return event.get("text").getAsString();
    }

    private static Stream<JsonObject> ofKind(List<JsonObject> events, String kind) {
        return events.stream().filter(event -> event.get("event").getAsString().equals(kind));
    }

    private static Stream<JsonObject> about(List<JsonObject> events, String kind, long sequence) {
        return ofKind(events, kind).filter(event -> event.get("seq").getAsLong() == sequence);
    }

    /** A server's events are in order of sending, which delays may change. */
    private static List<PingFate> sorted(Stream<PingFate> fates) {
        return fates.sorted(Comparator.comparingLong(PingFate::sequence)).toList();
    }
}
