package pingmonitor.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.report.FigureText;
import pingmonitor.report.SessionExport;
import pingmonitor.text.AddressText;

/** The events of the server as JSON. Described in src/docs/json-and-csv.md. */
final class ServerJson {
    private ServerJson() {}

    /**
     * @param ledger what happened so far, for the summary
     */
    static JsonObject of(EchoPlan plan, ServerLedger ledger, ServerEvent event) {
        return event.fold(
                listening -> listening(plan, listening),
                stopped -> summary(ledger.snapshot(), stopped),
                ServerJson::fate,
                ServerJson::hint);
    }

    private static JsonObject fate(ServerEvent.OfDatagram datagram) {
        return datagram.foldFate(
                answered -> {
                    JsonObject json = datagram("answered", answered);
                    json.addProperty("delayNanos", answered.delay().toNanos());
                    json.addProperty("copies", answered.copies());
                    return json;
                },
                dropped -> datagram("dropped", dropped),
                limited -> {
                    JsonObject json = datagram("limited", limited);
                    json.addProperty("limit", word(limited.limit()));
                    return json;
                },
                ignored -> {
                    JsonObject json = datagram("ignored", ignored);
                    json.addProperty("reason", word(ignored.reason()));
                    return json;
                });
    }

    private static JsonObject hint(ServerEvent.Hint hint) {
        return hint.foldHint(
                silent -> {
                    JsonObject json = hint("silent-after-drop", silent);
                    json.addProperty("silenceNanos", silent.silence().toNanos());
                    return json;
                },
                soon -> {
                    JsonObject json = hint("next-soon-after", soon);
                    json.addProperty("stray", word(soon.stray()));
                    json.addProperty("gapNanos", soon.gap().toNanos());
                    return json;
                });
    }

    private static JsonObject listening(EchoPlan plan, ServerEvent.Listening listening) {
        JsonObject json = JsonLines.event("listening");
        json.addProperty("at", SessionExport.utc(listening.at()));
        json.addProperty("port", listening.port());
        JsonArray addresses = new JsonArray();
        listening.addresses().forEach(address -> addresses.add(AddressText.of(address)));
        json.add("addresses", addresses);
        json.addProperty("receiveBufferBytes", listening.receiveBufferBytes());
        json.addProperty("lossPercent", plan.impairments().loss() * 100);
        json.addProperty("delayNanos", plan.impairments().delay().mean().toNanos());
        json.addProperty("delaySpread", word(plan.impairments().delay().spread()));
        json.addProperty("duplicatesPercent", plan.impairments().duplicates() * 100);
        json.addProperty("reorderPercent", plan.impairments().reordering() * 100);
        json.addProperty("reply", plan.impairments().replyText().id());
        json.addProperty("seed", plan.seed());
        if (!plan.limits().equals(RateLimitSettings.OFF)) {
            json.addProperty("limitPerClient", plan.limits().perClient());
        }
        return json;
    }

    private static JsonObject datagram(String name, ServerEvent.OfDatagram datagram) {
        JsonObject json = JsonLines.event(name);
        json.addProperty("at", SessionExport.utc(datagram.at()));
        json.addProperty("from", FigureText.endpoint(datagram.client()));
        json.addProperty("text", datagram.text());
        json.addProperty("bytes", datagram.bytes());
        return json;
    }

    private static JsonObject hint(String name, ServerEvent.Hint hint) {
        JsonObject json = JsonLines.event(name);
        json.addProperty("at", SessionExport.utc(hint.at()));
        json.addProperty("from", FigureText.endpoint(hint.client()));
        return json;
    }

    private static JsonObject summary(ServerLedger.Snapshot snapshot, ServerEvent.Stopped stopped) {
        ServerLedger.Counters counters = snapshot.counters();
        JsonObject json = JsonLines.event("summary");
        json.addProperty("at", SessionExport.utc(stopped.at()));
        json.addProperty("received", counters.received());
        json.addProperty("answered", counters.answered());
        json.addProperty("dropped", counters.dropped());
        if (counters.received() > 0) {
            json.addProperty("droppedPercent", 100.0 * counters.dropped() / counters.received());
        }
        json.addProperty("limited", counters.limited());
        json.addProperty("ignored", counters.ignored());
        total(json, "addresses", snapshot.addresses());
        total(json, "clients", snapshot.clientPorts());
        return json;
    }

    private static void total(JsonObject json, String name, ServerLedger.Total total) {
        json.addProperty(name, total.count());
        if (total.atLeast()) {
            json.addProperty(name + "AtLeast", true);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
