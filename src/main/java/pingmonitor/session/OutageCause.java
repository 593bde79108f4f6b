package pingmonitor.session;

import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;

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
    /** This computer could not send most of them: it was offline. */
    OFFLINE,
    /** Several of these, or they disagree. */
    MIXED;

    /** What is known of one lost ping, or of one that could not be sent. */
    static OutageCause of(PingRow row) {
        if (row.state() == PingState.SEND_FAILED) {
            return OFFLINE;
        }
        if (row.state() == PingState.UNREACHABLE && row.refusal().isPresent()) {
            return row.refusal().get() == PingEvent.Refusal.PORT ? PORT_REFUSED : HOST_UNREACHABLE;
        }
        return row.lostWhere().map(OutageCause::of).orElse(UNKNOWN);
    }

    private static OutageCause of(LossLocation where) {
        return switch (where) {
            case FORWARD_PATH -> FORWARD_PATH;
            case RETURN_PATH -> RETURN_PATH;
            case SERVER, LIMITED -> SERVER;
            case ANSWERED -> UNKNOWN;
        };
    }
}
