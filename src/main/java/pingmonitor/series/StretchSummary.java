package pingmonitor.series;

/** Figures of consecutive pings that can be added up. */
public final class StretchSummary {
    /** Number of pings of a segment, of which kept runs have the figures beside the rows. */
    public static final int SEGMENT_PINGS = 1 << 14;
}
