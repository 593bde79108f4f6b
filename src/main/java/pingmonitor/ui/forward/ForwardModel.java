package pingmonitor.ui.forward;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import pingmonitor.network.PublicEndpoint;
import pingmonitor.network.router.Consent;
import pingmonitor.network.router.Forwarding;
import pingmonitor.network.router.ForwardingPlan;
import pingmonitor.network.router.Mapping;
import pingmonitor.network.router.NatWarning;
import pingmonitor.ui.common.FxBridge;

/**
 * The forwarding of the server's port as the window sees it. It follows the server: what the person once agreed to is
 * done again for every port it listens at, and undone when it stops; for this sitting only. FX thread only.
 */
public final class ForwardModel {
    private final ForwardHost host;
    private final Consumer<URI> browser;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<Optional<PublicEndpoint>> publicEndpoint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> serverPort =
            new ReadOnlyObjectWrapper<>(OptionalInt.empty());

    /** Whether the router may be asked. */
    private boolean agreed;

    /** Whether somebody wants to know what would be entered by hand. */
    private boolean watched;

    /** Whether a forwarding was ordered for the server that runs. */
    private boolean ordered;

    /**
     * Nothing is forwarded.
     *
     * @param browser opens a page of the router; must not wait
     */
    public ForwardModel(ForwardEngine.Factory engines, Consumer<URI> browser) {
        FxBridge bridge = new FxBridge(this::refresh);
        this.host = new ForwardHost(engines, bridge::signal);
        this.browser = browser;
    }

    /** All there is to show. */
    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Where the server listens, if it does. */
    ReadOnlyObjectProperty<OptionalInt> serverPortProperty() {
        return serverPort.getReadOnlyProperty();
    }

    /** Address and port to give away, while the router forwards them. */
    public ReadOnlyObjectProperty<Optional<PublicEndpoint>> publicEndpointProperty() {
        return publicEndpoint.getReadOnlyProperty();
    }

    /** The server listens there now, or not at all. */
    public void serverIs(OptionalInt port) {
        if (!port.equals(serverPort.get())) {
            serverPort.set(port);
            close();
            openIfWanted();
        }
    }

    /** Whether it is to be known what would be entered by hand; nothing is sent for it. */
    void watch(boolean wanted) {
        watched = wanted;
        openIfWanted();
        if (!wanted && !agreed) {
            close();
        }
    }

    /** The person agrees that the router is asked. */
    void agree() {
        agreed = true;
        if (ordered) {
            host.tell(ForwardEngine::agree);
        } else {
            openIfWanted();
        }
    }

    /** Whether the person agreed, and did not withdraw it. */
    boolean isAgreed() {
        return agreed;
    }

    /** The person agrees to a mapping without an end, or not. */
    void answerPermanent(boolean yes) {
        host.tell(yes ? ForwardEngine::agreeToPermanent : ForwardEngine::declinePermanent);
    }

    /** Asks the router again now. */
    void askAgain() {
        host.tell(ForwardEngine::askAgain);
    }

    /** The person wants no forwarding any more. */
    void withdraw() {
        agreed = false;
        close();
        openIfWanted();
    }

    /** A far end saw this machine under that address: if it is not the router's own, the person is warned. */
    public void seenFromOutside(InetAddress address) {
        host.tell(engine -> engine.seenFromOutside(address));
    }

    /** Shows the router's page. */
    void openPage(URI page) {
        browser.accept(page);
    }

    /** Closes in the background what an earlier program left open at the router when it crashed. */
    public void removeLeftovers() {
        host.removeLeftovers();
    }

    /** Removes the mapping for good and waits for it, some seconds at most. */
    public void shutdown() {
        host.shutdown();
    }

    private void openIfWanted() {
        if (!ordered && serverPort.get().isPresent() && (agreed || watched)) {
            ordered = true;
            host.open(
                    ForwardingPlan.of(serverPort.get().getAsInt()),
                    agreed ? Consent.GIVEN : Consent.NOT_YET);
        }
    }

    private void close() {
        if (ordered) {
            ordered = false;
            host.close();
        }
    }

    private void refresh() {
        Progress now = host.progress();
        progress.set(now);
        publicEndpoint.set(now.known().flatMap(ForwardModel::endpoint));
    }

    private static Optional<PublicEndpoint> endpoint(Forwarding forwarding) {
        List<NatWarning> warnings = forwarding.warnings();
        boolean inside =
                warnings.contains(NatWarning.DOUBLE_NAT)
                        || warnings.contains(NatWarning.CARRIER_NAT);
        return forwarding
                .mapping()
                .flatMap(
                        mapping ->
                                mapping.externalAddress()
                                        .map(address -> endpoint(address, mapping, inside)));
    }

    private static PublicEndpoint endpoint(InetAddress address, Mapping mapping, boolean inside) {
        return new PublicEndpoint(
                address,
                mapping.externalPort(),
                inside ? PublicEndpoint.Source.NEXT_NETWORK : PublicEndpoint.Source.ROUTER);
    }
}
