package pingmonitor.series;

/**
 * A point of a cumulative curve.
 *
 * @param rttNanos an RTT
 * @param share the share of the replies on time that took as long or shorter, 0 to 1
 */
public record CumulativeShare(long rttNanos, double share) {}
