package pingmonitor.network.router;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/**
 * Has the router forward a UDP port to this machine for as long as it is open: finds the router, asks it, renews the
 * lease, looks after changes of the network, and removes the mapping at the end. All of it on a thread of its own; no
 * method but {@link #close} waits.
 */
public final class PortForwarding implements AutoCloseable {

    /**
     * Begins.
     *
     * @param consent nothing is sent to the router before it is given
     * @param notes where permanent mappings are noted
     * @param sink takes every step, one at a time, on the forwarding's thread
     */
    public static PortForwarding start(
            ForwardingPlan plan,
            Consent consent,
            MappingNotes notes,
            Consumer<ForwardingEvent> sink) {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes permanent mappings that a program of this person left behind when it crashed; the person agreed to that
     * with the mapping. Sends nothing when there is no note. For the start of the program, not on the FX thread: with a
     * note it takes up to 3 s.
     *
     * @return the external ports that are closed now
     */
    public static List<Integer> removeLeftovers(MappingNotes notes) {
        throw new UnsupportedOperationException();
    }

    /** Everything that is known now; at least as new as the latest step told. */
    public Forwarding now() {
        return Forwarding.AT_FIRST;
    }

    /** The person agrees that the router is asked. */
    public void agree() {}

    /** The person agrees to a mapping without an end; it is removed when this closes, or by {@link #removeLeftovers}. */
    public void agreeToPermanent() {}

    /** The person wants none without an end. */
    public void declinePermanent() {}

    /** Asks the router again now, whatever it said before. */
    public void askAgain() {}

    /** A far end saw this machine under that address: it is compared with the router's own outside address. */
    public void seenFromOutside(InetAddress address) {}

    /** The end is wanted: the mapping is removed. Does not wait. */
    public void stop() {}

    /** Stops, and waits until the mapping is removed, 3 s at most. Nothing is told after this returns. */
    @Override
    public void close() {}
}
