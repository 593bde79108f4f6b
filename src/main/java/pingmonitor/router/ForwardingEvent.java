package pingmonitor.router;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A step of a forwarding, in order, one at a time. */
public sealed interface ForwardingEvent {

    /** The tables of the system were read: what a person would enter by hand; empty without a router. */
    record Looked(Optional<ManualEntry> byHand) implements ForwardingEvent {}

    /** The router is asked now, in one way. */
    record Asking(Protocol protocol, InetAddress router) implements ForwardingEvent {}

    /** What came of it. */
    record Answered(MappingAttempt attempt) implements ForwardingEvent {}

    /**
     * That port at the router belongs to somebody else.
     *
     * @param next which is tried instead; empty when enough were tried
     */
    record PortTaken(Protocol protocol, int port, OptionalInt next) implements ForwardingEvent {}

    /** The state is another now. */
    record Changed(ForwardingState state) implements ForwardingEvent {}

    /** What is to be feared of the network outside; empty when an earlier fear was unfounded. */
    record Warned(List<NatWarning> warnings) implements ForwardingEvent {}

    /** A permanent mapping that an earlier program left behind after a crash. */
    record LeftoverRemoved(int externalPort) implements ForwardingEvent {}
}
