package pingmonitor.session;

import com.google.gson.JsonObject;
import pingmonitor.ping.Reply;

/** A reply as JSON, in the export and in the terminal's {@code --json} alike. */
public final class ReplyJson {
    private ReplyJson() {}

    /** Adds the reply's members to an object. */
    public static void addTo(JsonObject json, Reply reply) {
        json.addProperty("text", reply.text());
        json.addProperty("from", Figures.endpoint(reply.from()));
        json.addProperty("verified", reply.verified());
        json.addProperty("bytes", reply.bytes());
    }
}
