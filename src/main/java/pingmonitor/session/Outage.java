package pingmonitor.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time in which nothing came back: so many losses in a row while this machine was awake and its program running.
 *
 * @param firstSequence the first ping that was lost
 * @param lastSequence the last one so far
 * @param lost how many were lost
 * @param startedAt wall time at which the first lost ping was sent
 * @param startNanos the same as time since the run began
 * @param endedAt wall time at which the first ping that was answered again was sent, or at which this machine fell
 *     asleep or the run ended; empty while it goes on
 * @param endNanos the same as time since the run began
 * @param cause what is known of why
 */
public record Outage(
        long firstSequence,
        long lastSequence,
        long lost,
        Instant startedAt,
        long startNanos,
        Optional<Instant> endedAt,
        OptionalLong endNanos,
        OutageCause cause) {}
