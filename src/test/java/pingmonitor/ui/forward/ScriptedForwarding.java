package pingmonitor.ui.forward;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pingmonitor.router.Consent;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.NatWarning;

/** A forwarding without a router, which tells what a test says. */
final class ScriptedForwarding implements ForwardingControl {
    final ForwardingPlan plan;
    final List<String> orders = new CopyOnWriteArrayList<>();
    private final Consumer<ForwardingEvent> sink;
    private final Factory factory;
    private volatile Forwarding now =
            new Forwarding(new ForwardingState.Looking(), Optional.empty(), List.of(), List.of());

    private ScriptedForwarding(
            ForwardingPlan plan, Consumer<ForwardingEvent> sink, Factory factory) {
        this.plan = plan;
        this.sink = sink;
        this.factory = factory;
    }

    /** Makes them. */
    static final class Factory implements ForwardingControl.Factory {
        final List<ScriptedForwarding> made = new CopyOnWriteArrayList<>();
        volatile List<Integer> leftovers = List.of();
        volatile ForwardingState.Removal removal = ForwardingState.Removal.NONE_NEEDED;

        @Override
        public ForwardingControl start(
                ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
            ScriptedForwarding one = new ScriptedForwarding(plan, sink, this);
            made.add(one);
            return one;
        }

        @Override
        public List<Integer> removeLeftovers() {
            return leftovers;
        }
    }

    void looked(Optional<ManualEntry> byHand) {
        now = new Forwarding(now.state(), byHand, now.attempts(), now.warnings());
        sink.accept(new ForwardingEvent.Looked(byHand));
    }

    void becomes(ForwardingState state) {
        boolean anew = state instanceof ForwardingState.Asking;
        now =
                new Forwarding(
                        state, now.byHand(), anew ? List.of() : now.attempts(), now.warnings());
        sink.accept(new ForwardingEvent.Changed(state));
    }

    void answers(MappingAttempt attempt) {
        List<MappingAttempt> attempts = new ArrayList<>(now.attempts());
        attempts.add(attempt);
        now = new Forwarding(now.state(), now.byHand(), List.copyOf(attempts), now.warnings());
        sink.accept(new ForwardingEvent.Answered(attempt));
    }

    void warns(NatWarning... warnings) {
        now = new Forwarding(now.state(), now.byHand(), now.attempts(), List.of(warnings));
        sink.accept(new ForwardingEvent.Warned(List.of(warnings)));
    }

    void tell(ForwardingEvent event) {
        sink.accept(event);
    }

    @Override
    public Forwarding now() {
        return now;
    }

    @Override
    public void agree(InetAddress router) {
        orders.add("agree to " + router.getHostAddress());
    }

    @Override
    public void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes) {
        orders.add((yes ? "permanent " : "not permanent ") + question.externalPort());
    }

    @Override
    public void askAgain() {
        orders.add("again");
    }

    @Override
    public void seenFromOutside(InetAddress own, InetAddress outside) {
        orders.add(own.getHostAddress() + " seen as " + outside.getHostAddress());
    }

    @Override
    public void close() {
        orders.add("close");
        becomes(new ForwardingState.Closed(factory.removal));
    }
}
