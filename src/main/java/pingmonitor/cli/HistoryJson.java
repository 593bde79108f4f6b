package pingmonitor.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pingmonitor.report.SessionExport;
import pingmonitor.store.DeletedRun;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.RunFacts;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunState;
import pingmonitor.store.SpacePlan;

/** Kept runs as JSON. Described in src/docs/json-and-csv.md. */
final class HistoryJson implements HistoryLines {
    private record Deleted(String event, String file, String until) {}

    private record PutBack(String event, String file) {}

    private record Limit(String event, long limitBytes) {}

    private record Summary(
            String event,
            int found,
            int shown,
            long usedBytes,
            long deletedBytes,
            long limitBytes) {}

    @Override
    public List<String> list(List<HistoryEntry> shown, int found, int kept, SpacePlan space) {
        List<String> lines = new ArrayList<>(shown.size() + 1);
        shown.forEach(entry -> lines.add(JsonLines.of(json(entry))));
        lines.add(
                JsonLines.of(
                        new Summary(
                                "summary",
                                found,
                                shown.size(),
                                space.usedBytes(),
                                space.deletedBytes(),
                                space.limitBytes())));
        return lines;
    }

    @Override
    public List<String> one(HistoryEntry entry) {
        return List.of(JsonLines.of(json(entry)));
    }

    @Override
    public List<String> deleted(HistoryEntry entry, DeletedRun deleted) {
        String until = SessionExport.utc(deleted.at().plus(RunHistory.DELETED_KEPT_FOR));
        return List.of(JsonLines.of(new Deleted("deleted", entry.file().toString(), until)));
    }

    @Override
    public List<String> putBack(Path file) {
        return List.of(JsonLines.of(new PutBack("put-back", file.toString())));
    }

    @Override
    public List<String> limited(long limitBytes) {
        return List.of(JsonLines.of(new Limit("limit", limitBytes)));
    }

    private static JsonObject json(HistoryEntry entry) {
        JsonObject json = JsonLines.event("run");
        json.addProperty("file", entry.file().toString());
        json.addProperty("state", word(entry.state()));
        json.addProperty("sizeBytes", entry.sizeBytes());
        if (entry.isDamaged()) {
            json.addProperty("damaged", true);
        }
        entry.facts().ifPresent(facts -> add(facts, json));
        return json;
    }

    private static void add(RunFacts facts, JsonObject json) {
        json.addProperty("host", facts.host());
        json.addProperty("port", facts.port());
        if (!facts.name().isEmpty()) {
            json.addProperty("name", facts.name());
        }
        if (!facts.note().isEmpty()) {
            json.addProperty("note", facts.note());
        }
        json.addProperty("pinned", facts.pinned());
        facts.startedAt().ifPresent(at -> json.addProperty("started", SessionExport.utc(at)));
        json.addProperty("zone", facts.zone().getId());
        json.addProperty("durationNanos", facts.duration().toNanos());
        json.addProperty("sent", facts.sent());
        json.addProperty("settled", facts.settled());
        json.addProperty("lost", facts.lost());
        facts.loss().ifPresent(loss -> json.addProperty("lossPercent", percent(loss)));
        facts.medianNanos().ifPresent(nanos -> json.addProperty("medianNanos", nanos));
    }

    private static double percent(double share) {
        return Math.round(share * 10_000) / 100.0;
    }

    private static String word(RunState state) {
        return switch (state) {
            case GOES_ON_HERE, GOES_ON_ELSEWHERE -> "going-on";
            default -> state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
