package pingmonitor.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what is known of a forwarding, and tells every step: first what is known is changed, then it is told. */
final class ForwardingPublisher {
    private static final System.Logger LOG = System.getLogger(ForwardingPublisher.class.getName());

    private final Consumer<ForwardingEvent> sink;
    private volatile Forwarding now = Forwarding.AT_FIRST;

    ForwardingPublisher(Consumer<ForwardingEvent> sink) {
        this.sink = sink;
    }

    Forwarding now() {
        return now;
    }

    void looked(Optional<ManualEntry> byHand) {
        now = new Forwarding(now.state(), byHand, now.attempts(), now.warnings());
        tell(new ForwardingEvent.Looked(byHand));
    }

    /** An inquiry begins, with a clean list of attempts. */
    void begin() {
        now = new Forwarding(now.state(), now.byHand(), List.of(), now.warnings());
        change(new ForwardingState.Asking());
    }

    void change(ForwardingState state) {
        now = new Forwarding(state, now.byHand(), now.attempts(), now.warnings());
        tell(new ForwardingEvent.Changed(state));
    }

    void asking(Protocol protocol, Gateway gateway) {
        tell(new ForwardingEvent.Asking(protocol, gateway.address()));
    }

    void portTaken(ForwardingEvent.PortTaken taken) {
        tell(taken);
    }

    void answered(Protocol protocol, MappingAttempt.Outcome outcome) {
        MappingAttempt attempt = new MappingAttempt(protocol, outcome);
        List<MappingAttempt> attempts = new ArrayList<>(now.attempts());
        attempts.removeIf(each -> each.protocol() == protocol);
        attempts.add(attempt);
        now = new Forwarding(now.state(), now.byHand(), List.copyOf(attempts), now.warnings());
        tell(new ForwardingEvent.Answered(attempt));
    }

    /** Tells warnings that are new, or that there are none any more. */
    void warned(List<NatWarning> warnings) {
        if (!warnings.equals(now.warnings())) {
            now = new Forwarding(now.state(), now.byHand(), now.attempts(), warnings);
            tell(new ForwardingEvent.Warned(warnings));
        }
    }

    void leftoverRemoved(int externalPort) {
        tell(new ForwardingEvent.LeftoverRemoved(externalPort));
    }

    /** Whatever a listener does, a mapping must be renewed and removed. */
    private void tell(ForwardingEvent event) {
        try {
            sink.accept(event);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a listener of a port forwarding broke", e);
        }
    }
}
