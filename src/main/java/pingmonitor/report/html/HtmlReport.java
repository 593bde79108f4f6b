package pingmonitor.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import pingmonitor.report.FigureText;
import pingmonitor.report.HarmlessText;
import pingmonitor.report.LocalTimeText;
import pingmonitor.report.ReportColumn;
import pingmonitor.report.ReportNumbers;
import pingmonitor.report.ReportPeriod;
import pingmonitor.report.RoundedLengthText;
import pingmonitor.report.RunReport;
import pingmonitor.report.VerdictText;
import pingmonitor.text.Messages;

/**
 * The report of a run as one HTML file: it has no script, needs no network, fits a phone and an A4 page, and is
 * well-formed XML, too.
 */
public final class HtmlReport {
    private static final String STYLE = "/pingmonitor/report/html/report.css";

    /** What is allowed to the page: its own style sheet, and nothing from anywhere else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final int MAX_TITLE_CHARACTERS = 120;
    private static final RttChart.ChartFrame WIDE = new RttChart.ChartFrame("wide", 960, 320, 12);
    private static final RttChart.ChartFrame NARROW =
            new RttChart.ChartFrame("narrow", 400, 280, 5);

    private final Messages messages;
    private final LocalTimeText times;
    private final VerdictText verdicts;
    private final RoundedLengthText lengths;
    private final String program;

    /**
     * @param locale language of the words
     * @param zone where the clock stands that is shown
     * @param program name and version of this program
     */
    public HtmlReport(Locale locale, ZoneId zone, String program) {
        this.messages = Messages.beside(HtmlReport.class, locale);
        this.times = new LocalTimeText(locale, zone);
        this.verdicts = new VerdictText(locale, times);
        this.lengths = new RoundedLengthText(new ReportNumbers(locale));
        this.program = program;
    }

    /**
     * The file, to be written in UTF-8.
     *
     * @param made when it is made
     */
    public String of(RunReport report, Instant made) {
        MarkupWriter out = new MarkupWriter();
        out.open("html", "lang", messages.locale().toLanguageTag()).line();
        head(out, report);
        out.open("body").open("main").line();
        heading(out, report);
        verdict(out, report);
        new FigureSections(messages).tiles(out, report);
        if (report.figures().settled() > 0) {
            charts(out, report);
        }
        new TableSections(messages, times, verdicts).write(out, report);
        if (!report.bins().counts().isEmpty()) {
            distribution(out, report);
        }
        new FigureSections(messages).figures(out, report);
        new AppendixSections(messages, times).write(out, report);
        out.open("footer").element("p", messages.text("footer", program, times.full(made)));
        out.element("p", messages.text("footer.local"));
        out.close(4).line();
        return out.whole();
    }

    private void head(MarkupWriter out, RunReport report) {
        out.open("head").empty("meta", "charset", "utf-8").line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        out.empty("meta", "name", "referrer", "content", "no-referrer");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.empty("meta", "name", "generator", "content", program).line();
        out.element("title", messages.text("title", title(report))).line();
        out.style(style()).close().line();
    }

    private static String title(RunReport report) {
        String name = report.label().name();
        String title = name.isBlank() ? report.plan().host() : name;
        return HarmlessText.of(title, MAX_TITLE_CHARACTERS);
    }

    private void heading(MarkupWriter out, RunReport report) {
        ReportPeriod period = report.period();
        out.open("header").element("p", messages.text("kicker"), "class", "kicker");
        out.open("h1").element("bdi", title(report)).close().line();
        out.open("p", "class", "target").open("bdi").open("code");
        String host = HarmlessText.of(report.plan().host(), MAX_TITLE_CHARACTERS);
        out.content(FigureText.endpoint(host, report.plan().port())).close(2);
        report.remote()
                .map(FigureText::endpoint)
                .filter(remote -> !remote.equals(FigureText.endpoint(host, report.plan().port())))
                .ifPresent(remote -> out.content(" · ").element("code", remote));
        out.close().line();
        out.element("p", period(period), "class", "period");
        out.element(
                "p",
                messages.text("period.utc", times.utc(period.start()), times.utc(period.end())),
                "class",
                "muted");
        if (!report.label().note().isBlank()) {
            out.element("p", report.label().note(), "class", "note", "dir", "auto");
        }
        out.close().line();
    }

    private String period(ReportPeriod period) {
        String start = times.full(period.start());
        String end =
                times.onSameDay(period.start(), period.end())
                        ? times.clock(period.end())
                        : times.full(period.end());
        String zone = times.zone(period.start());
        String length = lengths.of(period.lengthNanos());
        return period.whole()
                ? messages.text("period", start, end, length, zone)
                : messages.text("period.part", start, end, length, zone);
    }

    private void verdict(MarkupWriter out, RunReport report) {
        out.open("section", "class", "verdict", "aria-labelledby", "verdict");
        out.element("h2", messages.text("verdict.title"), "id", "verdict");
        List<String> sentences = verdicts.sentences(report);
        out.element("p", sentences.get(0), "class", "lead");
        if (sentences.size() > 1) {
            out.element("p", String.join(" ", sentences.subList(1, sentences.size())));
        }
        out.close().line();
    }

    private void charts(MarkupWriter out, RunReport report) {
        out.open("section", "class", "figure", "aria-labelledby", "chart");
        out.element("h2", messages.text("chart.title"), "id", "chart");
        out.open("p", "class", "legend");
        legend(out, "median", messages.text("legend.median"));
        legend(out, "band", messages.text("legend.band"));
        legend(out, "loss", messages.text("legend.loss"));
        if (!report.outages().isEmpty()) {
            legend(out, "outage", messages.text("legend.outage"));
        }
        if (!report.standstills().isEmpty()) {
            legend(out, "asleep", messages.text("legend.standstill"));
        }
        out.close().line();
        chart(out, report, report.columns(), WIDE);
        chart(out, report, Narrower.of(report.columns()), NARROW);
        out.element(
                "p",
                messages.text("chart.zone", times.zone(report.period().start())),
                "class",
                "muted");
        out.close().line();
    }

    private static void legend(MarkupWriter out, String style, String text) {
        out.open("span", "class", "key");
        out.open("i", "class", "swatch " + style).close().content(text).close().content(" ");
    }

    private void chart(
            MarkupWriter out,
            RunReport report,
            List<ReportColumn> columns,
            RttChart.ChartFrame frame) {
        ReportPeriod period = report.period();
        new RttChart(frame, messages, lengths, out)
                .draw(
                        report,
                        columns,
                        TimeAxis.ticks(period.start(), period.end(), frame.ticks(), times),
                        messages.text("chart.title"),
                        String.join(" ", verdicts.sentences(report)));
    }

    private void distribution(MarkupWriter out, RunReport report) {
        out.open("section", "aria-labelledby", "distribution");
        out.element("h2", messages.text("distribution.title"), "id", "distribution");
        DistributionCharts charts = new DistributionCharts(messages, out);
        out.open("div", "class", "pair").open("figure");
        charts.histogram(report.bins());
        out.element("figcaption", messages.text("histogram.title")).close().open("figure");
        charts.cumulative(report);
        out.element("figcaption", messages.text("cumulative.title")).close(2).line();
        if (report.bins().beyond() > 0) {
            ReportNumbers numbers = new ReportNumbers(messages.locale());
            out.element(
                    "p",
                    messages.text(
                            "distribution.beyond",
                            numbers.count(report.bins().beyond()),
                            report.bins().beyond(),
                            numbers.millis(report.bins().endNanos())),
                    "class",
                    "muted");
        }
        out.close().line();
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
