package pingmonitor.report.html;

import java.time.Duration;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.input.DurationText;
import pingmonitor.report.FigureText;
import pingmonitor.report.HarmlessText;
import pingmonitor.report.LocalTimeText;
import pingmonitor.report.ReportNumbers;
import pingmonitor.report.RunReport;
import pingmonitor.text.Messages;

/** What stands at the end: the settings of the run, and what the words mean. */
final class AppendixSections {
    private static final int MAX_HOST_CHARACTERS = 253;

    private final Messages messages;
    private final ReportNumbers numbers;
    private final LocalTimeText times;

    AppendixSections(Messages messages, LocalTimeText times) {
        this.messages = messages;
        this.numbers = new ReportNumbers(messages.locale());
        this.times = times;
    }

    void write(MarkupWriter out, RunReport report) {
        settings(out, report);
        glossary(out, report);
    }

    private void settings(MarkupWriter out, RunReport report) {
        PingPlan plan = report.plan();
        out.open("section", "aria-labelledby", "settings");
        out.element("h2", messages.text("settings.title"), "id", "settings");
        out.open("table", "class", "pairs").open("tbody").line();
        row(out, messages.text("settings.host"), HarmlessText.of(plan.host(), MAX_HOST_CHARACTERS));
        row(out, messages.text("settings.port"), Integer.toString(plan.port()));
        report.remote()
                .ifPresent(
                        remote ->
                                row(
                                        out,
                                        messages.text("settings.address"),
                                        FigureText.endpoint(remote)));
        report.mapped()
                .ifPresent(
                        mapped ->
                                row(
                                        out,
                                        messages.text("settings.mapped"),
                                        FigureText.endpoint(mapped.endpoint())));
        row(out, messages.text("settings.pace"), pace(plan));
        row(
                out,
                messages.text("settings.count"),
                plan.untilStopped()
                        ? messages.text("settings.count.untilStopped")
                        : numbers.count(plan.count()));
        row(out, messages.text("settings.timeout"), duration(plan.timeout()));
        row(
                out,
                messages.text("settings.size"),
                plan.messageBytes() == 0
                        ? messages.text("settings.size.text")
                        : messages.text("settings.size.bytes", numbers.count(plan.messageBytes())));
        row(out, messages.text("settings.end"), outcome(report));
        row(out, messages.text("settings.zone"), times.zone(report.period().start()));
        out.close(3).line();
    }

    private String pace(PingPlan plan) {
        return plan.pacing() instanceof Pacing.FixedRate fixedRate
                ? messages.text("settings.pace.interval", duration(fixedRate.interval()))
                : messages.text(
                        "settings.pace.pause",
                        duration(((Pacing.StopAndWait) plan.pacing()).pause()));
    }

    private String outcome(RunReport report) {
        return report.outcome()
                .map(
                        outcome ->
                                switch (outcome) {
                                    case COMPLETED -> messages.text("settings.end.completed");
                                    case STOPPED -> messages.text("settings.end.stopped");
                                    case FAILED -> messages.text("settings.end.failed");
                                })
                .orElseGet(() -> messages.text("settings.end.none"));
    }

    private static String duration(Duration duration) {
        return DurationText.format(duration);
    }

    private static void row(MarkupWriter out, String title, String value) {
        out.open("tr").element("th", title, "scope", "row").open("td").element("bdi", value);
        out.close(2).line();
    }

    private void glossary(MarkupWriter out, RunReport report) {
        out.open("section", "aria-labelledby", "words", "class", "words");
        out.element("h2", messages.text("words.title"), "id", "words");
        out.open("dl").line();
        word(out, messages.text("words.rtt"), messages.text("words.rtt.text"));
        word(out, messages.text("words.lost"), messages.text("words.lost.text"));
        word(out, messages.text("words.interval"), messages.text("words.interval.text"));
        word(
                out,
                messages.text("words.outage"),
                messages.text("words.outage.text", report.outageLosses()));
        word(out, messages.text("words.standstill"), messages.text("words.standstill.text"));
        word(out, messages.text("words.median"), messages.text("words.median.text"));
        word(out, messages.text("words.percentile"), messages.text("words.percentile.text"));
        word(out, messages.text("words.stddev"), messages.text("words.stddev.text"));
        word(out, messages.text("words.ipdv"), messages.text("words.ipdv.text"));
        word(out, messages.text("words.jitter"), messages.text("words.jitter.text"));
        word(out, messages.text("words.late"), messages.text("words.late.text"));
        word(out, messages.text("words.duplicate"), messages.text("words.duplicate.text"));
        word(out, messages.text("words.reordered"), messages.text("words.reordered.text"));
        out.close(2).line();
    }

    private static void word(MarkupWriter out, String word, String meaning) {
        out.open("div").element("dt", word).element("dd", meaning).close().line();
    }
}
