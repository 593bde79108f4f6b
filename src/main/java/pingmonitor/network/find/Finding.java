package pingmonitor.network.find;

import java.util.List;

/**
 * What a search has found so far.
 *
 * @param reach whether there could be anything to be found
 * @param servers those that are there now, the one seen first at the beginning
 */
public record Finding(Reach reach, List<FoundServer> servers) {
    /** Before anything is known. */
    public static final Finding BEGINNING = new Finding(Reach.NOT_YET, List.of());

    public Finding {
        servers = List.copyOf(servers);
    }
}
