package pingmonitor.peers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pingmonitor.selftest.PingFate;

/** What became of the pings, according to the lines of {@code --json}. */
final class JsonFates {
    private JsonFates() {}

    /** What {@code ping --json} says. */
    static List<PingFate> ofPing(List<String> lines) {
        List<JsonObject> events = lines.stream().map(JsonFates::json).toList();
        return sorted(
                ofKind(events, "sent")
                        .map(sent -> sent.get("seq").getAsLong())
                        .map(sequence -> ofPing(events, sequence)));
    }

    /** What {@code serve --json} says. */
    static List<PingFate> ofServe(List<String> lines) {
        List<JsonObject> events = lines.stream().map(JsonFates::json).toList();
        return sorted(
                Stream.concat(
                        ofKind(events, "answered")
                                .map(event -> answered(text(event).toUpperCase(Locale.ROOT), 0)),
                        ofKind(events, "dropped").map(event -> lost(sequence(text(event))))));
    }

    static JsonObject json(String line) {
        try {
            return JsonParser.parseString(line).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new AssertionError("not a JSON object: " + line, e);
        }
    }

    private static PingFate ofPing(List<JsonObject> events, long sequence) {
        int duplicates = (int) about(events, "duplicate", sequence).count();
        return about(events, "reply", sequence)
                .map(reply -> answered(text(reply), duplicates))
                .findFirst()
                .orElseGet(() -> lost(sequence));
    }

    private static PingFate answered(String reply, int duplicates) {
        return new PingFate(sequence(reply), PingFate.Kind.ANSWERED, reply, duplicates);
    }

    private static PingFate lost(long sequence) {
        return new PingFate(sequence, PingFate.Kind.LOST, "", 0);
    }

    private static long sequence(String message) {
        return Long.parseLong(message.split(" ")[1]);
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
