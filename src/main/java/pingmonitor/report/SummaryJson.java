package pingmonitor.report;

import com.google.gson.JsonObject;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.LossLocations;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/**
 * The figures of a session as JSON, in the export and in the terminal's {@code --json} alike. A figure that is
 * undefined is absent.
 */
public final class SummaryJson {
    private SummaryJson() {}

    /** A new object with the figures so far; {@code outcome} only once the run is over. */
    public static JsonObject of(SessionView session) {
        Statistics figures = session.statistics();
        JsonObject json = new JsonObject();
        session.outcome().ifPresent(outcome -> json.addProperty("outcome", JsonWords.of(outcome)));
        json.addProperty("sent", figures.sent());
        json.addProperty("received", figures.received());
        if (figures.settled() > 0) {
            json.addProperty("lossPercent", 100.0 * figures.lost() / figures.settled());
        }
        figures.lossInterval()
                .ifPresent(
                        interval -> {
                            json.addProperty("lossLowPercent", interval.low() * 100);
                            json.addProperty("lossHighPercent", interval.high() * 100);
                        });
        json.addProperty("timedOut", figures.timedOut());
        json.addProperty("late", figures.late());
        json.addProperty("unreachable", figures.unreachable());
        json.addProperty("cancelled", figures.cancelled());
        json.addProperty("inFlight", figures.inFlight());
        json.addProperty("sendFailed", figures.sendFailed());
        json.addProperty("missed", figures.missed());
        json.addProperty("heldUp", figures.heldUp());
        json.addProperty("duplicates", figures.duplicates());
        json.addProperty("foreign", figures.foreign());
        json.addProperty("unverified", figures.unverified());
        json.addProperty("reordered", figures.reordered());
        if (session.mappedAddress().isPresent()) {
            json.add("where", places(figures));
        }
        figures.minNanos().ifPresent(min -> json.addProperty("minNanos", min));
        figures.meanNanos().ifPresent(mean -> json.addProperty("meanNanos", mean));
        figures.maxNanos().ifPresent(max -> json.addProperty("maxNanos", max));
        figures.stddevNanos().ifPresent(stddev -> json.addProperty("stddevNanos", stddev));
        figures.meanAbsIpdvNanos().ifPresent(ipdv -> json.addProperty("meanAbsIpdvNanos", ipdv));
        figures.jitterNanos().ifPresent(jitter -> json.addProperty("jitterNanos", jitter));
        return json;
    }

    /** How many pings came how far, of those of which it is known. */
    private static JsonObject places(Statistics figures) {
        LossLocations lost = figures.lossPlaces();
        JsonObject json = new JsonObject();
        json.addProperty(JsonWords.of(LossLocation.ANSWERED), figures.received() + figures.late());
        json.addProperty(JsonWords.of(LossLocation.FORWARD_PATH), lost.there());
        json.addProperty(JsonWords.of(LossLocation.SERVER), lost.server());
        json.addProperty(JsonWords.of(LossLocation.LIMITED), lost.limited());
        json.addProperty(JsonWords.of(LossLocation.RETURN_PATH), lost.back());
        return json;
    }
}
