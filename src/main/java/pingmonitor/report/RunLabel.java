package pingmonitor.report;

/**
 * What a person wrote beside a kept run.
 *
 * @param name empty without
 * @param note empty without
 */
public record RunLabel(String name, String note) {
    /** Nothing. */
    public static final RunLabel NONE = new RunLabel("", "");
}
