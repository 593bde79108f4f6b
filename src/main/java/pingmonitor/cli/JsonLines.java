package pingmonitor.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/**
 * The form of {@code --json}: one object a line, its first member {@code event}. Lines of a fixed form are records. The
 * others are built by hand: a record would need nulls for members that are left out, and a copy of all members that
 * several lines share.
 */
final class JsonLines {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private JsonLines() {}

    /** A new object of that kind. */
    static JsonObject event(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("event", name);
        return json;
    }

    static String of(JsonObject json) {
        return GSON.toJson(json);
    }

    /** A line whose members are the components of a record, in that order. */
    static String of(Record line) {
        return GSON.toJson(line);
    }

    /** Says that so many lines were left out, because nobody read for too long. */
    static String gap(long count) {
        return of(new Gap("error", "output-too-slow", count));
    }

    private record Gap(String event, String kind, long missing) {}
}
