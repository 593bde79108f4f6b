package pingmonitor.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** The form of {@code --json}: one object a line, its first member {@code event}. */
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

    /** Says that so many lines were left out, because nobody read for too long. */
    static String gap(long count) {
        JsonObject json = event("error");
        json.addProperty("kind", "output-too-slow");
        json.addProperty("missing", count);
        return of(json);
    }
}
