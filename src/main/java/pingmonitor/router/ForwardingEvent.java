package pingmonitor.router;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A step of a forwarding, in order, one at a time. */
public sealed interface ForwardingEvent {
    /** Calls the visitor's method for this kind of event. */
    <R> R accept(Visitor<R> visitor);

    /** Handles every kind of event: a new kind is a compile error in each visitor. */
    interface Visitor<R> {
        R looked(Looked event);

        R asking(Asking event);

        R answered(Answered event);

        R portTaken(PortTaken event);

        R changed(Changed event);

        R warned(Warned event);

        R leftoverRemoved(LeftoverRemoved event);
    }

    /** The tables of the system were read: what a person would enter by hand; empty without a router. */
    record Looked(Optional<ManualEntry> byHand) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.looked(this);
        }
    }

    /** The router is asked now, in one way. */
    record Asking(Protocol protocol, InetAddress router) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.asking(this);
        }
    }

    /** What came of it. */
    record Answered(MappingAttempt attempt) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }
    }

    /**
     * That port at the router belongs to somebody else.
     *
     * @param next which is tried instead; empty when enough were tried
     */
    record PortTaken(Protocol protocol, int port, OptionalInt next) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.portTaken(this);
        }
    }

    /** The state is another now. */
    record Changed(ForwardingState state) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changed(this);
        }
    }

    /** What is to be feared of the network outside; empty when an earlier fear was unfounded. */
    record Warned(List<NatWarning> warnings) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.warned(this);
        }
    }

    /** A permanent mapping that an earlier program left behind after a crash. */
    record LeftoverRemoved(int externalPort) implements ForwardingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leftoverRemoved(this);
        }
    }
}
