package pingmonitor.report.html;

import java.util.OptionalDouble;
import pingmonitor.report.ReportFigures;
import pingmonitor.report.ReportFigures.RttFigures;
import pingmonitor.report.ReportNumbers;
import pingmonitor.report.RoundedLengthText;
import pingmonitor.report.RunReport;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.text.Messages;

/** The figures: the six that matter as tiles, and all of them as a table. */
final class FigureSections {
    private static final String NONE = "–";

    private final Messages messages;
    private final ReportNumbers numbers;
    private final RoundedLengthText lengths;

    FigureSections(Messages messages) {
        this.messages = messages;
        this.numbers = new ReportNumbers(messages.locale());
        this.lengths = new RoundedLengthText(numbers);
    }

    void tiles(MarkupWriter out, RunReport report) {
        ReportFigures figures = report.figures();
        out.open("dl", "class", "tiles").line();
        tile(
                out,
                "",
                messages.text("tile.sent"),
                numbers.count(figures.sent()),
                messages.text("tile.sent.detail", numbers.count(figures.received())));
        tile(
                out,
                figures.lost() > 0 ? "bad" : "",
                messages.text("tile.lost"),
                figures.lossInterval()
                        .map(range -> numbers.percent(figures.loss().orElseThrow(), range))
                        .orElse(NONE),
                figures.lossInterval()
                        .map(numbers::range)
                        .map(range -> messages.text("tile.lost.detail", range.low(), range.high()))
                        .orElse(NONE));
        tile(
                out,
                "",
                messages.text("tile.rtt"),
                figures.rtts().map(this::threeRtts).orElse(NONE),
                messages.text("tile.rtt.detail"));
        tile(
                out,
                "",
                messages.text("tile.jitter"),
                figures.jitterNanos().isPresent()
                        ? numbers.bareMillis(figures.jitterNanos().getAsDouble())
                        : NONE,
                messages.text("tile.jitter.detail"));
        outages(out, report);
        out.close().line();
    }

    private String threeRtts(RttFigures rtts) {
        return numbers.bareMillis(rtts.medianNanos())
                + " · "
                + numbers.bareMillis(rtts.p95Nanos())
                + " · "
                + numbers.bareMillis(rtts.p99Nanos());
    }

    private void outages(MarkupWriter out, RunReport report) {
        long longest = report.outages().stream().mapToLong(report::lengthNanos).max().orElse(0);
        tile(
                out,
                report.outages().isEmpty() ? "" : "bad",
                messages.text("tile.outages"),
                numbers.count(report.outages().size()),
                report.outages().isEmpty()
                        ? messages.text("tile.outages.none")
                        : messages.text("tile.outages.detail", lengths.of(longest)));
        tile(
                out,
                "",
                messages.text("tile.up"),
                report.up().isPresent() ? numbers.percent(report.up().getAsDouble()) : NONE,
                messages.text("tile.up.detail"));
    }

    private static void tile(
            MarkupWriter out, String style, String title, String figure, String detail) {
        out.open("div", "class", ("tile " + style).strip());
        out.element("dt", title).element("dd", figure, "class", "figure");
        out.element("dd", detail, "class", "muted").close().line();
    }

    void figures(MarkupWriter out, RunReport report) {
        ReportFigures figures = report.figures();
        out.open("section", "aria-labelledby", "figures");
        out.element("h2", messages.text("figures.title"), "id", "figures");
        out.open("div", "class", "pair");
        out.open("table", "class", "pairs").open("tbody").line();
        row(out, messages.text("figures.sent"), numbers.count(figures.sent()));
        row(out, messages.text("figures.received"), numbers.count(figures.received()));
        lost(out, figures);
        row(out, messages.text("figures.timedOut"), numbers.count(figures.timedOut()));
        row(out, messages.text("figures.late"), numbers.count(figures.late()));
        row(out, messages.text("figures.unreachable"), numbers.count(figures.unreachable()));
        rowUnlessZero(out, messages.text("figures.cancelled"), figures.cancelled());
        rowUnlessZero(out, messages.text("figures.sendFailed"), figures.sendFailed());
        row(out, messages.text("figures.duplicates"), numbers.count(figures.duplicates()));
        row(out, messages.text("figures.reordered"), numbers.count(figures.reordered()));
        rowUnlessZero(out, messages.text("figures.unverified"), figures.unverified());
        rowUnlessZero(out, messages.text("figures.heldUp"), figures.heldUp());
        rowUnlessZero(out, messages.text("figures.missed"), figures.missed().orElse(0));
        out.close(2).line();
        rtts(out, report);
        out.close(2).line();
    }

    private void rtts(MarkupWriter out, RunReport report) {
        ReportFigures figures = report.figures();
        out.open("table", "class", "pairs").open("tbody").line();
        figures.rtts()
                .ifPresent(
                        rtts -> {
                            rtt(out, messages.text("figures.min"), rtts.minNanos());
                            rtt(out, messages.text("figures.median"), rtts.medianNanos());
                            rtt(out, messages.text("figures.mean"), rtts.meanNanos());
                            optional(out, messages.text("figures.stddev"), rtts.stddevNanos());
                            rtt(out, messages.text("figures.p90"), rtts.p90Nanos());
                            rtt(out, messages.text("figures.p95"), rtts.p95Nanos());
                            rtt(out, messages.text("figures.p99"), rtts.p99Nanos());
                            rtt(out, messages.text("figures.p999"), rtts.p999Nanos());
                            rtt(out, messages.text("figures.max"), rtts.maxNanos());
                        });
        optional(out, messages.text("figures.ipdv"), figures.meanAbsIpdvNanos());
        optional(out, messages.text("figures.jitter"), figures.jitterNanos());
        row(out, messages.text("figures.length"), lengths.of(report.period().lengthNanos()));
        out.close(2).line();
    }

    private void lost(MarkupWriter out, ReportFigures figures) {
        String count = numbers.count(figures.lost());
        if (figures.settled() == 0) {
            row(out, messages.text("figures.lost"), count);
            return;
        }
        ConfidenceInterval interval = figures.lossInterval().orElseThrow();
        String share = numbers.percent(figures.loss().orElseThrow(), interval);
        row(out, messages.text("figures.lost"), messages.text("figures.lost.share", count, share));
        ReportNumbers.Range range = numbers.range(interval);
        row(
                out,
                messages.text("figures.likely"),
                messages.text("figures.likely.range", range.low(), range.high()));
    }

    private void rtt(MarkupWriter out, String title, double nanos) {
        row(out, title, numbers.millis(nanos));
    }

    private void optional(MarkupWriter out, String title, OptionalDouble nanos) {
        if (nanos.isPresent()) {
            rtt(out, title, nanos.getAsDouble());
        }
    }

    private void rowUnlessZero(MarkupWriter out, String title, long count) {
        if (count != 0) {
            row(out, title, numbers.count(count));
        }
    }

    private static void row(MarkupWriter out, String title, String figure) {
        out.open("tr").element("th", title, "scope", "row").element("td", figure).close().line();
    }
}
