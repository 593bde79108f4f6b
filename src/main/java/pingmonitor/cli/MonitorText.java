package pingmonitor.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.TargetFigures;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.TargetPlan;
import pingmonitor.ping.input.DurationText;
import pingmonitor.report.FigureText;
import pingmonitor.report.ProblemText;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageCause;
import pingmonitor.session.OutageEnd;
import pingmonitor.session.OutageFigures;
import pingmonitor.session.Outages;
import pingmonitor.store.KeepingProblem;
import pingmonitor.text.Messages;
import pingmonitor.wire.DisplayText;

/** A monitor for people: local times, with what they are ahead of UTC, which daylight saving changes. */
final class MonitorText implements MonitorLines {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Outages that the summary lists: the latest. */
    private static final int MAX_LISTED = 20;

    private final Messages messages;
    private final ProblemText problems;
    private final DateTimeFormatter moments;

    MonitorText(Locale locale, ZoneId zone) {
        this.messages = Messages.beside(MonitorText.class, locale);
        this.problems = new ProblemText(locale);
        this.moments =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(zone);
    }

    @Override
    public List<String> head(List<TargetPlan> targets, Instant at) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("monitor.head", targets.size()));
        for (TargetPlan target : targets) {
            PingPlan plan = target.plan();
            lines.add(
                    "  "
                            + messages.text(
                                    "monitor.head.target",
                                    label(target),
                                    MonitorJson.interval(plan)
                                            .map(DurationText::format)
                                            .orElse("-"),
                                    DurationText.format(plan.timeout()),
                                    target.minLosses()));
        }
        return lines;
    }

    @Override
    public String minute(TargetMonitor target, Instant at) {
        TargetFigures figures = target.last(MINUTE);
        return line(target, at, state(target) + "  " + figures(figures));
    }

    @Override
    public List<String> of(MonitorEvent event, Instant at) {
        return words(event)
                .map(words -> List.of(line(event.target(), at, words)))
                .orElse(List.of());
    }

    @Override
    public List<String> summary(TargetMonitor target, Instant at) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(messages.text("monitor.summary.title", label(target.target())));
        lines.add(figures(target.figures()));
        Outages outages = target.outages();
        lines.add(outages(outages.figures()));
        List<Outage> latest = outages.latest();
        int first = Math.max(0, latest.size() - MAX_LISTED);
        long before = outages.leftOut() + first;
        if (before > 0) {
            lines.add(
                    "  " + messages.text("monitor.summary.earlier", before, Long.toString(before)));
        }
        latest.subList(first, latest.size()).forEach(outage -> lines.add("  " + row(outage)));
        return lines;
    }

    private Optional<String> words(MonitorEvent event) {
        if (event instanceof MonitorEvent.OutageBegan began) {
            Outage outage = began.outage();
            return Optional.of(
                    messages.text(
                            "monitor.outage.began",
                            outage.lost(),
                            moments.format(outage.startedAt()),
                            cause(outage),
                            Long.toString(outage.lost())));
        } else if (event instanceof MonitorEvent.OutageEnded ended) {
            return ended(ended);
        } else if (event instanceof MonitorEvent.TargetFailed failed) {
            return Optional.of(
                    messages.text(
                            "monitor.failed",
                            problems.of(failed.problem()),
                            LengthText.of(failed.retryAfter())));
        } else if (event instanceof MonitorEvent.TargetRecovered) {
            return Optional.of(messages.text("monitor.recovered"));
        } else if (event instanceof MonitorEvent.KeepingStopped stopped) {
            return Optional.of(keeping(stopped.problem()));
        }
        return Optional.empty();
    }

    private Optional<String> ended(MonitorEvent.OutageEnded event) {
        if (event.end() == OutageEnd.RUN_ENDED) {
            // The summary follows.
            return Optional.empty();
        }
        Outage outage = event.outage();
        return Optional.of(
                messages.text(
                        event.end() == OutageEnd.ANSWERED
                                ? "monitor.outage.answered"
                                : "monitor.outage.standstill",
                        length(outage),
                        outage.lost(),
                        moments.format(outage.startedAt()),
                        outage.endedAt().map(moments::format).orElse(""),
                        cause(outage),
                        Long.toString(outage.lost()),
                        event.stillWaiting(),
                        Long.toString(event.stillWaiting())));
    }

    private String keeping(KeepingProblem problem) {
        String key =
                switch (problem.kind()) {
                    case DISK_FULL -> "monitor.keeping.full";
                    case NOT_PERMITTED -> "monitor.keeping.permission";
                    case TOO_SLOW -> "monitor.keeping.slow";
                    case OTHER -> "monitor.keeping.other";
                };
        return messages.text(key, harmless(problem.detail()));
    }

    private String state(TargetMonitor target) {
        return switch (target.state()) {
            case WAITING -> messages.text("monitor.state.waiting");
            case NAME_NOT_FOUND -> messages.text("monitor.state.name");
            case FAILED -> messages.text("monitor.state.failed");
            case ENDED -> messages.text("monitor.state.ended");
            case RUNNING ->
                    target.currentOutage()
                            .map(
                                    outage ->
                                            messages.text(
                                                    "monitor.state.outage",
                                                    moments.format(outage.startedAt())))
                            .orElseGet(() -> messages.text("monitor.state.up"));
        };
    }

    private String figures(TargetFigures figures) {
        List<String> parts = new ArrayList<>();
        parts.add(messages.text("monitor.sent", Long.toString(figures.sent())));
        figures.loss()
                .ifPresent(
                        loss -> parts.add(messages.text("monitor.loss", FigureText.percent(loss))));
        if (figures.sendFailed() > 0) {
            parts.add(messages.text("monitor.sendFailed", Long.toString(figures.sendFailed())));
        }
        if (figures.meanNanos().isPresent()) {
            parts.add(
                    messages.text(
                            "monitor.rtt",
                            FigureText.millis(figures.minNanos().orElseThrow()),
                            FigureText.millis(figures.meanNanos().orElseThrow()),
                            FigureText.millis(figures.maxNanos().orElseThrow())));
        }
        return String.join(", ", parts);
    }

    private String outages(OutageFigures figures) {
        if (figures.count() == 0) {
            return messages.text("monitor.summary.noOutage");
        }
        List<String> parts = new ArrayList<>();
        parts.add(
                messages.text(
                        "monitor.summary.outages",
                        figures.count(),
                        LengthText.ofNanos(figures.downNanos() + figures.offlineNanos()),
                        LengthText.ofNanos(figures.longestNanos().orElse(0)),
                        Long.toString(figures.count())));
        if (figures.offlineNanos() > 0) {
            parts.add(
                    messages.text(
                            "monitor.summary.offline", LengthText.ofNanos(figures.offlineNanos())));
        }
        figures.upShare()
                .ifPresent(
                        share ->
                                parts.add(
                                        messages.text(
                                                "monitor.summary.up", FigureText.percent(share))));
        figures.meanBetweenNanos()
                .ifPresent(
                        nanos ->
                                parts.add(
                                        messages.text(
                                                "monitor.summary.between",
                                                LengthText.ofNanos(Math.round(nanos)))));
        return String.join(", ", parts);
    }

    private String row(Outage outage) {
        return messages.text(
                "monitor.summary.outage",
                moments.format(outage.startedAt()),
                length(outage),
                Long.toString(outage.lost()),
                cause(outage));
    }

    private static String length(Outage outage) {
        return outage.endNanos().isPresent()
                ? LengthText.ofNanos(outage.endNanos().getAsLong() - outage.startNanos())
                : "…";
    }

    private String cause(Outage outage) {
        OutageCause cause = outage.cause();
        String key =
                switch (cause) {
                    case UNKNOWN -> "monitor.cause.unknown";
                    case FORWARD_PATH -> "monitor.cause.there";
                    case RETURN_PATH -> "monitor.cause.back";
                    case SERVER -> "monitor.cause.server";
                    case PORT_REFUSED -> "monitor.cause.port";
                    case HOST_UNREACHABLE -> "monitor.cause.host";
                    case OFFLINE -> "monitor.cause.offline";
                    case MIXED -> "monitor.cause.mixed";
                };
        return messages.text(key);
    }

    private String line(TargetMonitor target, Instant at, String words) {
        return moments.format(at) + "  " + label(target.target()) + "  " + words;
    }

    /** A name may be pasted from anywhere. */
    private static String label(TargetPlan target) {
        String endpoint = FigureText.endpoint(target.plan().host(), target.plan().port());
        String name = harmless(target.name());
        if (name.isEmpty()) {
            return endpoint;
        }
        return name.endsWith(endpoint) ? name : name + " (" + endpoint + ")";
    }

    private static String harmless(String text) {
        return DisplayText.of(StandardCharsets.UTF_8.encode(text));
    }
}
