package pingmonitor.ui.app;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pingmonitor.router.Consent;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.UnaskedForwarding;

/** No router, but it notes what a far end is said to have seen. */
final class RecordingRouter extends UnaskedForwarding implements ForwardingControl.Factory {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public ForwardingControl start(
            ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
        return this;
    }

    @Override
    public List<Integer> removeLeftovers() {
        return List.of();
    }

    @Override
    public void seenFromOutside(InetAddress own, InetAddress outside) {
        seen.add(own.getHostAddress() + " as " + outside.getHostAddress());
    }
}
