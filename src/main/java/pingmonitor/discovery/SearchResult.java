package pingmonitor.discovery;

import java.util.List;

/**
 * What a search has found so far.
 *
 * @param reach whether there could be anything to be found
 * @param servers those that are there now, the one seen first at the beginning
 */
public record SearchResult(MulticastReach reach, List<FoundServer> servers) {
    /** Before anything is known. */
    public static final SearchResult BEGINNING =
            new SearchResult(MulticastReach.NOT_YET, List.of());

    public SearchResult {
        servers = List.copyOf(servers);
    }
}
