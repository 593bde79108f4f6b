package pingmonitor.router;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/** A port forwarding that is under way: {@link PortForwarding}, or what a test puts in its place. */
public interface ForwardingControl extends AutoCloseable {
    /** Everything that is known now; at least as new as the latest step told. */
    Forwarding now();

    /**
     * The person agrees that this router is asked; another one, in another network, is not.
     *
     * @param router its address in the local network
     */
    void agree(InetAddress router);

    /**
     * The person agrees to that mapping without an end, or does not. It is removed when this closes, or by {@link
     * Factory#removeLeftovers}. A no holds until {@link #askAgain}.
     */
    void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes);

    /** Asks the router again now, whatever it said before. */
    void askAgain();

    /**
     * A far end saw this machine under another address: it is compared with the router's own outside address, if the
     * mapping leads to the address that was seen so.
     *
     * @param own this machine's address on the way there
     */
    void seenFromOutside(InetAddress own, InetAddress outside);

    /** Removes the mapping and waits for it, 3 s at most. */
    @Override
    void close();

    /** Starts forwardings. */
    interface Factory {
        /**
         * Begins; returns at once.
         *
         * @param consent nothing is sent to the router before it is given
         * @param sink takes every step, one at a time, on another thread
         */
        ForwardingControl start(
                ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink);

        /**
         * Removes permanent mappings that a program of this person left behind when it crashed; the person agreed to
         * that with the mapping. Sends nothing when there is no note; with a note it takes up to 3 s and the time to
         * find the router. A forwarding that is started does the same after its first question.
         *
         * @return the external ports that are closed now
         */
        List<Integer> removeLeftovers();

        /** Starts none, and has nothing to remove: for a window that is not for a person. */
        static Factory none() {
            return new Factory() {
                @Override
                public ForwardingControl start(
                        ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
                    throw new UnsupportedOperationException("nobody is there to ask for it");
                }

                @Override
                public List<Integer> removeLeftovers() {
                    return List.of();
                }
            };
        }
    }
}
