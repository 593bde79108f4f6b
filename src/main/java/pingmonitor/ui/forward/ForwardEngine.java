package pingmonitor.ui.forward;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import pingmonitor.router.Consent;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.MappingNotes;
import pingmonitor.router.PortForwarding;

/** A forwarding that is under way; the seam at which a test puts one without a router. */
public interface ForwardEngine {
    /** What is known now; at least as new as the latest step told. */
    Forwarding now();

    /** The person agrees that this router is asked, and no other. */
    void agree(InetAddress router);

    /** The person agrees to that mapping without an end, or does not. */
    void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes);

    /** Asks the router again now. */
    void askAgain();

    /**
     * A far end saw this machine under another address.
     *
     * @param own this machine's on the way there
     */
    void seenFromOutside(InetAddress own, InetAddress outside);

    /** Removes the mapping and waits for it, some seconds at most. */
    void close();

    /** Starts them. */
    interface Factory {
        /** Begins, but sends nothing before the person agrees; tells every step to the sink, on another thread. */
        ForwardEngine start(ForwardingPlan plan, Consumer<ForwardingEvent> sink);

        /** Closes ports that an earlier program left open for ever when it crashed; which ones. May take some seconds. */
        List<Integer> removeLeftovers();
    }

    /** The real ones. */
    static Factory router(MappingNotes notes) {
        return new Factory() {
            @Override
            public ForwardEngine start(ForwardingPlan plan, Consumer<ForwardingEvent> sink) {
                return of(PortForwarding.start(plan, Consent.NOT_YET, notes, sink));
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
            public ForwardEngine start(ForwardingPlan plan, Consumer<ForwardingEvent> sink) {
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
            public void agree(InetAddress router) {
                forwarding.agree(router);
            }

            @Override
            public void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes) {
                forwarding.answerPermanent(question, yes);
            }

            @Override
            public void askAgain() {
                forwarding.askAgain();
            }

            @Override
            public void seenFromOutside(InetAddress own, InetAddress outside) {
                forwarding.seenFromOutside(own, outside);
            }

            @Override
            public void close() {
                forwarding.close();
            }
        };
    }
}
