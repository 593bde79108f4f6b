package pingmonitor.router;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A forwarding without a router, of which nothing is asked but its end. */
public class UnaskedForwarding implements ForwardingControl {
    @Override
    public Forwarding now() {
        return new Forwarding(
                new ForwardingState.NeedsConsent(), Optional.empty(), List.of(), List.of());
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
    public void seenFromOutside(InetAddress own, InetAddress outside) {
        throw new UnsupportedOperationException("nobody has seen it");
    }

    @Override
    public void close() {
        // There is nothing to be removed.
    }
}
