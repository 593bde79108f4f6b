package pingmonitor.session;

/** A range of a share, both ends from 0 to 1. */
public record ConfidenceInterval(double low, double high) {}
