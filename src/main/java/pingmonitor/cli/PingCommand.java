package pingmonitor.cli;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pingmonitor.diagnosis.Diagnosis;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.report.ConsoleText;
import pingmonitor.report.ProblemText;
import pingmonitor.session.Session;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/** {@code ping}: one run, printed as it happens. */
final class PingCommand {
    private final Terminal terminal;
    private final EngineFactories engines;
    private final Ending ending;
    private final ProblemText problems;
    private final ConsoleText console;
    private final DiagnosisLines diagnosisLines;
    private final DiagnosisJson diagnosisJson;

    PingCommand(Terminal terminal, EngineFactories engines, Ending ending) {
        this.terminal = terminal;
        this.engines = engines;
        this.ending = ending;
        this.problems = new ProblemText(terminal.locale());
        this.console = new ConsoleText(terminal.locale());
        this.diagnosisLines = new DiagnosisLines(terminal.locale());
        this.diagnosisJson = new DiagnosisJson(terminal.locale());
    }

    /**
     * Runs to the end; 0 when a reply came in time, 1 when none did, 2 on any error, also when nothing is kept that was
     * to be.
     */
    int run(PingPlan plan, KnownServers known, boolean json, RunSaving saving) {
        int code =
                exitCode(
                        ping(
                                plan,
                                known,
                                json,
                                engines.examiner().get(),
                                saving,
                                over -> ending.codeWillBe(exitCode(over))));
        return saving.isLost() ? Cli.ERROR : code;
    }

    /**
     * Runs to the end and prints it, with what may be wrong; what kept it from working is said on stderr.
     *
     * @param known the servers that may be asked about lost pings at any time
     * @param saving keeps the run on disk, or does not
     * @param over takes the run when it is over, before its last lines are printed
     */
    SessionView ping(
            PingPlan plan,
            KnownServers known,
            boolean json,
            Examiner examiner,
            RunSaving saving,
            Consumer<SessionView> over) {
        engines.warmUp().run();
        CliWarmUp.run(plan, (session, event) -> lines(session, event, json));
        Session session = Session.withoutHistory(plan, Diagnosis.folds(plan));
        DiagnosisPrinter diagnosis =
                new DiagnosisPrinter(
                        session,
                        examiner,
                        (findings, port) ->
                                json
                                        ? List.of(JsonLines.of(diagnosisJson.of(findings, port)))
                                        : diagnosisLines.of(findings, port));
        AtomicBoolean stopped = new AtomicBoolean();
        StopSignal stopper = new StopSignal();
        SettledVerdicts verdicts = new SettledVerdicts(System::nanoTime);
        List<Supplier<List<String>>> lastLines = new CopyOnWriteArrayList<>();
        Runnable end =
                () -> {
                    stopped.set(true);
                    stopper.stop();
                };
        try (LinePrinter printer = LinePrinter.of(terminal, end, json)) {
            PingEngine run =
                    engines.pings()
                            .create(
                                    plan,
                                    known,
                                    event -> {
                                        session.apply(event);
                                        saving.take(event, session::statisticsState);
                                        if (event instanceof PingEvent.Finished) {
                                            lastLines.addAll(
                                                    lastLines(
                                                            session,
                                                            event,
                                                            json,
                                                            verdicts.after(event)));
                                            return;
                                        }
                                        if (json) {
                                            printJson(
                                                    printer, session, event, verdicts.after(event));
                                        } else {
                                            printer.print(() -> lines(session, event, false));
                                        }
                                        if (diagnosis.showsASign()) {
                                            printer.print(() -> diagnosis.news(stopped::get));
                                        }
                                    });
            stopper.stops(run::stop);
            ending.onStop(end);
            run.run();
            over.accept(session);
            // By this thread, which may wait for the terminal.
            lastLines.forEach(printer::printLast);
            printer.printLast(diagnosis.atTheEnd(stopped::get));
            List<String> kept = saving.close(terminal, json);
            printer.printLast(() -> kept);
        }
        if (exitCode(session) == Cli.ERROR) {
            terminal.err().println(session.problem().map(problems::of).orElse(""));
        }
        return session;
    }

    /** The last verdicts stand before the summary, which is the last line. */
    private List<Supplier<List<String>>> lastLines(
            SessionView session, PingEvent event, boolean json, List<PingEvent.Verdict> verdicts) {
        return json
                ? List.of(() -> lines(session, verdicts), () -> lines(session, event, true))
                : List.of(() -> lines(session, event, false));
    }

    /** The verdicts stand behind what made them known. */
    private void printJson(
            LinePrinter printer,
            SessionView session,
            PingEvent event,
            List<PingEvent.Verdict> verdicts) {
        if (!(event instanceof PingEvent.Verdict)) {
            printer.print(() -> lines(session, event, true));
        }
        if (!verdicts.isEmpty()) {
            printer.print(() -> lines(session, verdicts));
        }
    }

    /** Each line is made when it is printed: there may be millions. */
    private List<String> lines(SessionView session, List<PingEvent.Verdict> verdicts) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return line(session, verdicts.get(index));
            }

            @Override
            public int size() {
                return verdicts.size();
            }
        };
    }

    private String line(SessionView session, PingEvent event) {
        return JsonLines.of(PingJson.of(session, event, problems));
    }

    private List<String> lines(SessionView session, PingEvent event, boolean json) {
        if (json) {
            return List.of(line(session, event));
        }
        // Why a run failed is said on stderr.
        return event instanceof PingEvent.Failed ? List.of() : console.lines(session, event);
    }

    /** What a run means for whoever asked for it. */
    static int exitCode(SessionView session) {
        Statistics figures = session.statistics();
        boolean failed = session.outcome().equals(Optional.of(PingEvent.Outcome.FAILED));
        boolean nothingLeft = figures.sent() == 0 && figures.sendFailed() > 0;
        if (failed || nothingLeft) {
            return Cli.ERROR;
        }
        return figures.received() > 0 ? 0 : 1;
    }
}
