package pingmonitor.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.SearchResult;
import pingmonitor.ping.input.DurationText;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/** A search for people. */
final class FindText implements FindLines {
    private final Duration time;
    private final Messages messages;

    FindText(Duration time, Locale locale) {
        this.time = time;
        this.messages = Messages.beside(FindText.class, locale);
    }

    @Override
    public List<String> head() {
        return List.of(messages.text("find.head", DurationText.format(time)));
    }

    @Override
    public List<String> of(FindChange change) {
        FoundServer server = change.server();
        String port = Integer.toString(server.port());
        String address = AddressText.of(server.address());
        if (change instanceof FindChange.Gone) {
            return List.of(messages.text("find.gone", address, port, server.name()));
        }
        return List.of(
                server.here()
                        ? messages.text("find.found.here", address, port, server.name())
                        : messages.text("find.found", address, port, server.name()));
    }

    @Override
    public List<String> summary(SearchResult finding) {
        int found = finding.servers().size();
        if (found > 0) {
            return List.of("", messages.text("find.summary", found));
        }
        return switch (finding.reach()) {
            case NO_NETWORK -> List.of("", messages.text("find.none.noNetwork"));
            case BLOCKED -> List.of("", messages.text("find.none.blocked"));
            case WORKS, NOT_YET -> List.of("", messages.text("find.none"));
        };
    }
}
