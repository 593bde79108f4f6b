package pingmonitor.ui.app;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.ui.forward.ForwardEngine;

/** No router, but it notes what a far end is said to have seen. */
final class RecordingRouter implements ForwardEngine, ForwardEngine.Factory {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public ForwardEngine start(ForwardingPlan plan, Consumer<ForwardingEvent> sink) {
        return this;
    }

    @Override
    public List<Integer> removeLeftovers() {
        return List.of();
    }

    @Override
    public Forwarding now() {
        return new Forwarding(
                new ForwardingState.NeedsConsent(), Optional.empty(), List.of(), List.of());
    }

    @Override
    public void seenFromOutside(InetAddress own, InetAddress outside) {
        seen.add(own.getHostAddress() + " as " + outside.getHostAddress());
    }

    @Override
    public void agree(InetAddress router) {
        throw new UnsupportedOperationException("nobody agrees");
    }

    @Override
    public void answerPermanent(ForwardingState.NeedsPermanent question, boolean yes) {
        throw new UnsupportedOperationException("nobody is asked");
    }

    @Override
    public void askAgain() {
        throw new UnsupportedOperationException("nobody is asked");
    }

    @Override
    public void close() {
        // There is nothing to be removed.
    }
}
