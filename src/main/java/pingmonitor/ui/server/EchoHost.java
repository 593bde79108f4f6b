package pingmonitor.ui.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.PortInUseException;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.host.LanAddress;
import pingmonitor.ui.common.SerialExecutor;

/**
 * The half of the model that works in the background: it opens and closes servers, one order after the other, and
 * collects what they tell. After every change it signals; what it has can then be read from any thread.
 */
final class EchoHost {
    private static final Logger LOG = System.getLogger(EchoHost.class.getName());
    private static final long SHUTDOWN_SECONDS = 5;

    private final ServerControl.Factory engines;
    private final Supplier<List<LanAddress>> lan;
    private final ServerLog log;
    private final Runnable signal;
    private final ThreadPoolExecutor worker;
    private volatile Optional<Report> latest = Optional.empty();
    private volatile ServerLedger ledger = new ServerLedger();
    private volatile List<LanAddress> addresses = List.of();

    /** Whether the person wants the server's end, so that it is no surprise. */
    private volatile boolean ending;

    EchoHost(
            ServerControl.Factory engines,
            Supplier<List<LanAddress>> lan,
            ServerLog log,
            Runnable signal) {
        this.engines = engines;
        this.lan = lan;
        this.log = log;
        this.signal = signal;
        this.worker = SerialExecutor.worker("lossy-server-switch");
    }

    /**
     * What became of an order.
     *
     * @param order its number
     * @param plan what the engine was started with
     * @param engine the one that runs now
     */
    record Report(
            long order,
            ServerState state,
            Optional<EchoPlan> plan,
            Optional<ServerControl> engine) {}

    /** The newest report. */
    Optional<Report> latest() {
        return latest;
    }

    /** What came to the server that was started last. */
    ServerLedger ledger() {
        return ledger;
    }

    /** As of the last time a server began to listen. */
    List<LanAddress> addresses() {
        return addresses;
    }

    /** Orders a start. */
    void open(long order, EchoPlan plan) {
        worker.execute(() -> start(order, plan));
    }

    /** Orders a stop. */
    void close(long order) {
        worker.execute(() -> stop(order));
    }

    /** Stops for good and waits for it. */
    void shutdown() {
        ending = true;
        worker.execute(() -> latest.flatMap(Report::engine).ifPresent(ServerControl::close));
        worker.shutdown();
        SerialExecutor.awaitEnd(worker, SHUTDOWN_SECONDS);
    }

    private void start(long order, EchoPlan plan) {
        ServerLedger fresh = new ServerLedger();
        ending = false;
        try {
            ServerControl engine = engines.start(plan, event -> happened(event, fresh));
            ledger = fresh;
            report(
                    new Report(
                            order,
                            new ServerState.On(engine.port()),
                            Optional.of(plan),
                            Optional.of(engine)));
        } catch (PortInUseException e) {
            failed(order, new ServerFailure.PortInUse(e.port(), e.freePort()));
        } catch (IOException e) {
            failed(order, refused(plan, e));
        } catch (RuntimeException | Error defect) {
            // In this order: the switch shows what became of the wish, whatever comes next.
            failed(order, refused(plan, defect));
            LOG.log(Logger.Level.ERROR, "starting the server broke", defect);
        }
    }

    private static ServerFailure refused(EchoPlan plan, Throwable why) {
        String detail = Optional.ofNullable(why.getMessage()).orElse(why.toString());
        return new ServerFailure.Refused(plan.port(), detail);
    }

    private void stop(long order) {
        ending = true;
        try {
            latest.flatMap(Report::engine).ifPresent(ServerControl::close);
        } finally {
            report(new Report(order, new ServerState.Off(), Optional.empty(), Optional.empty()));
        }
    }

    private void failed(long order, ServerFailure failure) {
        report(
                new Report(
                        order,
                        new ServerState.Failed(failure),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void report(Report report) {
        latest = Optional.of(report);
        signal.run();
    }

    private void happened(ServerEvent event, ServerLedger into) {
        into.apply(event);
        Runnable reaction =
                event.fold(
                        // Asking the system takes its time, which the server's thread has not got.
                        listening -> () -> worker.execute(this::lookAround),
                        stopped -> this::hasStopped,
                        datagram -> () -> log.add(datagram),
                        hint -> () -> log.add(hint));
        reaction.run();
        signal.run();
    }

    private void hasStopped() {
        if (!ending) {
            worker.execute(this::endedByItself);
        }
    }

    /** Nobody asked for it: the system took the sockets away. */
    private void endedByItself() {
        Optional<ServerControl> engine = latest.flatMap(Report::engine);
        latest.ifPresent(report -> failed(report.order(), new ServerFailure.Ended()));
        // Its other threads go on until they are told.
        engine.ifPresent(ServerControl::close);
    }

    private void lookAround() {
        addresses = lan.get();
        signal.run();
    }
}
