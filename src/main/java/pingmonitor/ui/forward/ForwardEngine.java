package pingmonitor.ui.forward;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import pingmonitor.network.router.Consent;
import pingmonitor.network.router.Forwarding;
import pingmonitor.network.router.ForwardingEvent;
import pingmonitor.network.router.ForwardingPlan;
import pingmonitor.network.router.MappingNotes;
import pingmonitor.network.router.PortForwarding;

/** A forwarding that is under way; the seam at which a test puts one without a router. */
public interface ForwardEngine {
    /** What is known now; at least as new as the latest step told. */
    Forwarding now();

    /** The person agrees that the router is asked. */
    void agree();

    /** The person agrees to a mapping without an end. */
    void agreeToPermanent();

    /** The person wants none without an end. */
    void declinePermanent();

    /** Asks the router again now. */
    void askAgain();

    /** A far end saw this machine under that address. */
    void seenFromOutside(InetAddress address);

    /** Removes the mapping and waits for it, some seconds at most. */
    void close();

    /** Starts them. */
    interface Factory {
        /**
         * Begins; tells every step to the sink, on another thread.
         *
         * @param consent before it is given nothing is sent
         */
        ForwardEngine start(ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink);

        /** Closes ports that an earlier program left open for ever when it crashed; which ones. May take some seconds. */
        List<Integer> removeLeftovers();
    }

    /** The real ones. */
    static Factory router(MappingNotes notes) {
        return new Factory() {
            @Override
            public ForwardEngine start(
                    ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
                return of(PortForwarding.start(plan, consent, notes, sink));
            }

            @Override
            public List<Integer> removeLeftovers() {
                return PortForwarding.removeLeftovers(notes);
            }
        };
    }

    /** No router at all, and nothing to be asked of the system: for a window that is not for a person. */
    static Factory none() {
        return new Factory() {
            @Override
            public ForwardEngine start(
                    ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
                throw new UnsupportedOperationException("nobody is there to ask for it");
            }

            @Override
            public List<Integer> removeLeftovers() {
                return List.of();
            }
        };
    }

    private static ForwardEngine of(PortForwarding forwarding) {
        return new ForwardEngine() {
            @Override
            public Forwarding now() {
                return forwarding.now();
            }

            @Override
            public void agree() {
                forwarding.agree();
            }

            @Override
            public void agreeToPermanent() {
                forwarding.agreeToPermanent();
            }

            @Override
            public void declinePermanent() {
                forwarding.declinePermanent();
            }

            @Override
            public void askAgain() {
                forwarding.askAgain();
            }

            @Override
            public void seenFromOutside(InetAddress address) {
                forwarding.seenFromOutside(address);
            }

            @Override
            public void close() {
                forwarding.close();
            }
        };
    }
}
