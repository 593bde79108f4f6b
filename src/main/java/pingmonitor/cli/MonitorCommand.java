package pingmonitor.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.MonitorSet;
import pingmonitor.monitor.MonitorTimer;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.monitor.TargetFigures;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.TargetPlan;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.text.Messages;

/** {@code monitor}: several targets at once, with a line a minute for each and one at each outage and recovery. */
final class MonitorCommand {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** So long the files of the runs have to be closed; the process has three seconds after Ctrl+C. */
    private static final Duration CLOSING = Duration.ofMillis(1_500);

    private final Terminal terminal;
    private final EngineFactories engines;
    private final Ending ending;

    MonitorCommand(Terminal terminal, EngineFactories engines, Ending ending) {
        this.terminal = terminal;
        this.engines = engines;
        this.ending = ending;
    }

    /**
     * Watches until it is stopped, the time is over or every target has its pings; 0 when each target answered in time,
     * 1 when one did not, 2 when one could not be pinged at all.
     *
     * @param onOutage the person's command for outages and recoveries
     */
    int run(
            List<TargetPlan> targets,
            Optional<Duration> time,
            Optional<String> onOutage,
            boolean json) {
        engines.warmUp().run();
        MonitorTimer timer = engines.timers().get();
        KnownServers known = new KnownServers();
        MonitorSet monitors =
                new MonitorSet(
                        new RunRegistry(
                                (plan, sink) -> engines.pings().create(plan, known, sink),
                                timer::nanoTime,
                                engines.keepers().get()),
                        timer);
        MonitorLines lines =
                json
                        ? new MonitorJson(terminal.locale())
                        : new MonitorText(terminal.locale(), ZoneId.systemDefault());
        CountDownLatch ended = new CountDownLatch(targets.size());
        Optional<OutageCommand> command =
                onOutage.map(typed -> OutageCommand.ofSystem(typed, this::commandFailed));
        ending.codeWillBe(1);
        try (LinePrinter printer = LinePrinter.of(terminal, monitors::stopAll, json)) {
            Instant begin = timer.wallTime();
            printer.print(() -> lines.head(targets, begin));
            monitors.listen(
                    event -> {
                        Instant at = timer.wallTime();
                        printer.print(() -> lines.of(event, at));
                        command.ifPresent(hook -> hook.take(event));
                        if (event instanceof MonitorEvent.TargetEnded) {
                            ended.countDown();
                        }
                    });
            targets.forEach(monitors::add);
            everyMinute(timer, timer.nanoTime(), () -> minute(monitors, timer, printer, lines));
            time.ifPresent(howLong -> timer.after(howLong, monitors::completeAll));
            ending.onStop(monitors::stopAll);
            await(ended, monitors);
            ending.codeWillBe(exitCode(monitors));
            Instant end = timer.wallTime();
            monitors.targets()
                    .forEach(target -> printer.printLast(() -> lines.summary(target, end)));
        } finally {
            timer.close();
            command.ifPresent(OutageCommand::close);
        }
        return exitCode(monitors);
    }

    private static void everyMinute(MonitorTimer timer, long lastNanos, Runnable work) {
        long nextNanos = lastNanos + MINUTE.toNanos();
        timer.after(
                Duration.ofNanos(Math.max(0, nextNanos - timer.nanoTime())),
                () -> {
                    work.run();
                    everyMinute(timer, nextNanos, work);
                });
    }

    private void minute(
            MonitorSet monitors, MonitorTimer timer, LinePrinter printer, MonitorLines lines) {
        Instant at = timer.wallTime();
        ending.codeWillBe(exitCode(monitors));
        for (TargetMonitor target : monitors.targets()) {
            printer.print(() -> List.of(lines.minute(target, at)));
        }
    }

    private static void await(CountDownLatch ended, MonitorSet monitors) {
        try {
            ended.await();
            monitors.awaitOver(CLOSING);
        } catch (InterruptedException e) {
            monitors.stopAll();
            Thread.currentThread().interrupt();
        }
    }

    private void commandFailed(String why) {
        Messages messages = Messages.beside(MonitorCommand.class, terminal.locale());
        terminal.err().println(messages.text("error.monitor.command", why));
    }

    private static int exitCode(MonitorSet monitors) {
        return monitors.targets().stream().mapToInt(MonitorCommand::exitCode).max().orElse(1);
    }

    private static int exitCode(TargetMonitor target) {
        TargetFigures figures = target.figures();
        if (figures.received() > 0) {
            return 0;
        }
        boolean nothingLeft =
                figures.sent() == 0 && (figures.sendFailed() > 0 || target.problem().isPresent());
        return nothingLeft ? Cli.ERROR : 1;
    }
}
