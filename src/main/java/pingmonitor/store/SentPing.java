package pingmonitor.store;

import java.time.Instant;

/**
 * A ping that was sent.
 *
 * @param runMicros time since the run began
 * @param at wall time
 * @param bytes length of the request
 */
record SentPing(long sequence, long runMicros, Instant at, int bytes) {}
