package pingmonitor.diagnosis;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pingmonitor.session.ConfidenceInterval;

/** One finding of each cause, and beneath them each action. */
public final class FindingSamples {
    private static final InetAddress ADDRESS = Story.address("10.77.1.2");
    private static final InetSocketAddress ENDPOINT = Story.endpoint("203.0.113.9:40000");
    private static final ConfidenceInterval INTERVAL = new ConfidenceInterval(0.108, 0.603);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofMillis(1_240);

    private FindingSamples() {}

    /** Each cause once. */
    public static List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            all.add(new Finding(cause, facts(cause), List.of()));
        }
        return all;
    }

    /** Each cause with all actions beneath it, as many as no real one has. */
    public static Finding of(Cause cause) {
        return new Finding(
                cause,
                facts(cause),
                Arrays.stream(Action.values())
                        .map(action -> new Step(action, facts(action)))
                        .toList());
    }

    private static List<Object> facts(Cause cause) {
        return switch (cause) {
            case NO_NETWORK, QUESTION_ANSWERED, HOST_UNREACHABLE_AT_TIMES -> List.of();
            case NAME_NOT_FOUND, NO_ROUTE, NO_IPV6, SENDING_FORBIDDEN, HOST_UNREACHABLE ->
                    List.of("server.example");
            case OTHER_SOURCE -> List.of(ENDPOINT, Story.endpoint("203.0.113.9:12000"));
            case NAT, NAT_CHANGED -> List.of(ENDPOINT);
            case ANSWERS_NOW -> List.of(ENDPOINT, SLOWEST);
            case ANSWERS_NOW_AFTER_FEW -> List.of(ENDPOINT, SLOWEST, 3L);
            case ANSWERS_SLOWLY -> List.of(ENDPOINT, SLOWEST, TIMEOUT);
            case PORT_REFUSED -> List.of("server.example", "12000");
            case PORT_REFUSED_HERE,
                    PORT_REFUSED_AT_TIMES,
                    SERVER_RESTARTED,
                    PORT_OPEN_NOW,
                    PORT_OPEN_FOR_IPV6,
                    SILENCE_HELD,
                    SILENCE_HERE,
                    OWN_SERVER_ON_NOW,
                    OWN_SERVER_SILENT ->
                    List.of("12000");
            case SERVER_ENDED, SERVER_MAY_HAVE_ENDED, SERVER_ENDED_AFTER_REPLY ->
                    List.of("12000", "6", "7", 1L);
            case SERVER_STARTED, SERVER_STARTED_SILENT -> List.of("12000", "7");
            case BOUND_ELSEWHERE -> List.of("12000", "127.0.0.1", "10.77.1.2");
            case OWN_SERVER_AT_OTHER_PORT -> List.of("12000", "13000");
            case WENT_SILENT -> List.of("7");
            case WENT_SILENT_HERE -> List.of("7", 1L);
            case SILENT_AT_FIRST_HERE -> List.of(3L, 2L);
            case NAMES_NO_PING, SILENT_AT_FIRST, LOST_WHILE_HELD_UP, BURSTS -> List.of(3L);
            case PRIVATE_ELSEWHERE,
                    CARRIER_INSIDE,
                    LINK_LOCAL_ELSEWHERE,
                    OWN_PUBLIC_ADDRESS,
                    SILENCE_NEAR,
                    SILENCE_FAR ->
                    List.of(ADDRESS);
            case ONLY_LATE -> List.of(TIMEOUT, SLOWEST);
            case ONE_MESSAGE_BEHIND -> List.of(9L);
            case SOME_LATE -> List.of(2L, 3L, TIMEOUT, SLOWEST);
            case SOME_NAME_NO_PING,
                    SENDS_WHOLE_BUFFER,
                    ROUNDS_TIME,
                    NAMES_OWN_TIME,
                    NAMES_NUMBER_ONLY,
                    NAMES_TIME_ONLY,
                    NAMES_OWN_NUMBER,
                    NAMES_OWN_NUMBER_ONLY,
                    SENDS_OWN_TEXT ->
                    List.of(1L, 10L);
            case TOO_FEW_PINGS, LOST_THERE, LOST_BACK, DROPPED_BY_SERVER, REFUSED_BY_LIMITS ->
                    List.of(2L, 3L);
            case UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE -> List.of(INTERVAL);
            case LIKE_THE_BOOK, LIKE_THE_BOOKS_PYTHON, LIKE_EITHER_BOOK -> List.of(INTERVAL, 0L);
        };
    }

    private static List<Object> facts(Action action) {
        return switch (action) {
            case CHECK_SPELLING, CHECK_ADDRESS -> List.of("server.example");
            case START_SERVER,
                    START_SERVER_HERE,
                    SWITCH_ON_OWN_SERVER,
                    PING_OWN_SERVER,
                    MOVE_OWN_SERVER,
                    COMPARE_PORTS,
                    PING_LOOPBACK_THERE,
                    PING_LAN_THERE,
                    OPEN_FIREWALL ->
                    List.of("12000");
            case ANSWER_FROM_SAME_PORT -> List.of(ENDPOINT);
            case PING_ITSELF_THERE, PING_ADDRESS, PING_OTHER_ADDRESS -> List.of(ADDRESS, "12000");
            case SERVER_STILL_ON, LOSS_TO_ZERO, RAISE_LIMIT -> List.of(PingedServer.ALONE.fact());
            case RAISE_TIMEOUT -> List.of(Duration.ofMillis(1_500));
            default -> List.of();
        };
    }
}
