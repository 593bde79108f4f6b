package pingmonitor.report;

/**
 * What is known of a kept run beside what happened in it.
 *
 * @param name what the person calls it; empty without
 * @param note what the person noted of it; empty without
 * @param isDamaged whether a part of its file cannot be read, so that pings are missing
 */
public record RunLabel(String name, String note, boolean isDamaged) {
    /** Nothing. */
    public static final RunLabel NONE = new RunLabel("", "", false);
}
