package pingmonitor.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.text.AddressText;

/** A search as JSON. Described in src/docs/json-and-csv.md. */
final class FindJson implements FindLines {
    @Override
    public List<String> head() {
        return List.of();
    }

    @Override
    public List<String> of(FindChange change) {
        FoundServer server = change.server();
        JsonObject json = JsonLines.event(change instanceof FindChange.Found ? "found" : "gone");
        json.addProperty("name", server.name());
        json.addProperty("host", server.host());
        JsonArray addresses = new JsonArray();
        server.addresses().forEach(address -> addresses.add(AddressText.of(address)));
        json.add("addresses", addresses);
        json.addProperty("port", server.port());
        json.addProperty("here", server.here());
        return List.of(JsonLines.of(json));
    }

    @Override
    public List<String> summary(SearchResult finding) {
        JsonObject json = JsonLines.event("summary");
        json.addProperty("found", finding.servers().size());
        json.addProperty("multicast", word(finding.reach()));
        return List.of(JsonLines.of(json));
    }

    /** How far multicast goes, in one word. */
    static String word(MulticastReach reach) {
        return switch (reach) {
            case NOT_YET -> "unknown";
            case WORKS -> "works";
            case NO_NETWORK -> "no-network";
            case BLOCKED -> "blocked";
        };
    }
}
