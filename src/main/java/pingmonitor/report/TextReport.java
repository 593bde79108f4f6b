package pingmonitor.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import pingmonitor.report.ReportFigures.RttFigures;
import pingmonitor.session.LossLocations;
import pingmonitor.session.Outage;
import pingmonitor.text.Messages;

/** The report for a terminal: sentences, figures, outages and a line an hour, with a decimal point in every language. */
public final class TextReport {
    private static final int MAX_NAME_CHARACTERS = 120;
    private static final String NONE = "-";

    private final Messages messages;
    private final ReportNumbers numbers = ReportNumbers.plain();
    private final RoundedLengthText lengths = new RoundedLengthText(numbers);
    private final LocalTimeText times;
    private final VerdictText verdicts;

    /**
     * @param zone where the clock stands that is shown
     */
    public TextReport(Locale locale, ZoneId zone) {
        this.messages = Messages.beside(TextReport.class, locale);
        this.times = new LocalTimeText(locale, zone);
        this.verdicts = new VerdictText(locale, times, numbers);
    }

    /** Its lines. */
    public List<String> lines(RunReport report) {
        List<String> lines = new ArrayList<>();
        head(report, lines);
        lines.add("");
        lines.addAll(verdicts.sentences(report));
        lines.add("");
        figures(report, lines);
        outages(report, lines);
        slices(report, lines);
        return lines.stream().map(TextReport::plain).toList();
    }

    private void head(RunReport report, List<String> lines) {
        String host = HarmlessText.of(report.plan().host(), MAX_NAME_CHARACTERS);
        String target = FigureText.endpoint(host, report.plan().port());
        String name = HarmlessText.of(report.label().name(), MAX_NAME_CHARACTERS);
        lines.add(name.isBlank() ? target : messages.text("report.text.named", name, target));
        if (!report.label().note().isBlank()) {
            lines.addAll(HarmlessText.inLines(report.label().note()).lines().toList());
        }
        ReportPeriod period = report.period();
        String start = times.full(period.start());
        String end =
                times.onSameDay(period.start(), period.end())
                        ? times.clock(period.end())
                        : times.full(period.end());
        String length = lengths.of(period.lengthNanos());
        String zone = times.zone(period.start());
        lines.add(
                period.whole()
                        ? messages.text("report.text.period", start, end, length, zone)
                        : messages.text("report.text.period.part", start, end, length, zone));
    }

    private void figures(RunReport report, List<String> lines) {
        ReportFigures figures = report.figures();
        lines.add(
                messages.text(
                        "report.text.counts",
                        numbers.count(figures.sent()),
                        numbers.count(figures.received()),
                        numbers.count(figures.lost()),
                        numbers.count(figures.late()),
                        numbers.count(figures.duplicates()),
                        numbers.count(figures.reordered())));
        long withoutFate = figures.sent() - figures.settled();
        if (withoutFate + figures.sendFailed() > 0) {
            lines.add(
                    messages.text(
                            "report.text.unsettled",
                            numbers.count(withoutFate),
                            numbers.count(figures.sendFailed())));
        }
        figures.rtts().ifPresent(rtts -> rtts(rtts, lines));
        if (figures.meanAbsIpdvNanos().isPresent() && figures.jitterNanos().isPresent()) {
            lines.add(
                    messages.text(
                            "report.text.variation",
                            numbers.bareMillis(figures.meanAbsIpdvNanos().getAsDouble()),
                            numbers.bareMillis(figures.jitterNanos().getAsDouble())));
        }
        LossLocations places = figures.places();
        if (places.known() > 0) {
            lines.add(
                    messages.text(
                            "report.text.places",
                            numbers.count(places.there()),
                            numbers.count(places.server() + places.limited()),
                            numbers.count(places.back())));
        }
    }

    private void rtts(RttFigures rtts, List<String> lines) {
        lines.add(
                messages.text(
                        "report.text.rtt",
                        numbers.bareMillis(rtts.minNanos()),
                        numbers.bareMillis(rtts.meanNanos()),
                        numbers.bareMillis(rtts.maxNanos()),
                        rtts.stddevNanos().isPresent()
                                ? numbers.bareMillis(rtts.stddevNanos().getAsDouble())
                                : NONE));
        lines.add(
                messages.text(
                        "report.text.percentiles",
                        numbers.bareMillis(rtts.medianNanos()),
                        numbers.bareMillis(rtts.p90Nanos()),
                        numbers.bareMillis(rtts.p95Nanos()),
                        numbers.bareMillis(rtts.p99Nanos()),
                        numbers.bareMillis(rtts.p999Nanos())));
    }

    private void outages(RunReport report, List<String> lines) {
        if (report.outages().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.text("report.text.outages"));
        for (Outage outage : report.outages()) {
            ReportPeriod period = report.period();
            Instant start = period.at(Math.max(period.startNanos(), outage.startNanos()));
            String end =
                    outage.endNanos().isPresent()
                            ? times.clock(period.at(report.endNanos(outage)))
                            : messages.text("report.text.goesOn");
            lines.add(
                    messages.text(
                            "report.text.outage",
                            times.dayAndClock(start),
                            end,
                            lengths.of(report.lengthNanos(outage)),
                            numbers.count(outage.lost()),
                            verdicts.cause(outage)));
        }
    }

    private void slices(RunReport report, List<String> lines) {
        if (report.slices().isEmpty()) {
            return;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(
                List.of(
                        messages.text("report.text.slice.from"),
                        messages.text("report.text.slice.settled"),
                        messages.text("report.text.slice.lost"),
                        messages.text("report.text.slice.loss"),
                        messages.text("report.text.slice.median"),
                        messages.text("report.text.slice.p95"),
                        messages.text("report.text.slice.max")));
        for (ReportSlice slice : report.slices()) {
            table.add(
                    List.of(
                            times.dayAndMinute(slice.start()),
                            numbers.count(slice.settled()),
                            numbers.count(slice.lost()),
                            slice.settled() == 0 ? NONE : numbers.percent(slice.loss()),
                            millis(slice.medianNanos()),
                            millis(slice.p95Nanos()),
                            millis(slice.maxNanos())));
        }
        lines.add("");
        lines.addAll(aligned(table));
    }

    private String millis(OptionalLong nanos) {
        return nanos.isPresent() ? numbers.bareMillis(nanos.getAsLong()) : NONE;
    }

    /** The first column to the left, the figures to the right. */
    private static List<String> aligned(List<List<String>> table) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width =
                        table.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
                String blanks = " ".repeat(width - row.get(i).length());
                line.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Without what a character set of a terminal may lack. */
    private static String plain(String line) {
        return line.replace('\u00a0', ' ').replace('\u2212', '-');
    }
}
