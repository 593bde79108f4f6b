package pingmonitor.session;

/** What is known of why pings were lost one after the other. */
public enum OutageCause {
    /** Nobody said where they were lost. */
    UNKNOWN,
    /** They never reached the server, as it said. */
    FORWARD_PATH,
    /** The server answered, and its replies did not come back. */
    RETURN_PATH,
    /** The server dropped them on purpose, by its loss setting or its limits. */
    SERVER,
    /** The network said that nothing takes datagrams at that port: the server is off. */
    PORT_REFUSED,
    /** The network said that the machine cannot be reached. */
    HOST_UNREACHABLE,
    /** This computer could not send: it was offline. */
    OFFLINE,
    /** Several of these, or they disagree. */
    MIXED
}
