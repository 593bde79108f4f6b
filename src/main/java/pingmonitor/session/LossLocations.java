package pingmonitor.session;

/**
 * How many of the lost pings were lost where; those that nobody knows it of are in none.
 *
 * @param there never reached the server
 * @param server dropped on purpose by the server's loss setting
 * @param limited refused by the server's limits
 * @param back answered, and the reply was lost
 */
public record LossLocations(long there, long server, long limited, long back) {

    /** Lost pings of which it is known where they were lost. */
    public long known() {
        return there + server + limited + back;
    }
}
