package pingmonitor.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.TargetFigures;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.TargetPlan;
import pingmonitor.report.JsonWords;
import pingmonitor.report.ProblemText;
import pingmonitor.report.SessionExport;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageCause;
import pingmonitor.session.OutageEnd;
import pingmonitor.session.OutageFigures;
import pingmonitor.session.Outages;

/** A monitor as JSON. Described in src/docs/json-and-csv.md. */
final class MonitorJson implements MonitorLines {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ProblemText problems;

    MonitorJson(Locale locale) {
        this.problems = new ProblemText(locale);
    }

    /** The time from ping to ping; empty where it depends on the replies. */
    static Optional<Duration> interval(PingPlan plan) {
        return plan.pacing() instanceof Pacing.FixedRate fixedRate
                ? Optional.of(fixedRate.interval())
                : Optional.empty();
    }

    @Override
    public List<String> head(List<TargetPlan> targets, Instant at) {
        JsonObject json = timed("monitor", at);
        JsonArray all = new JsonArray();
        for (TargetPlan target : targets) {
            JsonObject one = new JsonObject();
            addTarget(one, target);
            interval(target.plan())
                    .ifPresent(interval -> one.addProperty("intervalNanos", interval.toNanos()));
            one.addProperty("timeoutNanos", target.plan().timeout().toNanos());
            one.addProperty("losses", target.minLosses());
            one.addProperty("kept", target.isKept());
            all.add(one);
        }
        json.add("targets", all);
        return List.of(JsonLines.of(json));
    }

    @Override
    public String minute(TargetMonitor target, Instant at) {
        JsonObject json = timed("minute", at);
        addTarget(json, target.target());
        json.addProperty("state", state(target));
        addFigures(json, target.last(MINUTE));
        return JsonLines.of(json);
    }

    @Override
    public List<String> of(MonitorEvent event, Instant at) {
        JsonObject json = timed(word(event), at);
        addTarget(json, event.target().target());
        if (event instanceof MonitorEvent.OutageBegan began) {
            addOutage(json, began.outage());
        } else if (event instanceof MonitorEvent.OutageEnded ended) {
            addOutage(json, ended.outage());
            json.addProperty("end", word(ended.end()));
            json.addProperty("stillWaiting", ended.stillWaiting());
        } else if (event instanceof MonitorEvent.TargetFailed failed) {
            json.addProperty("kind", JsonWords.of(failed.problem().kind()));
            json.addProperty("message", problems.of(failed.problem()));
            json.addProperty("retryNanos", failed.retryAfter().toNanos());
        } else if (event instanceof MonitorEvent.KeepingStopped stopped) {
            json.addProperty("kind", word(stopped.problem().kind()));
            json.addProperty("detail", stopped.problem().detail());
        }
        return List.of(JsonLines.of(json));
    }

    @Override
    public List<String> summary(TargetMonitor target, Instant at) {
        JsonObject json = timed("summary", at);
        addTarget(json, target.target());
        addFigures(json, target.figures());
        Outages outages = target.outages();
        OutageFigures figures = outages.figures();
        json.addProperty("outages", figures.count());
        json.addProperty("outageLost", figures.lost());
        json.addProperty("watchedNanos", figures.watchedNanos());
        json.addProperty("downNanos", figures.downNanos());
        json.addProperty("offlineNanos", figures.offlineNanos());
        json.addProperty("standstillNanos", figures.standstillNanos());
        figures.longestNanos().ifPresent(nanos -> json.addProperty("longestNanos", nanos));
        figures.meanBetweenNanos().ifPresent(nanos -> json.addProperty("meanBetweenNanos", nanos));
        figures.upShare().ifPresent(share -> json.addProperty("upPercent", 100 * share));
        JsonArray list = new JsonArray();
        for (Outage outage : outages.latest()) {
            JsonObject one = new JsonObject();
            addOutage(one, outage);
            list.add(one);
        }
        json.addProperty("leftOut", outages.leftOut());
        json.add("list", list);
        return List.of(JsonLines.of(json));
    }

    private static void addTarget(JsonObject json, TargetPlan target) {
        if (!target.name().isEmpty()) {
            json.addProperty("name", target.name());
        }
        json.addProperty("host", target.plan().host());
        json.addProperty("port", target.plan().port());
    }

    private static void addFigures(JsonObject json, TargetFigures figures) {
        json.addProperty("sent", figures.sent());
        json.addProperty("received", figures.received());
        json.addProperty("lost", figures.lost());
        json.addProperty("sendFailed", figures.sendFailed());
        figures.loss().ifPresent(loss -> json.addProperty("lossPercent", 100 * loss));
        figures.minNanos().ifPresent(nanos -> json.addProperty("minNanos", nanos));
        figures.meanNanos().ifPresent(nanos -> json.addProperty("meanNanos", nanos));
        figures.maxNanos().ifPresent(nanos -> json.addProperty("maxNanos", nanos));
    }

    private static void addOutage(JsonObject json, Outage outage) {
        json.addProperty("startedAt", SessionExport.utc(outage.startedAt()));
        outage.endedAt().ifPresent(at -> json.addProperty("endedAt", SessionExport.utc(at)));
        outage.endNanos()
                .ifPresent(nanos -> json.addProperty("lengthNanos", nanos - outage.startNanos()));
        json.addProperty("firstSeq", outage.firstSequence());
        json.addProperty("lastSeq", outage.lastSequence());
        json.addProperty("outageLost", outage.lost());
        json.addProperty("cause", word(outage.cause()));
    }

    /** How a target stands, in one word. */
    static String state(TargetMonitor target) {
        boolean down = target.currentOutage().isPresent();
        return switch (target.state()) {
            case WAITING -> "waiting";
            case RUNNING -> down ? "outage" : "up";
            case NAME_NOT_FOUND -> "name-not-found";
            case FAILED -> "failed";
            case ENDED -> "ended";
        };
    }

    /** What happened, in one word. */
    static String word(MonitorEvent event) {
        if (event instanceof MonitorEvent.OutageBegan) {
            return "outage-began";
        } else if (event instanceof MonitorEvent.OutageEnded) {
            return "outage-ended";
        } else if (event instanceof MonitorEvent.TargetFailed) {
            return "target-failed";
        } else if (event instanceof MonitorEvent.TargetRecovered) {
            return "target-recovered";
        }
        return event instanceof MonitorEvent.KeepingStopped ? "keeping-stopped" : "target-ended";
    }

    /** Why an outage was, in one word. */
    static String word(OutageCause cause) {
        return switch (cause) {
            case UNKNOWN -> "unknown";
            case FORWARD_PATH -> "there";
            case RETURN_PATH -> "back";
            case SERVER -> "server";
            case PORT_REFUSED -> "port-refused";
            case HOST_UNREACHABLE -> "host-unreachable";
            case OFFLINE -> "offline";
            case MIXED -> "mixed";
        };
    }

    /** Why an outage is over, in one word. */
    static String word(OutageEnd end) {
        return word((Enum<?>) end);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject timed(String name, Instant at) {
        JsonObject json = JsonLines.event(name);
        json.addProperty("at", SessionExport.utc(at));
        return json;
    }
}
