package pingmonitor.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a list says of a run whose file can be read.
 *
 * @param host as it was typed
 * @param name what the person calls it, in one line; may be empty
 * @param note what the person noted, in any number of lines; may be empty
 * @param pinned whether it stays when old runs make room
 * @param zone whose local time the person saw during the run
 * @param startedAt empty when it is lost with a part of the file
 * @param duration from its beginning to its latest ping, whatever became of the clock meanwhile
 * @param sent pings that left this machine
 * @param settled pings whose fate counts: on time or lost
 * @param lost settled pings without a reply on time
 * @param medianNanos of the RTTs on time, off by 0.4 % at most; empty without any
 */
public record RunFacts(
        String host,
        int port,
        String name,
        String note,
        boolean pinned,
        ZoneId zone,
        Optional<Instant> startedAt,
        Duration duration,
        long sent,
        long settled,
        long lost,
        OptionalLong medianNanos) {

    /** Lost share of the settled pings, 0 to 1; empty before the first is settled. */
    public OptionalDouble loss() {
        return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) lost / settled);
    }
}
