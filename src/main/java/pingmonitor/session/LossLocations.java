package pingmonitor.session;

import pingmonitor.ping.LossLocation;

/**
 * Number of lost pings by place of loss. Pings whose place is unknown are not counted.
 *
 * @param there never reached the server
 * @param server dropped on purpose by the server's loss setting
 * @param limited refused by the server's limits
 * @param back answered, and the reply was lost
 */
public record LossLocations(long there, long server, long limited, long back) {
    /** Makes it from counts by the ordinal of the place. */
    static LossLocations of(long[] byOrdinal) {
        return new LossLocations(
                byOrdinal[LossLocation.FORWARD_PATH.ordinal()],
                byOrdinal[LossLocation.SERVER.ordinal()],
                byOrdinal[LossLocation.LIMITED.ordinal()],
                byOrdinal[LossLocation.RETURN_PATH.ordinal()]);
    }

    /** Number of pings lost at a place; 0 for that of answered pings. */
    public long at(LossLocation where) {
        return switch (where) {
            case ANSWERED -> 0;
            case FORWARD_PATH -> there;
            case SERVER -> server;
            case LIMITED -> limited;
            case RETURN_PATH -> back;
        };
    }

    /** Number of lost pings whose place of loss is known. */
    public long known() {
        return there + server + limited + back;
    }
}
