package pingmonitor.network.router;

/** Whether the person agreed that the router is asked. */
public enum Consent {
    GIVEN,
    /** Nothing is sent to the router until {@link PortForwarding#agree}. */
    NOT_YET
}
