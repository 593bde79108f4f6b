package pingmonitor.echo;

/** What is to become of one datagram. */
sealed interface Admission permits Fate, Admission.Refuse, Admission.Ignore {

    /** The limits against abuse forbid an answer. */
    record Refuse(ServerEvent.Limit limit) implements Admission {}

    /** It cannot or must not be answered at all. */
    record Ignore(ServerEvent.Reason reason) implements Admission {}
}
