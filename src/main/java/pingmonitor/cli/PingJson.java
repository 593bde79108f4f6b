package pingmonitor.cli;

import com.google.gson.JsonObject;
import java.time.Instant;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.report.FigureText;
import pingmonitor.report.JsonWords;
import pingmonitor.report.PlanJson;
import pingmonitor.report.ProblemText;
import pingmonitor.report.ReplyJson;
import pingmonitor.report.SessionExport;
import pingmonitor.report.SummaryJson;
import pingmonitor.session.SessionView;

/** The events of a run as JSON. Described in src/docs/json-and-csv.md. */
final class PingJson implements PingEvent.Visitor<JsonObject> {
    private final SessionView session;
    private final ProblemText problems;

    private PingJson(SessionView session, ProblemText problems) {
        this.session = session;
        this.problems = problems;
    }

    static JsonObject of(SessionView session, PingEvent event, ProblemText problems) {
        return event.accept(new PingJson(session, problems));
    }

    @Override
    public JsonObject started(PingEvent.Started event) {
        JsonObject json = timed("start", event.at());
        json.addProperty("remote", FigureText.endpoint(event.remote()));
        PlanJson.addTo(json, session.plan());
        return json;
    }

    @Override
    public JsonObject sent(PingEvent.Sent event) {
        JsonObject json = numbered("sent", event);
        json.addProperty("at", SessionExport.utc(event.at()));
        json.addProperty("bytes", event.bytes());
        return json;
    }

    @Override
    public JsonObject replied(PingEvent.Replied event) {
        return answered("reply", event, event.rttNanos(), event.reply());
    }

    @Override
    public JsonObject timedOut(PingEvent.TimedOut event) {
        return numbered("timeout", event);
    }

    @Override
    public JsonObject late(PingEvent.Late event) {
        return answered("late", event, event.rttNanos(), event.reply());
    }

    @Override
    public JsonObject duplicate(PingEvent.Duplicate event) {
        return answered("duplicate", event, event.rttNanos(), event.reply());
    }

    @Override
    public JsonObject unreachable(PingEvent.Unreachable event) {
        JsonObject json = numbered("unreachable", event);
        json.addProperty("what", JsonWords.of(event.refusal()));
        json.addProperty("afterNanos", event.afterNanos());
        return json;
    }

    @Override
    public JsonObject sendFailed(PingEvent.SendFailed event) {
        JsonObject json = numbered("error", event);
        json.addProperty("at", SessionExport.utc(event.at()));
        return with(event.problem(), json);
    }

    @Override
    public JsonObject cancelled(PingEvent.Cancelled event) {
        return numbered("cancelled", event);
    }

    @Override
    public JsonObject missed(PingEvent.Missed event) {
        JsonObject json = timed("missed", event.at());
        json.addProperty("beforeSeq", event.beforeSequence());
        json.addProperty("slots", event.slots());
        return json;
    }

    @Override
    public JsonObject stalled(PingEvent.Stalled event) {
        JsonObject json = timed("stalled", event.at());
        json.addProperty("leastNanos", event.leastNanos());
        return json;
    }

    @Override
    public JsonObject heldUp(PingEvent.HeldUp event) {
        JsonObject json = numbered("held-up", event);
        json.addProperty("heldUpNanos", event.heldUpNanos());
        return json;
    }

    @Override
    public JsonObject verdict(PingEvent.Verdict event) {
        JsonObject json = numbered("verdict", event);
        json.addProperty("where", JsonWords.of(event.where()));
        return json;
    }

    @Override
    public JsonObject mappedAddress(PingEvent.MappedAddress event) {
        JsonObject json = timed("seen-as", event.at());
        json.addProperty("endpoint", FigureText.endpoint(event.endpoint()));
        json.addProperty("local", FigureText.endpoint(event.local()));
        return json;
    }

    @Override
    public JsonObject receiveFailed(PingEvent.ReceiveFailed event) {
        return with(event.problem(), timed("receive-error", event.at()));
    }

    @Override
    public JsonObject foreign(PingEvent.Foreign event) {
        JsonObject json = JsonLines.event("foreign");
        ReplyJson.addDatagram(json, event.datagram());
        return json;
    }

    @Override
    public JsonObject failed(PingEvent.Failed event) {
        return with(event.problem(), JsonLines.event("error"));
    }

    @Override
    public JsonObject finished(PingEvent.Finished event) {
        JsonObject json = timed("summary", event.at());
        SummaryJson.of(session).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
        return json;
    }

    private static JsonObject timed(String name, Instant at) {
        JsonObject json = JsonLines.event(name);
        json.addProperty("at", SessionExport.utc(at));
        return json;
    }

    private static JsonObject numbered(String name, PingEvent.OfPing event) {
        JsonObject json = JsonLines.event(name);
        json.addProperty("seq", event.sequence());
        return json;
    }

    private static JsonObject answered(
            String name, PingEvent.OfPing event, long rttNanos, Reply reply) {
        JsonObject json = numbered(name, event);
        json.addProperty("rttNanos", rttNanos);
        ReplyJson.addTo(json, reply);
        return json;
    }

    private JsonObject with(Problem problem, JsonObject json) {
        json.addProperty("kind", JsonWords.of(problem.kind()));
        json.addProperty("message", problems.of(problem));
        return json;
    }
}
