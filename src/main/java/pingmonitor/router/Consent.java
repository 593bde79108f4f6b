package pingmonitor.router;

/** Whether the person agreed before that the router is asked, whichever it is. */
public enum Consent {
    GIVEN,
    /** Also for a mapping without an end, if the router makes no other. */
    PERMANENT_TOO,
    /** Nothing is sent to the router until {@link PortForwarding#agree}. */
    NOT_YET
}
