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
public final class PortForwarding implements ForwardingControl {
    private static final System.Logger LOG = System.getLogger(PortForwarding.class.getName());
    private static final long CLOSE_MILLIS = 3_000;

    private final ForwardingPublisher publisher;
    private final ForwardingRequests requests;
    private final ForwardingRun run;
    private final RouterAnnouncements announcements;
    private final Thread thread = new Thread(this::drive, "port-forwarding");

    private PortForwarding(
            ForwardingPublisher publisher,
            ForwardingRequests requests,
            ForwardingRun run,
            RouterAnnouncements announcements) {
        this.publisher = publisher;
        this.requests = requests;
        this.run = run;
        this.announcements = announcements;
        thread.setDaemon(true);
    }

    static PortForwarding start(
            ForwardingPlan plan,
            Consent consent,
            MappingNotes notes,
            Consumer<ForwardingEvent> sink,
            RouterEnvironment environment,
            RouterPorts ports) {
        ForwardingPublisher publisher = new ForwardingPublisher(sink);
        ForwardingRequests requests = new ForwardingRequests(consent);
        NotedMappings mappings = new NotedMappings(plan, environment, notes);
        StaleMappings leftovers = new StaleMappings(notes, environment, ports);
        PortForwarding forwarding =
                new PortForwarding(
                        publisher,
                        requests,
                        new ForwardingRun(
                                plan, environment, mappings, leftovers, publisher, requests),
                        RouterAnnouncements.hear(ports.announcements(), requests));
        forwarding.thread.start();
        return forwarding;
    }

    /**
     * Starts real ones.
     *
     * @param notes where permanent mappings are noted
     */
    public static Factory notedIn(MappingNotes notes) {
        return new Factory() {
            @Override
            public ForwardingControl start(
                    ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
                return PortForwarding.start(
                        plan, consent, notes, sink, RouterEnvironment.SYSTEM, RouterPorts.STANDARD);
            }

            @Override
            public List<Integer> removeLeftovers() {
                return new StaleMappings(notes, RouterEnvironment.SYSTEM, RouterPorts.STANDARD)
                        .remove(Optional.empty(), () -> false);
            }
        };
    }

    @Override
    public Forwarding now() {
        return publisher.now();
    }

    @Override
    public void agree(InetAddress router) {
        requests.agree(router);
    }

    @Override
    public void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes) {
        requests.permanent(question, yes);
    }

    @Override
    public void askAgain() {
        requests.askAgain();
    }

    @Override
    public void seenFromOutside(InetAddress own, InetAddress outside) {
        requests.seen(new ForwardingRequests.Seen(own, outside));
    }

    /** The end is wanted: the mapping is removed. Does not wait. */
    public void stop() {
        requests.stop();
    }

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
                requests.await(run.step());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a port forwarding broke", e);
            requests.stop();
            run.step();
        } finally {
            announcements.close();
        }
    }
}
