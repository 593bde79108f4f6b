package pingmonitor.router;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has the router forward a UDP port to this machine for as long as it is open: finds the router, asks it, renews the
 * lease, looks after changes of the network, and removes the mapping at the end. All of it on a thread of its own; no
 * method but {@link #close} waits.
 */
public final class PortForwarding implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PortForwarding.class.getName());
    private static final long CLOSE_MILLIS = 3_000;

    private final ForwardingPublisher telling;
    private final ForwardingRequests wishes;
    private final ForwardingRun run;
    private final Announcements announcements;
    private final Thread thread = new Thread(this::drive, "port-forwarding");

    private PortForwarding(
            ForwardingPublisher telling,
            ForwardingRequests wishes,
            ForwardingRun run,
            Announcements announcements) {
        this.telling = telling;
        this.wishes = wishes;
        this.run = run;
        this.announcements = announcements;
        thread.setDaemon(true);
    }

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
        return start(plan, consent, notes, sink, RouterEnvironment.SYSTEM, RouterPorts.STANDARD);
    }

    static PortForwarding start(
            ForwardingPlan plan,
            Consent consent,
            MappingNotes notes,
            Consumer<ForwardingEvent> sink,
            RouterEnvironment around,
            RouterPorts ports) {
        ForwardingPublisher telling = new ForwardingPublisher(sink);
        ForwardingRequests wishes = new ForwardingRequests(consent);
        NotedMappings mappings = new NotedMappings(plan, around, notes);
        StaleMappings leftovers = new StaleMappings(notes, around, ports);
        PortForwarding forwarding =
                new PortForwarding(
                        telling,
                        wishes,
                        new ForwardingRun(plan, around, mappings, leftovers, telling, wishes),
                        Announcements.hear(ports.announcements(), wishes));
        forwarding.thread.start();
        return forwarding;
    }

    /**
     * Removes permanent mappings that a program of this person left behind when it crashed; the person agreed to that
     * with the mapping. Sends nothing when there is no note. For the start of the program, not on the FX thread: with a
     * note it takes up to 3 s and the time to find the router. A forwarding that is started does the same after its first
     * question.
     *
     * @return the external ports that are closed now
     */
    public static List<Integer> removeLeftovers(MappingNotes notes) {
        return new StaleMappings(notes, RouterEnvironment.SYSTEM, RouterPorts.STANDARD)
                .remove(Optional.empty(), () -> false);
    }

    /** Everything that is known now; at least as new as the latest step told. */
    public Forwarding now() {
        return telling.now();
    }

    /**
     * The person agrees that this router is asked; another one, in another network, is not.
     *
     * @param router its address in the local network
     */
    public void agree(InetAddress router) {
        wishes.agree(router);
    }

    /**
     * The person agrees to that mapping without an end, or does not. It is removed when this closes, or by {@link
     * #removeLeftovers}. A no holds until {@link #askAgain}.
     */
    public void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes) {
        wishes.permanent(question, yes);
    }

    /** Asks the router again now, whatever it said before. */
    public void askAgain() {
        wishes.askAgain();
    }

    /**
     * A far end saw this machine under another address: it is compared with the router's own outside address, if the
     * mapping leads to the address that was seen so.
     *
     * @param own this machine's address on the way there
     */
    public void seenFromOutside(InetAddress own, InetAddress outside) {
        wishes.seen(new ForwardingRequests.Seen(own, outside));
    }

    /** The end is wanted: the mapping is removed. Does not wait. */
    public void stop() {
        wishes.stop();
    }

    /** Stops, and waits until the mapping is removed, 3 s at most. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drive() {
        try {
            while (!run.isOver()) {
                wishes.await(run.step());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a port forwarding broke", e);
            wishes.stop();
            run.step();
        } finally {
            announcements.close();
        }
    }
}
