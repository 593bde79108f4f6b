package pingmonitor.ping;

import java.time.Duration;

/**
 * What a run is to do. Built from checked input ({@code ping.input.PlanInput}); the limits here are the last guard.
 *
 * @param host name, IPv4 or IPv6 literal (without brackets) as {@code PlanInput} checks it
 * @param port 1 to 65535
 * @param family which of the name's addresses to use
 * @param count number of pings, or {@link #UNTIL_STOPPED}
 * @param timeout how long a reply may take to count as on time, {@link #MIN_TIMEOUT} to {@link #MAX_TIMEOUT}
 * @param pacing when the pings leave
 * @param messageBytes wished size of the message, 0 for just as long as it is; a shorter wish than the text needs
 *     leaves the text whole; at most {@link #MAX_MESSAGE_BYTES}
 * @param verdicts whether a server of this program is asked where lost pings were lost
 */
public record PingPlan(
        String host,
        int port,
        AddressFamily family,
        long count,
        Duration timeout,
        Pacing pacing,
        int messageBytes,
        boolean verdicts) {

    /** The count of a run that goes on until the person stops it. */
    public static final long UNTIL_STOPPED = 0;

    public static final long MAX_COUNT = 1_000_000_000L;
    public static final Duration MIN_TIMEOUT = Duration.ofMillis(1);
    public static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);

    /** The most that fits into a UDP datagram over IPv4: 65535 − 20 (IP) − 8 (UDP). */
    public static final int MAX_MESSAGE_BYTES = 65_507;

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 12_000;
    public static final long DEFAULT_COUNT = 10;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    public PingPlan {
        require(!host.isBlank(), "host is empty");
        require(port >= 1 && port <= 65_535, "port " + port);
        require(count >= 0 && count <= MAX_COUNT, "count " + count);
        require(
                timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
                "timeout " + timeout);
        require(
                messageBytes >= 0 && messageBytes <= MAX_MESSAGE_BYTES,
                "messageBytes " + messageBytes);
    }

    /** One that asks where lost pings were lost. */
    public PingPlan(
            String host,
            int port,
            AddressFamily family,
            long count,
            Duration timeout,
            Pacing pacing,
            int messageBytes) {
        this(host, port, family, count, timeout, pacing, messageBytes, true);
    }

    /** The lab's run: ten pings, 1 s time-out, 200 ms pause. */
    public static PingPlan lab(String host, int port) {
        return new PingPlan(
                host, port, AddressFamily.ANY, DEFAULT_COUNT, DEFAULT_TIMEOUT, Pacing.DEFAULT, 0);
    }

    /** Whether the run goes on until it is stopped. */
    public boolean untilStopped() {
        return count == UNTIL_STOPPED;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
