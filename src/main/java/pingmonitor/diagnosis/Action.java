package pingmonitor.diagnosis;

import java.util.Locale;

/** What can be tried next. Its facts are those of the {@link Step} that names it. */
public enum Action {
    CONNECT_THIS_COMPUTER("try.connect"),
    /** Fact: the name. */
    CHECK_SPELLING("try.spelling"),
    TYPE_ADDRESS("try.address.type"),
    /** Fact: the host. */
    CHECK_ADDRESS("try.address.check"),
    CHOOSE_IPV4("try.ipv4"),
    ALLOW_SENDING("try.allowSending"),
    /** Fact: the port. */
    START_SERVER("try.server.start"),
    /** Fact: the port. */
    START_SERVER_HERE("try.server.startHere"),
    /** Fact: the port. */
    SWITCH_ON_OWN_SERVER("try.ownServer.on"),
    /** Fact: the port it listens on. */
    PING_OWN_SERVER("try.ownServer.ping"),
    /** Fact: the port it is to have. */
    MOVE_OWN_SERVER("try.ownServer.move"),
    /** Fact: the port. */
    COMPARE_PORTS("try.port.compare"),
    /** To see at which addresses of its computer the server listens. */
    COMPARE_BINDING("try.binding"),
    /** Facts: the address, the port. */
    PING_ADDRESS("try.address.ping"),
    /** To find out whether the server listens there only. Facts: the address, the port. */
    PING_OTHER_ADDRESS("try.address.other"),
    CHECK_FORWARDED_PORT("try.port.forwarded"),
    LOOK_FOR_ERROR("try.error"),
    /** To compare what the server expects with what a ping is. */
    COMPARE_MESSAGE("try.message"),
    RECEIVE_IN_A_LOOP("try.loop"),
    PRINT_MESSAGES("try.print"),
    KEEP_SOCKET_OPEN("try.socketOpen"),
    COMPUTER_ON("try.computerOn"),
    /** Fact: the number of a {@link PingedServer}. */
    SERVER_STILL_ON("try.serverStillOn"),
    SAME_NETWORK("try.sameNetwork"),
    ALLOW_LOCAL_NETWORK("try.localNetwork"),
    PING_AGAIN("try.again"),
    /** Fact: the endpoint that was pinged. */
    ANSWER_FROM_SAME_PORT("try.samePort"),
    GIVE_PUBLIC_ADDRESS("try.publicAddress"),
    USE_LAN_ADDRESS("try.lanAddress"),
    /** Fact: the port. */
    PING_LOOPBACK_THERE("try.loopback"),
    /** Facts: the address, the port. */
    PING_ITSELF_THERE("try.itself"),
    /** Fact: the port. */
    PING_LAN_THERE("try.lan"),
    /** Fact: the port. */
    OPEN_FIREWALL("try.firewall"),
    FORWARD_PORT("try.forward"),
    OTHER_PROGRAM_AT_PORT("try.otherProgram"),
    SEND_TEXT_BACK("try.textBack"),
    SEND_SAME_TEXT("try.sameText"),
    SEND_BYTES_RECEIVED("try.bytesReceived"),
    WAIT_FOR_REPLY("try.waitForReply"),
    /** Fact: the time-out to try. */
    RAISE_TIMEOUT("try.timeout"),
    /** Fact: the number of a {@link PingedServer}. */
    LOSS_TO_ZERO("try.lossToZero"),
    MORE_PINGS("try.morePings"),
    /** Fact: the number of a {@link PingedServer}. */
    RAISE_LIMIT("try.limit"),
    OTHER_CONNECTION("try.connection"),
    FIREWALL_OF_CLIENT("try.firewallHere"),
    SHORTER_PAUSE("try.shorterPause");

    private final String key;

    Action(String key) {
        this.key = key;
    }

    /** Of its text in the message bundle. */
    String key() {
        return key;
    }

    /** The word for programs: the same in every language and never changed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
