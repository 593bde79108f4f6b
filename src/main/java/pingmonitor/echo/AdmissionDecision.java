package pingmonitor.echo;

import pingmonitor.echo.fate.Fate;

/** The decision about one datagram: whether it may be answered, and with which fate. */
sealed interface AdmissionDecision {

    /** It may be answered. */
    record Admit(Fate fate) implements AdmissionDecision {}

    /** The limits against abuse forbid an answer. */
    record Refuse(ServerEvent.Limit limit) implements AdmissionDecision {}

    /** It cannot or must not be answered at all. */
    record Ignore(ServerEvent.Reason reason) implements AdmissionDecision {}
}
