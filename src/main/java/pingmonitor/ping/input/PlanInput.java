package pingmonitor.ping.input;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem.Kind;
import pingmonitor.ping.Validated;

/**
 * Turns what a person typed into the parts of a {@link PingPlan}, or says what is wrong with it. Never asks a name
 * server, so it may be called on every key stroke.
 */
public final class PlanInput {
    private PlanInput() {}

    /** A host name, an IPv4 literal or an IPv6 literal (with or without brackets); returned without the brackets. */
    public static Validated<String> host(String typed) {
        return HostInput.check(typed);
    }

    /**
     * The two parts of what was typed or pasted as one: {@code host:port}, {@code [v6]:port}, {@code udp://host:port},
     * {@code host port} or an invitation such as {@code server 192.168.1.20 port 12000} (English or Portuguese); an
     * address, {@code udp://} and the invitation also within a longer message. Empty when it is anything else, such as
     * an IPv6 address alone. The parts are not checked.
     */
    public static Optional<HostAndPort> hostAndPort(String typed) {
        return EndpointInput.parse(typed);
    }

    /** Whether what was typed invites to a server of this program, as the program itself writes it. */
    public static boolean isInvitation(String typed) {
        return EndpointInput.isInvitation(typed);
    }

    /** A port from 1 to 65535. */
    public static Validated<Integer> port(String typed) {
        String number = NumberInput.plain(typed);
        return whole(number, 1, 65_535, Kind.PORT_NOT_A_NUMBER, Kind.PORT_OUT_OF_RANGE)
                .map(Long::intValue);
    }

    /** A number of pings from 1 to {@link PingPlan#MAX_COUNT}. */
    public static Validated<Long> count(String typed) {
        String number = NumberInput.whole(typed);
        return whole(number, 1, PingPlan.MAX_COUNT, Kind.COUNT_INVALID, Kind.COUNT_INVALID);
    }

    /** A time-out such as {@code 1s}, {@code 1.5 s}, {@code 250 ms} or {@code 2 min}; a bare number is in seconds. */
    public static Validated<Duration> timeout(String typed) {
        return duration(
                typed,
                TimeUnit.SECONDS,
                PingPlan.MIN_TIMEOUT,
                PingPlan.MAX_TIMEOUT,
                Kind.TIMEOUT_INVALID);
    }

    /** A pause, written like a time-out but with a bare number in milliseconds; 0 is allowed. */
    public static Validated<Duration> pause(String typed) {
        return duration(
                typed,
                TimeUnit.MILLISECONDS,
                Duration.ZERO,
                Pacing.StopAndWait.MAX_PAUSE,
                Kind.PAUSE_INVALID);
    }

    /** The interval of a fixed rate, written like a pause, at least {@link Pacing.FixedRate#MIN_INTERVAL}. */
    public static Validated<Duration> interval(String typed) {
        return duration(
                typed,
                TimeUnit.MILLISECONDS,
                Pacing.FixedRate.MIN_INTERVAL,
                Pacing.FixedRate.MAX_INTERVAL,
                Kind.INTERVAL_INVALID);
    }

    /** A message size in bytes, 0 or empty for as long as the text is. */
    public static Validated<Integer> messageBytes(String typed) {
        String number = NumberInput.whole(typed);
        String size = number.isEmpty() ? "0" : number;
        return whole(size, 0, PingPlan.MAX_MESSAGE_BYTES, Kind.SIZE_INVALID, Kind.SIZE_INVALID)
                .map(Long::intValue);
    }

    private static Validated<Long> whole(
            String number, long least, long most, Kind notANumber, Kind outOfRange) {
        if (!number.matches("[+-]?\\d+")) {
            return Validated.invalid(notANumber, number);
        }
        // More digits than any limit here has: out of range without being read.
        boolean readable = number.length() <= 12;
        long value = readable ? Long.parseLong(number) : Long.MAX_VALUE;
        return value >= least && value <= most
                ? Validated.valid(value)
                : Validated.invalid(outOfRange, number);
    }

    private static Validated<Duration> duration(
            String typed, TimeUnit bare, Duration least, Duration most, Kind problem) {
        Optional<Duration> duration =
                DurationText.parse(typed, bare)
                        .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
        return duration.map(Validated::valid)
                .orElseGet(() -> Validated.invalid(problem, typed.strip()));
    }
}
