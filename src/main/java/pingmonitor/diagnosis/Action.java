package pingmonitor.diagnosis;

import java.util.Locale;

/** What can be tried next. Its facts are those of the {@link Step} that names it. */
public enum Action {
    CONNECT_THIS_COMPUTER,
    /** Fact: the name. */
    CHECK_SPELLING,
    TYPE_ADDRESS,
    /** Fact: the host. */
    CHECK_ADDRESS,
    CHOOSE_IPV4,
    ALLOW_SENDING,
    /** Fact: the port. */
    START_SERVER,
    /** Fact: the port. */
    START_SERVER_HERE,
    /** Fact: the port. */
    SWITCH_ON_OWN_SERVER,
    /** Fact: the port it listens on. */
    PING_OWN_SERVER,
    /** Fact: the port it is to have. */
    MOVE_OWN_SERVER,
    /** Fact: the port. */
    COMPARE_PORTS,
    /** To see at which addresses of its computer the server listens. */
    COMPARE_BINDING,
    /** Facts: the address, the port. */
    PING_ADDRESS,
    /** To find out whether the server listens there only. Facts: the address, the port. */
    PING_OTHER_ADDRESS,
    CHECK_FORWARDED_PORT,
    LOOK_FOR_ERROR,
    /** To compare what the server expects with what a ping is. */
    COMPARE_MESSAGE,
    RECEIVE_IN_A_LOOP,
    PRINT_MESSAGES,
    KEEP_SOCKET_OPEN,
    COMPUTER_ON,
    /** Fact: the number of a {@link PingedServer}. */
    SERVER_STILL_ON,
    SAME_NETWORK,
    PING_AGAIN,
    /** Fact: the endpoint that was pinged. */
    ANSWER_FROM_SAME_PORT,
    GIVE_PUBLIC_ADDRESS,
    USE_LAN_ADDRESS,
    /** Fact: the port. */
    PING_LOOPBACK_THERE,
    /** Facts: the address, the port. */
    PING_ITSELF_THERE,
    /** Fact: the port. */
    PING_LAN_THERE,
    /** Fact: the port. */
    OPEN_FIREWALL,
    FORWARD_PORT,
    OTHER_PROGRAM_AT_PORT,
    SEND_TEXT_BACK,
    SEND_SAME_TEXT,
    SEND_BYTES_RECEIVED,
    WAIT_FOR_REPLY,
    /** Fact: the time-out to try. */
    RAISE_TIMEOUT,
    /** Fact: the number of a {@link PingedServer}. */
    LOSS_TO_ZERO,
    MORE_PINGS,
    /** Fact: the number of a {@link PingedServer}. */
    RAISE_LIMIT,
    OTHER_CONNECTION,
    FIREWALL_OF_CLIENT,
    SHORTER_PAUSE;

    /** The word for programs: the same in every language and never changed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
