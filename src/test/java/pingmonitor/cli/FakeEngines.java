package pingmonitor.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pingmonitor.diagnosis.Diagnosis;
import pingmonitor.diagnosis.Evidence;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.HostNetworks;
import pingmonitor.diagnosis.Recheck;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.SearchResult;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.host.LanAddress;
import pingmonitor.monitor.MonitorTimer;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.router.Consent;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.UnaskedForwarding;
import pingmonitor.session.SessionView;
import pingmonitor.settings.SettingsStore;
import pingmonitor.settings.TargetListStore;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunKeeper;
import pingmonitor.store.RunStore;

/** Engines that tell a script of events and open no socket. */
final class FakeEngines {
    final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<PingEvent> pingScript = new ArrayList<>();
    private final List<ServerEvent> serverScript = new ArrayList<>();
    private Optional<PingPlan> pingPlan = Optional.empty();
    private Optional<KnownServers> knownServers = Optional.empty();
    private Optional<EchoPlan> echoPlan = Optional.empty();
    private List<LanAddress> addresses = List.of();
    private final List<AnnouncementState> announcementScript = new ArrayList<>();
    private final List<SearchResult> findScript = new ArrayList<>();
    private Optional<ServiceName> announcedName = Optional.empty();
    private Optional<IOException> startError = Optional.empty();
    private final List<ForwardingEvent> routerScript = new ArrayList<>();
    private Optional<RunKeeper.Factory> keeper = Optional.empty();
    private Path targetList = Path.of("/dev/null/targets");
    private Path runs = Path.of("/dev/null/runs");
    private boolean untilStopped;
    private KeptRun.Opener keptRuns =
            name -> {
                throw new NoSuchFileException(name);
            };

    FakeEngines tellingPings(List<PingEvent> events) {
        pingScript.addAll(events);
        return this;
    }

    FakeEngines tellingServer(List<ServerEvent> events) {
        serverScript.addAll(events);
        return this;
    }

    /** What the router's side tells while a port is forwarded. */
    FakeEngines tellingRouter(List<ForwardingEvent> events) {
        routerScript.addAll(events);
        return this;
    }

    FakeEngines tellingAnnouncement(List<AnnouncementState> states) {
        announcementScript.addAll(states);
        return this;
    }

    FakeEngines tellingFindings(List<SearchResult> findings) {
        findScript.addAll(findings);
        return this;
    }

    Optional<ServiceName> announcedName() {
        return announcedName;
    }

    /** The run goes on after its script until it is stopped. */
    FakeEngines runningUntilStopped() {
        untilStopped = true;
        return this;
    }

    FakeEngines on(LanAddress... here) {
        addresses = List.of(here);
        return this;
    }

    FakeEngines keepingBy(RunKeeper.Factory factory) {
        keeper = Optional.of(factory);
        return this;
    }

    /** The folder of kept runs; the settings are beside it. */
    FakeEngines withRunsIn(Path folder) {
        runs = folder;
        return this;
    }

    FakeEngines rememberingTargetsIn(Path file) {
        targetList = file;
        return this;
    }

    FakeEngines failingToStart(IOException error) {
        startError = Optional.of(error);
        return this;
    }

    PingPlan pingPlan() {
        return pingPlan.orElseThrow();
    }

    EchoPlan echoPlan() {
        return echoPlan.orElseThrow();
    }

    /** What the run was told of servers. */
    KnownServers knownServers() {
        return knownServers.orElseThrow();
    }

    /** What is found when a kept run is opened. */
    FakeEngines keeping(KeptRun.Opener runs) {
        keptRuns = runs;
        return this;
    }

    boolean nothingStarted() {
        return calls.isEmpty();
    }

    EngineFactories factories() {
        return new EngineFactories(
                () -> calls.add("warm-up"),
                this::pings,
                () -> keeper,
                () -> new TargetListStore(targetList),
                () -> MonitorTimer.start(),
                () -> FakeEngines::judgeByTheRunAlone,
                (plan, sink) -> server("serve", plan, sink),
                (plan, sink) -> server("serve on loopback", plan, sink),
                () -> addresses,
                Router::new,
                (name, port, told) -> {
                    calls.add("announce " + port);
                    announcedName = name;
                    announcementScript.forEach(told);
                    return ongoing("announcement");
                },
                told -> {
                    calls.add("find");
                    findScript.forEach(told);
                    return ongoing("search");
                },
                keptRuns,
                () -> history(),
                () -> new SettingsStore(runs.resolveSibling("settings.properties")));
    }

    private RunHistory history() {
        return new RunHistory(new RunStore(runs, ZoneOffset.UTC));
    }

    private PingEngine pings(PingPlan plan, KnownServers known, Consumer<PingEvent> sink) {
        knownServers = Optional.of(known);
        pingPlan = Optional.of(plan);
        CountDownLatch stopped = new CountDownLatch(1);
        return new PingEngine() {
            @Override
            public PingEvent.Outcome run() {
                calls.add("ping");
                pingScript.forEach(sink);
                if (untilStopped) {
                    await(stopped);
                    sink.accept(Events.finished(PingEvent.Outcome.STOPPED));
                }
                return PingEvent.Outcome.COMPLETED;
            }

            @Override
            public void stop() {
                stopped.countDown();
            }
        };
    }

    /** As if nothing were known of this machine. */
    private static void judgeByTheRunAlone(
            SessionView session, BooleanSupplier stopped, Consumer<List<Finding>> tell) {
        tell.accept(
                Diagnosis.of(Evidence.of(session, HostNetworks.UNKNOWN, new Recheck.Nothing())));
    }

    private final class Router implements ForwardingControl.Factory {
        @Override
        public ForwardingControl start(
                ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
            calls.add(
                    "forward "
                            + plan.externalPort()
                            + " "
                            + consent
                            + " "
                            + plan.lease().toSeconds());
            routerScript.forEach(sink);
            return new UnaskedForwarding() {
                @Override
                public void close() {
                    calls.add("forward no more");
                    sink.accept(
                            new ForwardingEvent.Changed(
                                    new ForwardingState.Closed(ForwardingState.Removal.REMOVED)));
                }
            };
        }

        @Override
        public List<Integer> removeLeftovers() {
            return List.of();
        }
    }

    private BackgroundActivity ongoing(String what) {
        return new BackgroundActivity() {
            @Override
            public void close() {
                calls.add("close " + what);
            }

            @Override
            public boolean awaitClosed(Duration most) {
                calls.add("await " + what);
                return true;
            }
        };
    }

    private ServerControl server(String call, EchoPlan plan, Consumer<ServerEvent> sink)
            throws IOException {
        calls.add(call);
        echoPlan = Optional.of(plan);
        if (startError.isPresent()) {
            throw startError.get();
        }
        serverScript.forEach(sink);
        return new Server(sink);
    }

    private record Server(Consumer<ServerEvent> sink) implements ServerControl {
        @Override
        public int port() {
            return Events.SERVER.getPort();
        }

        @Override
        public void impair(Impairments impairments) {
            throw new UnsupportedOperationException("no command changes it");
        }

        @Override
        public void limit(RateLimitSettings limits) {
            throw new UnsupportedOperationException("no command changes it");
        }

        @Override
        public void reseed(long seed) {
            throw new UnsupportedOperationException("no command changes it");
        }

        @Override
        public void close() {
            sink.accept(new ServerEvent.Stopped(Events.AT));
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            if (!stopped.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never stopped");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
