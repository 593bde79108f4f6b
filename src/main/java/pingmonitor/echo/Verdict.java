package pingmonitor.echo;

/** What is to become of one datagram. */
sealed interface Verdict permits Fate, Verdict.Refuse, Verdict.Ignore {

    /** The limits against abuse forbid an answer. */
    record Refuse(ServerEvent.Limit limit) implements Verdict {}

    /** It cannot or must not be answered at all. */
    record Ignore(ServerEvent.Reason reason) implements Verdict {}
}
