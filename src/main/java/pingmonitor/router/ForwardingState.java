package pingmonitor.router;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** How a forwarding stands. */
public sealed interface ForwardingState {

    /** The system's tables are read for the router; nothing is sent. */
    record Looking() implements ForwardingState {}

    /**
     * The router is known or not; nothing is sent to it until {@link PortForwarding#agree}. Also when it has become
     * another.
     */
    record NeedsConsent() implements ForwardingState {}

    /** The router is being asked; takes 3 s, and a moment more if something has to be taken back. */
    record Asking() implements ForwardingState {}

    /**
     * The router makes only mappings without an end (UPnP 725); nothing is made until {@link
     * PortForwarding#answerPermanent}.
     *
     * @param router who it is
     * @param externalPort that would stay open after a crash until the next start
     */
    record NeedsPermanent(InetAddress router, int externalPort) implements ForwardingState {}

    /** The router forwards the port. */
    record Standing(Mapping mapping) implements ForwardingState {}

    /**
     * The port is not forwarded; the attempts say why.
     *
     * @param why in one word
     * @param nextTry when the router is asked again by itself
     */
    record Failed(Why why, Instant nextTry) implements ForwardingState {}

    /** It is being removed; takes 2 s at most. */
    record Closing() implements ForwardingState {}

    /**
     * Over; the last state.
     *
     * @param endsAt when a mapping that may still stand ends by itself; with {@link Removal#ENDS_WITH_LEASE} only
     */
    record Closed(Removal removal, Optional<Instant> endsAt) implements ForwardingState {

        public Closed {
            if (endsAt.isPresent() != (removal == Removal.ENDS_WITH_LEASE)) {
                throw new IllegalArgumentException("no end, or one too many: " + removal);
            }
        }

        /** Nothing stands that ends by itself. */
        public Closed(Removal removal) {
            this(removal, Optional.empty());
        }
    }

    /** Why a port is not forwarded. */
    enum Why {
        /** No network, or none with a router. */
        NO_ROUTER,
        /** The router was asked in every way and granted none. */
        REFUSED,
        /** It stood and could not be renewed. */
        LOST
    }

    /** What became of the mapping at the end. */
    enum Removal {
        /** There was none. */
        NONE_NEEDED,
        /** The router confirmed it. */
        REMOVED,
        /** The router did not confirm it; it ends with its lease. */
        ENDS_WITH_LEASE,
        /** The router did not confirm it, and it has no end: it is tried again at the next start. */
        LEFT_FOR_NEXT_START
    }
}
