package pingmonitor.cli;

import com.google.gson.JsonObject;
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
import pingmonitor.session.Session;

/** The events of a run as JSON. Described in src/docs/json-and-csv.md. */
final class PingJson {
    private PingJson() {}

    static JsonObject of(Session session, PingEvent event, ProblemText problems) {
        if (event instanceof PingEvent.OfPing ofPing) {
            return ofPing(ofPing, problems);
        } else if (event instanceof PingEvent.Started started) {
            JsonObject json = JsonLines.event("start");
            json.addProperty("at", SessionExport.utc(started.at()));
            json.addProperty("remote", FigureText.endpoint(started.remote()));
            PlanJson.addTo(json, session.plan());
            return json;
        } else if (event instanceof PingEvent.Foreign foreign) {
            JsonObject json = JsonLines.event("foreign");
            ReplyJson.addDatagram(json, foreign.datagram());
            return json;
        } else if (event instanceof PingEvent.Missed missed) {
            JsonObject json = JsonLines.event("missed");
            json.addProperty("at", SessionExport.utc(missed.at()));
            json.addProperty("beforeSeq", missed.beforeSequence());
            json.addProperty("slots", missed.slots());
            return json;
        } else if (event instanceof PingEvent.Stalled stalled) {
            JsonObject json = JsonLines.event("stalled");
            json.addProperty("at", SessionExport.utc(stalled.at()));
            json.addProperty("leastNanos", stalled.leastNanos());
            return json;
        } else if (event instanceof PingEvent.SeenAs seen) {
            JsonObject json = JsonLines.event("seen-as");
            json.addProperty("at", SessionExport.utc(seen.at()));
            json.addProperty("endpoint", FigureText.endpoint(seen.endpoint()));
            json.addProperty("local", FigureText.endpoint(seen.local()));
            return json;
        } else if (event instanceof PingEvent.ReceiveFailed failed) {
            JsonObject json = JsonLines.event("receive-error");
            json.addProperty("at", SessionExport.utc(failed.at()));
            addProblem(json, failed.problem(), problems);
            return json;
        } else if (event instanceof PingEvent.Failed failed) {
            JsonObject json = JsonLines.event("error");
            addProblem(json, failed.problem(), problems);
            return json;
        } else if (event instanceof PingEvent.Finished finished) {
            JsonObject json = JsonLines.event("summary");
            json.addProperty("at", SessionExport.utc(finished.at()));
            SummaryJson.of(session).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
            return json;
        }
        throw new IllegalArgumentException("no JSON for " + event);
    }

    private static JsonObject ofPing(PingEvent.OfPing event, ProblemText problems) {
        if (event instanceof PingEvent.Sent sent) {
            JsonObject json = numbered("sent", event);
            json.addProperty("at", SessionExport.utc(sent.at()));
            json.addProperty("bytes", sent.bytes());
            return json;
        } else if (event instanceof PingEvent.Replied replied) {
            return answered("reply", event, replied.rttNanos(), replied.reply());
        } else if (event instanceof PingEvent.TimedOut) {
            return numbered("timeout", event);
        } else if (event instanceof PingEvent.Late late) {
            return answered("late", event, late.rttNanos(), late.reply());
        } else if (event instanceof PingEvent.Duplicate duplicate) {
            return answered("duplicate", event, duplicate.rttNanos(), duplicate.reply());
        } else if (event instanceof PingEvent.Unreachable unreachable) {
            JsonObject json = numbered("unreachable", event);
            json.addProperty("what", JsonWords.of(unreachable.refusal()));
            json.addProperty("afterNanos", unreachable.afterNanos());
            return json;
        } else if (event instanceof PingEvent.SendFailed failed) {
            JsonObject json = numbered("error", event);
            json.addProperty("at", SessionExport.utc(failed.at()));
            addProblem(json, failed.problem(), problems);
            return json;
        } else if (event instanceof PingEvent.Cancelled) {
            return numbered("cancelled", event);
        } else if (event instanceof PingEvent.HeldUp heldUp) {
            JsonObject json = numbered("held-up", event);
            json.addProperty("heldUpNanos", heldUp.heldUpNanos());
            return json;
        } else if (event instanceof PingEvent.Verdict verdict) {
            JsonObject json = numbered("verdict", event);
            json.addProperty("where", JsonWords.of(verdict.where()));
            return json;
        }
        throw new IllegalArgumentException("no JSON for " + event);
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

    private static void addProblem(JsonObject json, Problem problem, ProblemText problems) {
        json.addProperty("kind", JsonWords.of(problem.kind()));
        json.addProperty("message", problems.of(problem));
    }
}
