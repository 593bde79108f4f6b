package pingmonitor.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.Outage;
import pingmonitor.session.SessionView;

/**
 * The figures and outages of a report as JSON. The summary has the members of {@link SummaryJson} and more; a figure that
 * is undefined, or that nobody knows of a part of a run, is absent.
 */
final class ReportJson {
    private ReportJson() {}

    /** Adds the members {@code label} (if there is one), {@code period}, {@code summary} and {@code outages}. */
    static void addTo(JsonObject json, SessionView session, RunReport report) {
        label(report.label()).entrySet().forEach(each -> json.add(each.getKey(), each.getValue()));
        json.add("period", period(report.period()));
        JsonObject summary =
                report.period().whole() ? SummaryJson.of(session) : part(report.figures());
        addPercentiles(summary, report);
        json.add("summary", summary);
        json.add("outages", outages(report));
    }

    private static JsonObject label(RunLabel label) {
        JsonObject json = new JsonObject();
        if (!label.name().isEmpty()) {
            json.addProperty("name", label.name());
        }
        if (!label.note().isEmpty()) {
            json.addProperty("note", label.note());
        }
        return json;
    }

    private static JsonObject period(ReportPeriod period) {
        JsonObject json = new JsonObject();
        json.addProperty("from", SessionExport.utc(period.start()));
        json.addProperty("to", SessionExport.utc(period.end()));
        json.addProperty("whole", period.whole());
        return json;
    }

    private static JsonObject part(ReportFigures figures) {
        JsonObject json = new JsonObject();
        json.addProperty("sent", figures.sent());
        json.addProperty("received", figures.received());
        figures.loss().ifPresent(loss -> json.addProperty("lossPercent", 100 * loss));
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
        json.addProperty("sendFailed", figures.sendFailed());
        json.addProperty("heldUp", figures.heldUp());
        json.addProperty("duplicates", figures.duplicates());
        json.addProperty("unverified", figures.unverified());
        json.addProperty("reordered", figures.reordered());
        if (figures.places().known() > 0) {
            json.add("where", places(figures));
        }
        figures.rtts()
                .ifPresent(
                        rtts -> {
                            json.addProperty("minNanos", Math.round(rtts.minNanos()));
                            json.addProperty("meanNanos", rtts.meanNanos());
                            json.addProperty("maxNanos", Math.round(rtts.maxNanos()));
                            add(json, "stddevNanos", rtts.stddevNanos());
                        });
        add(json, "meanAbsIpdvNanos", figures.meanAbsIpdvNanos());
        add(json, "jitterNanos", figures.jitterNanos());
        return json;
    }

    private static JsonObject places(ReportFigures figures) {
        JsonObject json = new JsonObject();
        json.addProperty(JsonWords.of(LossLocation.ANSWERED), figures.received() + figures.late());
        json.addProperty(JsonWords.of(LossLocation.FORWARD_PATH), figures.places().there());
        json.addProperty(JsonWords.of(LossLocation.SERVER), figures.places().server());
        json.addProperty(JsonWords.of(LossLocation.LIMITED), figures.places().limited());
        json.addProperty(JsonWords.of(LossLocation.RETURN_PATH), figures.places().back());
        return json;
    }

    private static void addPercentiles(JsonObject json, RunReport report) {
        report.figures()
                .rtts()
                .ifPresent(
                        rtts -> {
                            json.addProperty("medianNanos", Math.round(rtts.medianNanos()));
                            json.addProperty("p90Nanos", Math.round(rtts.p90Nanos()));
                            json.addProperty("p95Nanos", Math.round(rtts.p95Nanos()));
                            json.addProperty("p99Nanos", Math.round(rtts.p99Nanos()));
                            json.addProperty("p999Nanos", Math.round(rtts.p999Nanos()));
                        });
        if (report.up().isPresent()) {
            json.addProperty("upPercent", 100 * report.up().getAsDouble());
        }
    }

    private static JsonArray outages(RunReport report) {
        JsonArray array = new JsonArray();
        for (Outage outage : report.outages()) {
            JsonObject json = new JsonObject();
            json.addProperty("start", SessionExport.utc(outage.startedAt()));
            outage.endedAt().ifPresent(end -> json.addProperty("end", SessionExport.utc(end)));
            OptionalLong end = outage.endNanos();
            if (end.isPresent()) {
                json.addProperty("lengthNanos", end.getAsLong() - outage.startNanos());
            }
            json.addProperty("firstSeq", outage.firstSequence());
            json.addProperty("lastSeq", outage.lastSequence());
            json.addProperty("lost", outage.lost());
            json.addProperty("cause", JsonWords.of(outage.cause()));
            array.add(json);
        }
        return array;
    }

    private static void add(JsonObject json, String name, OptionalDouble value) {
        if (value.isPresent()) {
            json.addProperty(name, value.getAsDouble());
        }
    }
}
