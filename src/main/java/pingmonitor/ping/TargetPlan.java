package pingmonitor.ping;

/**
 * A target to be watched, and how.
 *
 * @param name what the person calls it, at most {@link #MAX_NAME} characters; may be empty
 * @param plan its pings
 * @param minLosses how many losses in a row are an outage, 1 to {@link #MAX_MIN_LOSSES}
 * @param isKept whether its runs are written to files
 */
public record TargetPlan(String name, PingPlan plan, int minLosses, boolean isKept) {
    public static final int MAX_NAME = 200;
    public static final int DEFAULT_MIN_LOSSES = 3;
    public static final int MAX_MIN_LOSSES = 1_000;

    public TargetPlan {
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name of " + name.length() + " characters");
        }
        if (minLosses < 1 || minLosses > MAX_MIN_LOSSES) {
            throw new IllegalArgumentException("losses " + minLosses);
        }
    }
}
