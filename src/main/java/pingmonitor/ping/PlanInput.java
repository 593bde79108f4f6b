package pingmonitor.ping;

import java.time.Duration;

/**
 * Turns what a person typed into the parts of a {@link PingPlan}, or says what is wrong with it. Never asks a name
 * server, so it may be called on every key stroke.
 */
public final class PlanInput {
    private PlanInput() {}

    /** A host name, an IPv4 literal or an IPv6 literal (with or without brackets); returned without the brackets. */
    public static Checked<String> host(String typed) {
        throw new UnsupportedOperationException("todo");
    }

    /** A port from 1 to 65535. */
    public static Checked<Integer> port(String typed) {
        throw new UnsupportedOperationException("todo");
    }

    /** A number of pings from 1 to {@link PingPlan#MAX_COUNT}. */
    public static Checked<Long> count(String typed) {
        throw new UnsupportedOperationException("todo");
    }

    /** A time-out such as {@code 1s}, {@code 1.5 s}, {@code 250 ms} or {@code 2 min}; a bare number is in seconds. */
    public static Checked<Duration> timeout(String typed) {
        throw new UnsupportedOperationException("todo");
    }

    /** A pause, written like a time-out but with a bare number in milliseconds; 0 is allowed. */
    public static Checked<Duration> pause(String typed) {
        throw new UnsupportedOperationException("todo");
    }

    /** A message size in bytes, 0 or empty for as long as the text is. */
    public static Checked<Integer> messageBytes(String typed) {
        throw new UnsupportedOperationException("todo");
    }
}
