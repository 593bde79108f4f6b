package pingmonitor.ui.results;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.report.FigureText;
import pingmonitor.report.ProblemText;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.RunModel;

/** The words for a run in one line. */
final class RunText {
    private final Messages messages;
    private final LocalizedFigures figures;
    private final ProblemText problems;

    RunText(Locale locale) {
        this.messages = Messages.beside(RunText.class, locale);
        this.figures = new LocalizedFigures(locale);
        this.problems = new ProblemText(locale);
    }

    /** For the list of runs: number, server and loss. */
    String title(RunModel run) {
        String number = Integer.toString(run.number());
        String host = run.session().plan().host();
        OptionalDouble loss = run.session().statistics().loss();
        if (run.runningProperty().get()) {
            return messages.text("run.running", number, host);
        }
        return loss.isPresent()
                ? messages.text("run.lost", number, host, figures.percent(loss.getAsDouble()))
                : messages.text("run.empty", number, host);
    }

    /** For the status line: the progress or the end of the run. */
    String status(SessionView session, Statistics statistics) {
        String status =
                session.outcome()
                        .map(outcome -> ended(session, statistics, outcome))
                        .orElseGet(() -> running(session, statistics));
        String counted =
                statistics.missed() == 0
                        ? status
                        : messages.text("status.missed", status, statistics.missed());
        return session.mappedAddress()
                .map(PingText::endpoint)
                .map(endpoint -> mappedAddress(session, counted, endpoint))
                .orElse(counted);
    }

    private String mappedAddress(SessionView session, String status, String endpoint) {
        if (session.mappedAddressChanged()) {
            return messages.text("status.seenAs.changed", status, endpoint);
        }
        return session.seenThroughNat()
                ? messages.text("status.seenAs.nat", status, endpoint)
                : messages.text("status.seenAs", status, endpoint);
    }

    private String running(SessionView session, Statistics statistics) {
        PingPlan plan = session.plan();
        if (session.remote().isEmpty()) {
            return messages.text("status.resolving", plan.host());
        }
        return plan.untilStopped()
                ? messages.text(
                        "status.runningOn",
                        server(session),
                        statistics.sent(),
                        statistics.received())
                : messages.text(
                        "status.running",
                        server(session),
                        statistics.sent(),
                        plan.count(),
                        statistics.received());
    }

    private String ended(SessionView session, Statistics statistics, PingEvent.Outcome outcome) {
        long sent = statistics.sent();
        return switch (outcome) {
            case COMPLETED ->
                    messages.text("status.finished", sent, server(session), elapsed(session));
            case STOPPED ->
                    messages.text("status.stopped", sent, server(session), elapsed(session));
            case FAILED ->
                    session.problem()
                            .map(problem -> messages.text("status.failed", problems.of(problem)))
                            .orElseGet(() -> messages.text("status.failedSilently"));
        };
    }

    private String server(SessionView session) {
        return session.remote()
                .map(PingText::endpoint)
                .orElseGet(() -> FigureText.endpoint(session.plan().host(), session.plan().port()));
    }

    private String elapsed(SessionView session) {
        return session.startedAt()
                .flatMap(begin -> session.finishedAt().map(end -> Duration.between(begin, end)))
                .map(duration -> figures.duration(Math.max(0, duration.toNanos())))
                .orElse(LocalizedFigures.NONE);
    }
}
