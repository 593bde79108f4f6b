package pingmonitor.ping;

/**
 * Why a run, an input or a datagram could not be, in a form that every face can put into words.
 *
 * @param kind what is wrong
 * @param subject what it is about, for the message: the host as typed, the port, the bytes asked for
 * @param detail what the system said, or empty
 */
public record Problem(Kind kind, String subject, String detail) {

    /** The input a problem belongs to, so that a form can show the message beside it. */
    public enum Field {
        HOST,
        PORT,
        COUNT,
        TIMEOUT,
        PAUSE,
        INTERVAL,
        SIZE,
        NONE
    }

    /** What can be wrong. */
    public enum Kind {
        HOST_EMPTY(Field.HOST),
        HOST_HAS_SPACE(Field.HOST),
        /** A colon, as before a port, and no port that could be taken off behind it. */
        HOST_HAS_PORT(Field.HOST),
        /** {@code scheme://…}, and not {@code udp://host:port}. */
        HOST_BAD_URI(Field.HOST),
        /** Digits and dots, but not four numbers from 0 to 255. */
        HOST_BAD_IPV4(Field.HOST),
        HOST_BAD_IPV6(Field.HOST),
        /** A link-local IPv6 address without the interface it is meant on. */
        HOST_NEEDS_ZONE(Field.HOST),
        /** An IPv6 address with an interface that this machine does not have; the subject is the interface. */
        HOST_UNKNOWN_ZONE(Field.HOST),
        /**
         * A name whose address is a link-local one, with several interfaces to choose from; the detail is the address
         * with one of them.
         */
        NAME_NEEDS_ZONE(Field.HOST),
        HOST_NAME_TOO_LONG(Field.HOST),
        HOST_BAD_NAME(Field.HOST),
        HOST_UNSPECIFIED(Field.HOST),
        HOST_BROADCAST(Field.HOST),
        HOST_MULTICAST(Field.HOST),
        NAME_NOT_FOUND(Field.HOST),
        /** The name has addresses, but none of the family asked for. */
        NO_ADDRESS_OF_FAMILY(Field.HOST),
        /** No network, or no route to that address. */
        NO_ROUTE(Field.HOST),
        /** No route to an address of the family asked for, IPv6, but one to an IPv4 address of the same name. */
        NO_ROUTE_BUT_IPV4(Field.HOST),
        /** No route to an address of the family asked for, IPv4, but one to an IPv6 address of the same name. */
        NO_ROUTE_BUT_IPV6(Field.HOST),
        PORT_NOT_A_NUMBER(Field.PORT),
        PORT_OUT_OF_RANGE(Field.PORT),
        COUNT_INVALID(Field.COUNT),
        TIMEOUT_INVALID(Field.TIMEOUT),
        PAUSE_INVALID(Field.PAUSE),
        INTERVAL_INVALID(Field.INTERVAL),
        SIZE_INVALID(Field.SIZE),
        /** The system refuses a datagram of that size. */
        MESSAGE_TOO_LONG(Field.SIZE),
        /** The buffers of the network card or of the system are full. */
        NO_BUFFERS(Field.NONE),
        /** The system closed the port that pings leave from. */
        PORT_CLOSED(Field.NONE),
        /** The system lets this program open no further port. */
        TOO_MANY_OPEN(Field.NONE),
        /** A firewall of this machine, or a missing right, forbids the sending. */
        NOT_PERMITTED(Field.NONE),
        OTHER(Field.NONE);

        private final Field field;

        Kind(Field field) {
            this.field = field;
        }

        /** The input this kind of problem belongs to. */
        public Field field() {
            return field;
        }
    }

    /** A problem of which the system said nothing more. */
    public static Problem of(Kind kind, String subject) {
        return new Problem(kind, subject, "");
    }
}
