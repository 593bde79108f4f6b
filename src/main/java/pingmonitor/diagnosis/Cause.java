package pingmonitor.diagnosis;

import java.util.Locale;

/** What the evidence may mean. Its facts are those of the {@link Finding} that names it. */
public enum Cause {
    /** No facts. */
    NO_NETWORK("cause.noNetwork"),
    /** Fact: the name. */
    NAME_NOT_FOUND("cause.nameNotFound"),
    /** Fact: the host. */
    NO_ROUTE("cause.noRoute"),
    /** Fact: the host. */
    NO_IPV6("cause.noIpv6"),
    /** Fact: the host. */
    SENDING_FORBIDDEN("cause.sendingForbidden"),
    /** Facts: from where answers come, where they should come from. */
    OTHER_SOURCE("cause.otherSource"),
    /** Facts: the endpoint, within which time. */
    ANSWERS_NOW("cause.answersNow"),
    /** Facts: the endpoint, within which time, of how many pings none was answered before. */
    ANSWERS_NOW_AFTER_FEW("cause.answersNow.few"),
    /** Facts: the endpoint, after which time at least, the time-out. */
    ANSWERS_SLOWLY("cause.answersNow.slowly"),
    /** No facts. */
    QUESTION_ANSWERED("cause.questionAnswered"),
    /** Facts: the host, the port. */
    PORT_REFUSED("cause.portRefused"),
    /** Fact: the port. */
    PORT_REFUSED_HERE("cause.portRefused.here"),
    /** Facts: the port, the addresses of this machine at which it is taken, what was pinged. */
    BOUND_ELSEWHERE("cause.boundElsewhere"),
    /** Fact: the port. */
    PORT_OPEN_NOW("cause.portOpenNow"),
    PORT_OPEN_FOR_IPV6("cause.portOpenNow.ipv6"),
    /** Facts: the port that was pinged, the port of the program's own server. */
    OWN_SERVER_AT_OTHER_PORT("cause.ownServer.otherPort"),
    /** Fact: the port. */
    OWN_SERVER_ON_NOW("cause.ownServer.onNow"),
    /** Fact: the port. */
    PORT_REFUSED_AT_TIMES("cause.portRefused.atTimes"),
    /**
     * Facts: the port, the number of the last ping before it was closed, that of the first one refused, whether one
     * ping before that got no reply or, as 2, more.
     */
    SERVER_ENDED("cause.serverEnded"),
    /** Facts: as of {@link #SERVER_ENDED}. */
    SERVER_MAY_HAVE_ENDED("cause.serverEnded.perhaps"),
    /**
     * Facts: the port, the number of the last ping before it was closed, that of the first one refused, whether one
     * ping before that was answered or, as 2, more.
     */
    SERVER_ENDED_AFTER_REPLY("cause.serverEnded.afterReply"),
    /** Fact: the port. */
    SERVER_RESTARTED("cause.serverRestarted"),
    /** Facts: the port, the number of the first ping that found it open. */
    SERVER_STARTED("cause.serverStarted"),
    /** Facts: the port, the number of the first ping that found it open. */
    SERVER_STARTED_SILENT("cause.serverStarted.silent"),
    /** Fact: the host. */
    HOST_UNREACHABLE("cause.hostUnreachable"),
    /** No facts. */
    HOST_UNREACHABLE_AT_TIMES("cause.hostUnreachable.atTimes"),
    /** Fact: how many datagrams. */
    NAMES_NO_PING("cause.namesNoPing"),
    /** Facts: how many datagrams, how many lost pings. */
    SOME_NAME_NO_PING("cause.namesNoPing.some"),
    /** Facts, as of all that follow up to {@link #SENDS_OWN_TEXT}: how many replies, of how many. */
    SENDS_WHOLE_BUFFER("cause.reply.buffer"),
    ROUNDS_TIME("cause.reply.roundedTime"),
    NAMES_OWN_TIME("cause.reply.ownTime"),
    NAMES_NUMBER_ONLY("cause.reply.numberOnly"),
    NAMES_TIME_ONLY("cause.reply.timeOnly"),
    /** The time is that of the ping. */
    NAMES_OWN_NUMBER("cause.reply.ownNumber"),
    /** The time of the ping is not named. */
    NAMES_OWN_NUMBER_ONLY("cause.reply.ownNumberOnly"),
    /** Neither number nor time. */
    SENDS_OWN_TEXT("cause.reply.ownText"),
    /** Fact: the address. */
    PRIVATE_ELSEWHERE("cause.privateElsewhere"),
    /** Fact: the address. */
    CARRIER_INSIDE("cause.carrierInside"),
    /** Fact: the address. */
    LINK_LOCAL_ELSEWHERE("cause.linkLocalElsewhere"),
    /** Fact: the address. */
    OWN_PUBLIC_ADDRESS("cause.ownPublicAddress"),
    /** Fact: the port. */
    SILENCE_HERE("cause.silence.here"),
    /** Fact: the port. */
    SILENCE_HELD("cause.silence.held"),
    /** Fact: the port. */
    OWN_SERVER_SILENT("cause.ownServer.silent"),
    /** Fact: the address. */
    SILENCE_NEAR("cause.silence.near"),
    /** Fact: the address. */
    SILENCE_FAR("cause.silence.far"),
    /** Facts: the time-out, the slowest RTT. */
    ONLY_LATE("cause.late.only"),
    ONE_MESSAGE_BEHIND("cause.late.behind"),
    /** Facts: how many, of how many lost ones, the time-out, the slowest RTT. */
    SOME_LATE("cause.late.some"),
    /** Facts: how many, of how many lost ones. */
    LOST_THERE("cause.lost.there"),
    /** Facts: how many, of how many lost ones. */
    LOST_BACK("cause.lost.back"),
    /** Facts: how many, of how many lost ones. */
    DROPPED_BY_SERVER("cause.lost.server"),
    /** Facts: how many, of how many lost ones. */
    REFUSED_BY_LIMITS("cause.lost.limited"),
    /** Fact: the number of the first ping of those without an answer. */
    WENT_SILENT("cause.wentSilent"),
    /**
     * Facts: the number of the first ping of those without an answer, whether the port was open for certain or, as 2,
     * probably.
     */
    WENT_SILENT_HERE("cause.wentSilent.here"),
    /** Fact: how many pings. */
    SILENT_AT_FIRST("cause.silentAtFirst"),
    /** Facts: how many pings, whether the port was open for certain or, as 2, probably. */
    SILENT_AT_FIRST_HERE("cause.silentAtFirst.here"),
    /** Fact: how many of the lost pings. */
    LOST_WHILE_HELD_UP("cause.lost.heldUp"),
    /** Facts: how many were lost, of how many. */
    TOO_FEW_PINGS("cause.tooFew"),
    /** Fact: the interval of the loss. */
    UNLIKE_THE_BOOK("cause.notBook"),
    /** Fact: the interval of the loss. */
    UNLIKE_THE_BOOK_HERE("cause.notBook.here"),
    /** Fact: how many at a stretch. */
    BURSTS("cause.bursts"),
    /** Facts: the interval of the loss, 1 for pings to this machine itself and 0 otherwise. */
    LIKE_THE_BOOK("cause.book"),
    /** Facts: as of {@link #LIKE_THE_BOOK}. */
    LIKE_THE_BOOKS_PYTHON("cause.book.python"),
    /** Facts: as of {@link #LIKE_THE_BOOK}. */
    LIKE_EITHER_BOOK("cause.book.either"),
    /** Fact: the endpoint under which the server sees this machine now. */
    NAT_CHANGED("cause.nat.changed"),
    /** Fact: the endpoint under which the server sees this machine. */
    NAT("cause.nat");

    private final String key;

    Cause(String key) {
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
