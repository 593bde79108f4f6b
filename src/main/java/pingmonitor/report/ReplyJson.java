package pingmonitor.report;

import com.google.gson.JsonObject;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/** A reply as JSON, in the export and in the terminal's {@code --json} alike. */
public final class ReplyJson {
    private ReplyJson() {}

    /** Adds the members of a reply to a ping to an object. */
    public static void addTo(JsonObject json, Reply reply) {
        addDatagram(json, reply);
        if (reply.match() != ReplyMatch.VERIFIED) {
            json.addProperty("match", JsonWords.of(reply.match()));
        }
    }

    /** Adds the members of a datagram, whatever it answers, to an object. */
    public static void addDatagram(JsonObject json, Reply datagram) {
        json.addProperty("text", datagram.text());
        json.addProperty("from", FigureText.endpoint(datagram.from()));
        json.addProperty("verified", datagram.verified());
        json.addProperty("bytes", datagram.bytes());
    }
}
