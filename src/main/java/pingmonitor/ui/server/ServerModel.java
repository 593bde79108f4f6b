package pingmonitor.ui.server;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import pingmonitor.discovery.Announcement;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerLedger;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.FxBridge;

/** The lossy server as the window sees it: what it is set to, whether it runs, what came. FX thread only. */
public final class ServerModel {
    private final StringProperty portText;
    private final ObjectProperty<Impairments> impairments;
    private final ObjectProperty<RateLimitSettings> limits =
            new SimpleObjectProperty<>(RateLimitSettings.DEFAULT);
    private final ObjectProperty<Long> seed;
    private final ReadOnlyObjectWrapper<ServerState> state =
            new ReadOnlyObjectWrapper<>(new ServerState.Off());
    private final ReadOnlyObjectWrapper<ServerLedger.Snapshot> traffic =
            new ReadOnlyObjectWrapper<>(new ServerLedger().snapshot());
    private final ReadOnlyObjectWrapper<List<LanAddress>> addresses =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<List<PublicEndpoint>> publicEndpoints =
            new SimpleObjectProperty<>(List.of());
    private final ServerLog log = new ServerLog();
    private final AnnounceModel announcing;
    private final EchoHost host;
    private int ownLimit = (int) RateLimitSettings.DEFAULT.perClient();
    private long lastOrder;
    private Optional<EchoHost.Report> lastArrived = Optional.empty();

    /**
     * A server that is off.
     *
     * @param portText as typed
     */
    public ServerModel(String portText, Impairments impairments, long seed) {
        this(
                portText,
                impairments,
                seed,
                EchoServer::start,
                LanAddresses::list,
                new AnnounceModel(Announcement::start, AnnounceModel.USUAL_CALM));
    }

    /**
     * A server that is off, of another make than the real one, and of which nobody is told.
     *
     * @param lan the addresses others can use; asked for in the background
     */
    public ServerModel(
            String portText,
            Impairments impairments,
            long seed,
            ServerControl.Factory engines,
            Supplier<List<LanAddress>> lan) {
        this(
                portText,
                impairments,
                seed,
                engines,
                lan,
                new AnnounceModel(
                        (name, port, told) -> BackgroundActivity.nothing(),
                        AnnounceModel.USUAL_CALM));
    }

    ServerModel(
            String portText,
            Impairments impairments,
            long seed,
            ServerControl.Factory engines,
            Supplier<List<LanAddress>> lan,
            AnnounceModel announcing) {
        this.portText = new SimpleStringProperty(portText);
        this.impairments = new SimpleObjectProperty<>(impairments);
        this.seed = new SimpleObjectProperty<>(seed);
        this.announcing = announcing;
        this.state.addListener((property, was, is) -> announcing.serverIs(is));
        FxBridge bridge = FxBridge.gathering(this::refresh);
        this.host = new EchoHost(engines, lan, log, bridge::signal);
        this.impairments.addListener(
                (property, was, is) -> runningEngine().ifPresent(engine -> engine.impair(is)));
        this.limits.addListener(
                (property, was, is) -> {
                    rememberOwn(is);
                    runningEngine().ifPresent(engine -> engine.limit(is));
                });
        this.seed.addListener(
                (property, was, is) -> runningEngine().ifPresent(engine -> engine.reseed(is)));
        this.portText.addListener((property, was, is) -> forgetFailure());
    }

    /** The port as typed; may be wrong. */
    public StringProperty portTextProperty() {
        return portText;
    }

    /** What is done to replies; a change reaches a running server at once. */
    public ObjectProperty<Impairments> impairmentsProperty() {
        return impairments;
    }

    /** The number of the person's own limit, also while another choice is made: datagrams a second for each client. */
    int ownLimit() {
        return ownLimit;
    }

    private void rememberOwn(RateLimitSettings now) {
        if (LimitsChoice.of(now) == LimitsChoice.OWN) {
            ownLimit = (int) now.perClient();
        }
    }

    /** The limits against abuse; a change reaches a running server at once. */
    public ObjectProperty<RateLimitSettings> limitsProperty() {
        return limits;
    }

    /** The seed of all chance; a change reaches a running server at once. */
    public ObjectProperty<Long> seedProperty() {
        return seed;
    }

    /** Whether the local network is told of it. */
    public AnnounceModel announcing() {
        return announcing;
    }

    /** Whether it runs. */
    public ReadOnlyObjectProperty<ServerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Counters and clients since it was last switched on. */
    public ReadOnlyObjectProperty<ServerLedger.Snapshot> trafficProperty() {
        return traffic.getReadOnlyProperty();
    }

    /** The addresses others can use, as of when the server last began to listen. */
    public ReadOnlyObjectProperty<List<LanAddress>> addressesProperty() {
        return addresses.getReadOnlyProperty();
    }

    /** Where machines of other networks reach this server, as far as it is known; whoever learns of it sets it. */
    public ObjectProperty<List<PublicEndpoint>> publicEndpointsProperty() {
        return publicEndpoints;
    }

    /** One line a datagram. */
    public ServerLog log() {
        return log;
    }

    /** Starts the server, in the background; does nothing if it runs. */
    public void turnOn() {
        if (state.get().wanted()) {
            return;
        }
        Optional<Integer> port = PlanInput.port(portText.get()).valueIfValid();
        if (port.isEmpty()) {
            state.set(new ServerState.Failed(new ServerFailure.NoPort()));
            return;
        }
        state.set(new ServerState.Starting());
        host.open(
                ++lastOrder, new EchoPlan(port.get(), impairments.get(), seed.get(), limits.get()));
    }

    /** Stops the server, in the background; does nothing if it does not run. */
    public void turnOff() {
        if (state.get().wanted()) {
            state.set(new ServerState.Stopping());
            host.close(++lastOrder);
        }
    }

    /** The free port to propose when the one asked for belongs to another program. */
    public OptionalInt proposedPort() {
        return state.get() instanceof ServerState.Failed failed
                        && failed.failure() instanceof ServerFailure.PortInUse inUse
                ? inUse.freePort()
                : OptionalInt.empty();
    }

    /** Forgets the clients; the counters stay. */
    public void clearClients() {
        host.ledger().clearClients();
        traffic.set(host.ledger().snapshot());
    }

    /** Closes the server for good; waits until its port is free. */
    public void shutdown() {
        announcing.shutdown();
        host.shutdown();
        announcing.awaitShutdown();
    }

    /** Has the local network told that the server is gone, at the end of the process; waits a moment, on any thread. */
    public void leaveNetwork() {
        announcing.leave();
        announcing.awaitShutdown();
    }

    private void refresh() {
        host.latest().ifPresent(this::arrived);
        addresses.set(host.addresses());
        traffic.set(host.ledger().snapshot());
        log.takeOver();
    }

    private void arrived(EchoHost.Report report) {
        // An older report is about a wish that the person has changed since.
        boolean isNews = !lastArrived.equals(Optional.of(report));
        if (report.order() == lastOrder && isNews) {
            lastArrived = Optional.of(report);
            state.set(report.state());
            runningEngine().ifPresent(engine -> bringUpToDate(engine, report.plan()));
        }
    }

    /** What was changed while the sockets were being opened. */
    private void bringUpToDate(ServerControl engine, Optional<EchoPlan> startedWith) {
        if (!startedWith.map(EchoPlan::impairments).equals(Optional.of(impairments.get()))) {
            engine.impair(impairments.get());
        }
        if (!startedWith.map(EchoPlan::limits).equals(Optional.of(limits.get()))) {
            engine.limit(limits.get());
        }
        if (!startedWith.map(EchoPlan::seed).equals(Optional.of(seed.get()))) {
            engine.reseed(seed.get());
        }
    }

    private Optional<ServerControl> runningEngine() {
        return state.get() instanceof ServerState.On
                ? host.latest().flatMap(EchoHost.Report::engine)
                : Optional.empty();
    }

    private void forgetFailure() {
        if (state.get() instanceof ServerState.Failed) {
            state.set(new ServerState.Off());
        }
    }
}
