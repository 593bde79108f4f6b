package pingmonitor.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.diagnosis.NetworkExaminer;
import pingmonitor.diagnosis.OwnServer;
import pingmonitor.discovery.Announcement;
import pingmonitor.discovery.Finder;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.EchoWarmUp;
import pingmonitor.echo.ServerControl;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;
import pingmonitor.monitor.MonitorTimer;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.PingWarmUp;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.PortForwarding;
import pingmonitor.settings.ApplicationFolders;
import pingmonitor.settings.NoteFolder;
import pingmonitor.settings.SettingsStore;
import pingmonitor.settings.TargetListStore;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunKeeper;

/**
 * What the commands start.
 *
 * @param warmUp makes the first ping as fast as the tenth
 * @param examiner finds out what may be wrong with a run
 * @param localServers start servers that other machines cannot reach
 * @param keepers make what keeps a run on disk; empty where none can be kept
 * @param targets the targets that a monitor remembers
 * @param timers make the clock of a monitor
 * @param keptRuns opens runs that were kept before
 * @param histories the runs that are kept, and what writes further ones
 * @param settings what the window and the terminal remember
 * @param addresses the addresses of this machine that others can use, best first; asks the system
 */
record EngineFactories(
        Runnable warmUp,
        Pings pings,
        Supplier<Optional<RunKeeper.Factory>> keepers,
        Supplier<TargetListStore> targets,
        Supplier<MonitorTimer> timers,
        Supplier<Examiner> examiner,
        ServerControl.Factory servers,
        ServerControl.Factory localServers,
        Supplier<List<LanAddress>> addresses,
        Supplier<ForwardingControl.Factory> forwardings,
        Announcement.Factory announcements,
        Finder.Factory searches,
        KeptRun.Opener keptRuns,
        Supplier<RunHistory> histories,
        Supplier<SettingsStore> settings) {

    /** Makes runs of pings. */
    @FunctionalInterface
    interface Pings {
        PingEngine create(PingPlan plan, KnownServers known, Consumer<PingEvent> sink);
    }

    /** The real ones. Lambdas and not references to methods, so that a command loads only what it starts. */
    static EngineFactories ofThisMachine() {
        PersonalRuns runs = new PersonalRuns();
        return new EngineFactories(
                () -> PingWarmUp.run(new LossLocators()),
                (plan, known, sink) -> new Pinger(plan, new LossLocators(known), sink),
                () -> runs.keeper(),
                () -> TargetListStore.of(ApplicationFolders.ofThisPerson()),
                () -> MonitorTimer.start(),
                () -> new NetworkExaminer(OwnServer.None::new),
                (plan, sink) -> {
                    EchoWarmUp.run();
                    return EchoServer.start(plan, sink);
                },
                (plan, sink) -> {
                    EchoWarmUp.run();
                    return EchoServer.startOnLoopback(plan, sink);
                },
                () -> LanAddresses.list(),
                () ->
                        PortForwarding.notedIn(
                                NoteFolder.ofMappings(ApplicationFolders.ofThisPerson())),
                (name, port, told) -> Announcement.start(name, port, told),
                told -> Finder.start(told),
                name -> new StoredRuns(runs.history()).open(name),
                () -> runs.history(),
                () -> runs.settings());
    }
}
