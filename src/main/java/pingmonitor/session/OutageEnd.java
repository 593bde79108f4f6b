package pingmonitor.session;

/** Why an outage is over. */
public enum OutageEnd {
    /** A ping was answered again. */
    ANSWERED,
    /** This machine fell asleep or stood still: whether pings would have come back then, nobody knows. */
    STANDSTILL,
    /** The run ended. */
    RUN_ENDED
}
