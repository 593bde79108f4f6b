package pingmonitor.ui.forward;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import pingmonitor.host.AddressScope;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Gateway;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.Mapping;
import pingmonitor.router.NatWarning;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.FxBridge;

/**
 * The forwarding of the server's port as the window sees it. What the person agreed to holds for as long as the server
 * listens: when it is switched off the forwarding is undone, and after that nothing is open to the internet before the
 * person says so again. FX thread only.
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

    /** The router that may be asked. */
    private Optional<InetAddress> agreed = Optional.empty();

    /** The router that might be asked until the server was switched off. */
    private Optional<InetAddress> lapsed = Optional.empty();

    /** The routers that were asked in this sitting. */
    private final Set<InetAddress> asked = new HashSet<>();

    /** As what a far end saw this machine, also before there was a forwarding. */
    private Optional<Seen> seen = Optional.empty();

    /** The router's address outside, as it said last. */
    private Optional<InetAddress> outside = Optional.empty();

    /** Whether somebody wants to know what would be entered by hand. */
    private boolean watched;

    /** Whether a forwarding was ordered for the server that runs. */
    private boolean ordered;

    /**
     * Nothing is forwarded.
     *
     * @param browser opens a page of the router; must not wait
     */
    public ForwardModel(ForwardingControl.Factory engines, Consumer<URI> browser) {
        FxBridge bridge = new FxBridge(this::refresh);
        this.host = new ForwardHost(engines, bridge::signal);
        this.browser = browser;
    }

    /**
     * This machine as a far end saw it.
     *
     * @param own its address on the way there
     */
    private record Seen(InetAddress own, InetAddress outside) {}

    /** All there is to show. */
    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Where the server listens, if it does. */
    ReadOnlyObjectProperty<OptionalInt> serverPortProperty() {
        return serverPort.getReadOnlyProperty();
    }

    /** Address and port to give away, while the router forwards them and the internet has a way to that address. */
    public ReadOnlyObjectProperty<Optional<PublicEndpoint>> publicEndpointProperty() {
        return publicEndpoint.getReadOnlyProperty();
    }

    /** The server listens there now, or not at all. */
    public void serverIs(OptionalInt port) {
        if (!port.equals(serverPort.get())) {
            if (port.isEmpty()) {
                lapsed = agreed.or(() -> lapsed);
                agreed = Optional.empty();
            }
            serverPort.set(port);
            close();
            openIfWanted();
        }
    }

    /** Whether it is to be known what would be entered by hand; nothing is sent for it. */
    void watch(boolean wanted) {
        watched = wanted;
        openIfWanted();
        if (!wanted && agreed.isEmpty()) {
            close();
        }
    }

    /** The person agrees that the router that is shown is asked. */
    void agree() {
        router().ifPresent(
                        shown -> {
                            mayBeAsked(shown);
                            host.tell(engine -> engine.agree(shown));
                        });
    }

    /** The person agrees to what ended when the server was switched off: to the same router, and to no other one. */
    void agreeAnew() {
        lapsed.ifPresent(
                before -> {
                    mayBeAsked(before);
                    if (ordered) {
                        host.tell(engine -> engine.agree(before));
                    }
                    openIfWanted();
                });
    }

    /** Whether the person had agreed, and that ended when the server was switched off. */
    boolean hasLapsed() {
        return lapsed.isPresent();
    }

    /** Whether the router that is shown was not asked in this sitting. */
    boolean isUntouched() {
        return router().filter(asked::contains).isEmpty();
    }

    /** Whether the person agreed, and did not withdraw it. */
    boolean isAgreed() {
        return agreed.isPresent();
    }

    /** Whether the person agreed that a router is asked, and now there is another one. */
    boolean isElsewhere() {
        return agreed.isPresent() && router().filter(now -> !agreed.get().equals(now)).isPresent();
    }

    /** The person agrees to the mapping without an end that is asked about, or not. */
    void answerPermanent(boolean yes) {
        if (progress.get().known().map(Forwarding::state).orElseGet(ForwardingState.Looking::new)
                instanceof ForwardingState.NeedsPermanent question) {
            host.tell(engine -> engine.answerPermanent(question, yes));
        }
    }

    /** Asks the router again now. */
    void askAgain() {
        host.tell(ForwardingControl::askAgain);
    }

    /** The person wants no forwarding any more. */
    void withdraw() {
        lapsed = Optional.empty();
        agreed = Optional.empty();
        close();
        openIfWanted();
    }

    /**
     * A far end saw this machine under another address: if that is a public one and not the router's own, the person is
     * warned, now or when the router has told its own.
     *
     * @param own this machine's on the way there
     */
    public void seenFromOutside(InetAddress own, InetAddress address) {
        Optional<Seen> now = Optional.of(new Seen(own, address));
        if (AddressScope.of(address) == AddressScope.PUBLIC && !now.equals(seen)) {
            seen = now;
            tellSeen();
        }
    }

    /** Shows the router's page. */
    void openPage(URI page) {
        browser.accept(page);
    }

    /** Closes in the background what an earlier program left open at the router when it crashed. */
    public void removeLeftovers() {
        host.removeLeftovers();
    }

    /** Removes the mapping for good and waits for it, 4 s at most; on any thread, and once more does no harm. */
    public void shutdown() {
        host.shutdown();
    }

    private void mayBeAsked(InetAddress router) {
        agreed = Optional.of(router);
        lapsed = Optional.empty();
        asked.add(router);
    }

    private void openIfWanted() {
        if (!ordered && serverPort.get().isPresent() && (agreed.isPresent() || watched)) {
            ordered = true;
            host.open(ForwardingPlan.of(serverPort.get().getAsInt()));
            agreed.ifPresent(router -> host.tell(engine -> engine.agree(router)));
            tellSeen();
        }
    }

    private void tellSeen() {
        seen.ifPresent(
                each -> host.tell(engine -> engine.seenFromOutside(each.own(), each.outside())));
    }

    private Optional<InetAddress> router() {
        return gateway().map(Gateway::address);
    }

    private Optional<Gateway> gateway() {
        return progress.get().known().flatMap(Forwarding::byHand).map(ManualEntry::gateway);
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
        forgetSeenElsewhere();
        publicEndpoint.set(now.known().flatMap(ForwardModel::endpoint));
    }

    /** In another network, or when the router has got another address outside, it would be compared in vain. */
    private void forgetSeenElsewhere() {
        Optional<InetAddress> own = gateway().map(Gateway::ownAddress);
        Optional<InetAddress> there = progress.get().known().flatMap(Forwarding::externalAddress);
        boolean moved = own.isPresent() && !own.equals(seen.map(Seen::own));
        boolean renamed = there.isPresent() && outside.isPresent() && !there.equals(outside);
        if (moved || renamed) {
            seen = Optional.empty();
        }
        outside = there.or(() -> outside);
    }

    private static Optional<PublicEndpoint> endpoint(Forwarding forwarding) {
        PublicEndpoint.Source source = source(forwarding.warnings());
        return forwarding
                .mapping()
                .filter(Mapping::isForTheInternet)
                .flatMap(
                        mapping ->
                                mapping.externalAddress()
                                        .map(
                                                address ->
                                                        new PublicEndpoint(
                                                                address,
                                                                mapping.externalPort(),
                                                                source)));
    }

    private static PublicEndpoint.Source source(List<NatWarning> warnings) {
        return warnings.contains(NatWarning.SEEN_OTHERWISE)
                ? PublicEndpoint.Source.ROUTER_SEEN_OTHERWISE
                : PublicEndpoint.Source.ROUTER;
    }
}
