package pingmonitor.router;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a port could not be forwarded in one way.
 *
 * @param kind what is the matter
 * @param code the protocol's own number for it, where the router gave one
 * @param detail what the router or the system said, one harmless line, or empty
 * @param externalAddress of the router, where it told although it refused: it may be the reason
 */
public record MappingRefusal(
        Kind kind, OptionalInt code, String detail, Optional<InetAddress> externalAddress) {

    /** A refusal without the external address of the router. */
    public MappingRefusal(Kind kind, OptionalInt code, String detail) {
        this(kind, code, detail, Optional.empty());
    }

    /** What can be the matter. */
    public enum Kind {
        /** Silence until the time was over. */
        NO_ANSWER,
        /** The router does not speak this protocol: it said so, or nothing listens there. */
        NOT_OFFERED,
        /** The router speaks it and does not allow it, which often is a setting in its page. */
        NOT_ALLOWED,
        /** The router has no connection to the outside at the moment, or no public address there. */
        NO_OUTSIDE,
        /** The router has no room for a further mapping, or for one more of this machine. */
        FULL,
        /** All ports that were tried are taken. */
        PORT_TAKEN,
        /** UPnP 725: it makes only mappings without an end, and the person was not asked yet, or refused. */
        ONLY_PERMANENT,
        /** The router sees this machine under another address: there is one more router in between. */
        OTHER_ADDRESS,
        /** The router cannot do what is needed. */
        UNSUPPORTED,
        /** What it answered makes no sense. */
        NONSENSE,
        /** It points to another machine for the rest, which is not followed. */
        ELSEWHERE,
        /** This system could not send. */
        NOT_SENT,
        /** A mapping without an end was not made because this machine could not keep a note of it. */
        NOT_NOTED,
        /** The router failed in a way of its own. */
        OTHER
    }

    /**
     * The same of a router whose address outside is this one. Where it is not public some say only that they failed.
     */
    MappingRefusal seenWith(Optional<InetAddress> address) {
        boolean vague = kind == Kind.FULL || kind == Kind.OTHER;
        boolean explains =
                vague && address.filter(each -> !ExternalAddress.isPublic(each)).isPresent();
        return new MappingRefusal(explains ? Kind.NO_OUTSIDE : kind, code, detail, address);
    }

    static MappingRefusal of(Kind kind) {
        return new MappingRefusal(kind, OptionalInt.empty(), "");
    }

    static MappingRefusal of(Kind kind, int code) {
        return new MappingRefusal(kind, OptionalInt.of(code), "");
    }

    static MappingRefusal of(Kind kind, String detail) {
        return new MappingRefusal(kind, OptionalInt.empty(), RouterReplyText.line(detail));
    }
}
