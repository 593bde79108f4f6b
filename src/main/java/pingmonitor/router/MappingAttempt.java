package pingmonitor.router;

/**
 * What came of asking in one way.
 *
 * @param protocol the way
 * @param outcome what came of it
 */
public record MappingAttempt(Protocol protocol, Outcome outcome) {

    /** What can come of it. */
    public sealed interface Outcome {}

    /** The router forwards the port. */
    public record Granted(Mapping mapping) implements Outcome {}

    /** It does not, and why. */
    public record Refused(MappingRefusal refusal) implements Outcome {}

    /** Not asked, because a better way had worked. */
    public record NotNeeded() implements Outcome {}
}
