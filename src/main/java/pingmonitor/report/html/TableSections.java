package pingmonitor.report.html;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import pingmonitor.report.LocalTimeText;
import pingmonitor.report.ReportNumbers;
import pingmonitor.report.ReportPeriod;
import pingmonitor.report.ReportSlice;
import pingmonitor.report.RoundedLengthText;
import pingmonitor.report.RunReport;
import pingmonitor.report.VerdictText;
import pingmonitor.session.LossLocations;
import pingmonitor.session.Outage;
import pingmonitor.text.Messages;

/** The tables: outages, places of loss, and the course of time. */
final class TableSections {
    private static final int MAX_OUTAGES = 500;

    private final Messages messages;
    private final ReportNumbers numbers;
    private final RoundedLengthText lengths;
    private final LocalTimeText times;
    private final VerdictText verdicts;

    TableSections(Messages messages, LocalTimeText times, VerdictText verdicts) {
        this.messages = messages;
        this.numbers = new ReportNumbers(messages.locale());
        this.lengths = new RoundedLengthText(numbers);
        this.times = times;
        this.verdicts = verdicts;
    }

    void write(MarkupWriter out, RunReport report) {
        if (report.figures().settled() > 0) {
            outages(out, report);
        }
        if (report.figures().places().known() + report.figures().unreachable() > 0) {
            places(out, report);
        }
        if (!report.slices().isEmpty()) {
            slices(out, report);
        }
    }

    private void outages(MarkupWriter out, RunReport report) {
        out.open("section", "aria-labelledby", "outages");
        out.element("h2", messages.text("outages.title"), "id", "outages");
        out.element("p", messages.text("outages.text", report.outageLosses()), "class", "muted");
        List<Outage> outages = report.outages();
        if (outages.isEmpty()) {
            out.element("p", messages.text("outages.none")).close().line();
            return;
        }
        String[] titles = {
            messages.text("outages.start"),
            messages.text("outages.end"),
            messages.text("outages.length"),
            messages.text("outages.lost"),
            messages.text("outages.cause")
        };
        table(
                out,
                messages.text("outages.title"),
                "outages",
                titles[0],
                titles[1],
                "#" + titles[2],
                "#" + titles[3],
                titles[4]);
        for (Outage outage : outages.subList(0, Math.min(outages.size(), MAX_OUTAGES))) {
            outage(out, report, outage, titles);
        }
        out.close(3).line();
        if (outages.size() > MAX_OUTAGES) {
            String more = numbers.count(outages.size() - MAX_OUTAGES);
            out.element("p", messages.text("outages.more", more), "class", "muted");
        }
        out.close().line();
    }

    private void outage(MarkupWriter out, RunReport report, Outage outage, String... titles) {
        ReportPeriod period = report.period();
        Instant start = period.at(Math.max(period.startNanos(), outage.startNanos()));
        String end =
                outage.endNanos().isPresent()
                        ? times.clockBeside(period.start(), period.at(report.endNanos(outage)))
                        : messages.text("outages.goesOn");
        out.open("tr");
        labelled(out, times.clockBeside(period.start(), start), "time", titles[0]);
        labelled(out, end, "time", titles[1]);
        labelled(out, lengths.of(report.lengthNanos(outage)), "number", titles[2]);
        labelled(out, numbers.count(outage.lost()), "number", titles[3]);
        out.element("td", verdicts.cause(outage)).close().line();
    }

    /** A cell that says on a phone, where the head of the table has no room, what it is. */
    private static void labelled(MarkupWriter out, String text, String style, String label) {
        out.element("td", text, "class", style, "data-label", label);
    }

    private void places(MarkupWriter out, RunReport report) {
        LossLocations places = report.figures().places();
        long lost = report.figures().lost();
        out.open("section", "aria-labelledby", "places");
        out.element("h2", messages.text("places.title"), "id", "places");
        out.element("p", messages.text("places.text"), "class", "muted");
        table(
                out,
                messages.text("places.title"),
                "places",
                messages.text("places.place"),
                "#" + messages.text("places.lost"),
                "#" + messages.text("places.share"));
        place(out, messages.text("places.there"), places.there(), lost);
        place(out, messages.text("places.server"), places.server(), lost);
        place(out, messages.text("places.limited"), places.limited(), lost);
        place(out, messages.text("places.back"), places.back(), lost);
        place(out, messages.text("places.late"), report.figures().late(), lost);
        long elsewhere = lost - places.known() - report.figures().late();
        long refused = Math.max(0, Math.min(report.figures().unreachable(), elsewhere));
        place(out, messages.text("places.refused"), refused, lost);
        place(out, messages.text("places.unknown"), Math.max(0, elsewhere - refused), lost);
        out.close(4).line();
    }

    private void place(MarkupWriter out, String name, long count, long lost) {
        if (count > 0) {
            out.open("tr").element("td", name);
            number(out, numbers.count(count));
            number(out, numbers.percent((double) count / lost));
            out.close().line();
        }
    }

    private void slices(MarkupWriter out, RunReport report) {
        out.open("section", "aria-labelledby", "slices");
        out.element("h2", messages.text("slices.title"), "id", "slices");
        table(
                out,
                messages.text("slices.title"),
                "slices",
                messages.text("slices.from"),
                "#" + messages.text("slices.settled"),
                "#" + messages.text("slices.lost"),
                "#" + messages.text("slices.loss"),
                "",
                "#" + messages.text("slices.median"),
                "#" + messages.text("slices.p95"),
                "#" + messages.text("slices.max"));
        double most = report.slices().stream().mapToDouble(ReportSlice::loss).max().orElse(0);
        for (ReportSlice slice : report.slices()) {
            slice(out, report, slice, most);
        }
        out.close(4).line();
    }

    private void slice(MarkupWriter out, RunReport report, ReportSlice slice, double most) {
        boolean days = report.sliceLength().toDays() >= 1;
        String from =
                days
                        ? times.shortDate(slice.start())
                        : times.onSameDay(report.period().start(), report.period().end())
                                ? times.minute(slice.start())
                                : times.shortDate(slice.start())
                                        + " "
                                        + times.minute(slice.start());
        out.open("tr").element("th", from, "scope", "row", "class", "time");
        number(out, numbers.count(slice.settled()));
        number(out, numbers.count(slice.lost()));
        number(out, slice.settled() == 0 ? "–" : numbers.percent(slice.loss()));
        out.open("td", "class", "bar", "aria-hidden", "true");
        if (slice.lost() > 0) {
            double width = Math.max(2, 100 * slice.loss() / most);
            out.open("i", "style", String.format(Locale.ROOT, "width:%.1f%%", width)).close();
        }
        out.close();
        millis(out, slice.medianNanos());
        millis(out, slice.p95Nanos());
        millis(out, slice.maxNanos());
        out.close().line();
    }

    private void millis(MarkupWriter out, OptionalLong nanos) {
        number(out, nanos.isPresent() ? numbers.bareMillis(nanos.getAsLong()) : "–");
    }

    private static void number(MarkupWriter out, String text) {
        out.element("td", text, "class", "number");
    }

    /**
     * Begins a table, to its body: three elements, within a frame that can be scrolled on a phone.
     *
     * @param style its class
     * @param titles of its columns; one of numbers begins with #
     */
    private static void table(MarkupWriter out, String name, String style, String... titles) {
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name);
        out.open("table", "class", style).open("thead").open("tr");
        for (String title : titles) {
            if (title.isEmpty()) {
                out.open("td", "class", "bar").close();
                continue;
            }
            boolean isNumber = title.startsWith("#");
            out.element(
                    "th",
                    isNumber ? title.substring(1) : title,
                    "scope",
                    "col",
                    "class",
                    isNumber ? "number" : "words");
        }
        out.close(2).open("tbody").line();
    }
}
