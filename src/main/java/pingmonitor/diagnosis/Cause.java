package pingmonitor.diagnosis;

import java.util.Locale;

/** What the evidence may mean. Its facts are those of the {@link Finding} that names it. */
public enum Cause {
    /** No facts. */
    NO_NETWORK,
    /** Fact: the name. */
    NAME_NOT_FOUND,
    /** Fact: the host. */
    NO_ROUTE,
    /** Fact: the host. */
    NO_IPV6,
    /** Fact: the host. */
    SENDING_FORBIDDEN,
    /** Facts: from where answers come, where they should come from. */
    OTHER_SOURCE,
    /** Facts: the endpoint, within which time. */
    ANSWERS_NOW,
    /** Facts: the endpoint, within which time, of how many pings none was answered before. */
    ANSWERS_NOW_AFTER_FEW,
    /** Facts: the endpoint, after which time at least, the time-out. */
    ANSWERS_SLOWLY,
    /** No facts. */
    QUESTION_ANSWERED,
    /** Facts: the host, the port. */
    PORT_REFUSED,
    /** Fact: the port. */
    PORT_REFUSED_HERE,
    /** Facts: the port, the addresses of this machine at which it is taken, what was pinged. */
    BOUND_ELSEWHERE,
    /** Fact: the port. */
    PORT_OPEN_NOW,
    PORT_OPEN_FOR_IPV6,
    /** Facts: the port that was pinged, the port of the program's own server. */
    OWN_SERVER_AT_OTHER_PORT,
    /** Fact: the port. */
    OWN_SERVER_ON_NOW,
    /** Fact: the port. */
    PORT_REFUSED_AT_TIMES,
    /**
     * Facts: the port, the number of the last ping before it was closed, that of the first one refused, whether one
     * ping before that got no reply or, as 2, more.
     */
    SERVER_ENDED,
    /** Facts: as of {@link #SERVER_ENDED}. */
    SERVER_MAY_HAVE_ENDED,
    /**
     * Facts: the port, the number of the last ping before it was closed, that of the first one refused, whether one
     * ping before that was answered or, as 2, more.
     */
    SERVER_ENDED_AFTER_REPLY,
    /** Fact: the port. */
    SERVER_RESTARTED,
    /** Facts: the port, the number of the first ping that found it open. */
    SERVER_STARTED,
    /** Facts: the port, the number of the first ping that found it open. */
    SERVER_STARTED_SILENT,
    /** Fact: the host. */
    HOST_UNREACHABLE,
    /** No facts. */
    HOST_UNREACHABLE_AT_TIMES,
    /** Fact: how many datagrams. */
    NAMES_NO_PING,
    /** Facts: how many datagrams, how many lost pings. */
    SOME_NAME_NO_PING,
    /** Facts, as of all that follow up to {@link #SENDS_OWN_TEXT}: how many replies, of how many. */
    SENDS_WHOLE_BUFFER,
    ROUNDS_TIME,
    NAMES_OWN_TIME,
    NAMES_NUMBER_ONLY,
    NAMES_TIME_ONLY,
    /** The time is that of the ping. */
    NAMES_OWN_NUMBER,
    /** The time of the ping is not named. */
    NAMES_OWN_NUMBER_ONLY,
    /** Neither number nor time. */
    SENDS_OWN_TEXT,
    /** Fact: the address. */
    PRIVATE_ELSEWHERE,
    /** Fact: the address. */
    CARRIER_INSIDE,
    /** Fact: the address. */
    LINK_LOCAL_ELSEWHERE,
    /** Fact: the address. */
    OWN_PUBLIC_ADDRESS,
    /** Fact: the port. */
    SILENCE_HERE,
    /** Fact: the port. */
    SILENCE_HELD,
    /** Fact: the port. */
    OWN_SERVER_SILENT,
    /** Fact: the address. */
    SILENCE_NEAR,
    /** Fact: the address. */
    SILENCE_FAR,
    /** Facts: the time-out, the slowest RTT. */
    ONLY_LATE,
    ONE_MESSAGE_BEHIND,
    /** Facts: how many, of how many lost ones, the time-out, the slowest RTT. */
    SOME_LATE,
    /** Facts: how many, of how many lost ones. */
    LOST_THERE,
    /** Facts: how many, of how many lost ones. */
    LOST_BACK,
    /** Facts: how many, of how many lost ones. */
    DROPPED_BY_SERVER,
    /** Facts: how many, of how many lost ones. */
    REFUSED_BY_LIMITS,
    /** Fact: the number of the first ping of those without an answer. */
    WENT_SILENT,
    /** Fact: the number of the first ping of those without an answer. */
    WENT_SILENT_HERE,
    /** Fact: how many pings. */
    SILENT_AT_FIRST,
    /** Fact: how many pings. */
    SILENT_AT_FIRST_HERE,
    /** Fact: how many of the lost pings. */
    LOST_WHILE_HELD_UP,
    /** Facts: how many were lost, of how many. */
    TOO_FEW_PINGS,
    /** Fact: the interval of the loss. */
    UNLIKE_THE_BOOK,
    /** Fact: the interval of the loss. */
    UNLIKE_THE_BOOK_HERE,
    /** Fact: how many at a stretch. */
    BURSTS,
    /** Facts: the interval of the loss, 1 for pings to this machine itself and 0 otherwise. */
    LIKE_THE_BOOK,
    /** Facts: as of {@link #LIKE_THE_BOOK}. */
    LIKE_THE_BOOKS_PYTHON,
    /** Facts: as of {@link #LIKE_THE_BOOK}. */
    LIKE_EITHER_BOOK,
    /** Fact: the endpoint under which the server sees this machine now. */
    NAT_CHANGED,
    /** Fact: the endpoint under which the server sees this machine. */
    NAT;

    /** The word for programs: the same in every language and never changed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
