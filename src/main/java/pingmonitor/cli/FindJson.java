package pingmonitor.cli;

import java.util.List;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.text.AddressText;

/** A search as JSON. Described in src/docs/json-and-csv.md. */
final class FindJson implements FindLines {
    private record Server(
            String event,
            String name,
            String host,
            List<String> addresses,
            int port,
            boolean here) {}

    private record Summary(String event, int found, String multicast) {}

    @Override
    public List<String> head() {
        return List.of();
    }

    @Override
    public List<String> of(FindChange change) {
        FoundServer server = change.server();
        return List.of(
                JsonLines.of(
                        new Server(
                                change instanceof FindChange.Found ? "found" : "gone",
                                server.name(),
                                server.host(),
                                server.addresses().stream().map(AddressText::of).toList(),
                                server.port(),
                                server.here())));
    }

    @Override
    public List<String> summary(SearchResult finding) {
        return List.of(
                JsonLines.of(
                        new Summary("summary", finding.servers().size(), word(finding.reach()))));
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
