package pingmonitor.report.html;

import java.time.Duration;
import java.util.List;
import pingmonitor.ping.PingEvent;
import pingmonitor.report.ReportColumn;
import pingmonitor.report.ReportNumbers;
import pingmonitor.report.ReportPeriod;
import pingmonitor.report.RoundedLengthText;
import pingmonitor.report.RunReport;
import pingmonitor.session.Outage;
import pingmonitor.text.Messages;

/**
 * The chart of RTTs and losses over time, as SVG. Nothing in it is thinner than can be seen: not a single loss, not a
 * short outage, not a spike.
 */
final class RttChart {
    private static final double LEFT = 46;
    private static final double RIGHT = 10;
    private static final double TOP = 26;
    private static final double BOTTOM = 24;
    private static final double MIN_MARK = 1.2;
    private static final double MIN_OUTAGE = 2;
    private static final double MIN_LOSS = 8;
    private static final double LABEL_CHARACTER = 6.6;

    /** With so few columns, each is a point, too. */
    private static final int MAX_POINTS = 130;

    /** So many columns in which nothing was sent do not break the line; one with nothing but losses does. */
    private static final int MAX_BLANK = 3;

    /** The scale goes so far beyond what 999 of 1,000 replies took; a longer column ends in an arrow. */
    private static final double ROOM = 2;

    private final ChartFrame frame;
    private final Messages messages;
    private final ReportNumbers numbers;
    private final RoundedLengthText lengths;
    private final MarkupWriter out;
    private final SvgDrawing svg;

    /** What stands around the drawing. */
    record ChartFrame(String id, double width, double height, int ticks) {
        double plotWidth() {
            return width - LEFT - RIGHT;
        }

        double bottom() {
            return height - BOTTOM;
        }

        double x(double share) {
            return LEFT + plotWidth() * Math.max(0, Math.min(1, share));
        }
    }

    RttChart(ChartFrame frame, Messages messages, RoundedLengthText lengths, MarkupWriter out) {
        this.frame = frame;
        this.messages = messages;
        this.numbers = new ReportNumbers(messages.locale());
        this.lengths = lengths;
        this.out = out;
        this.svg = new SvgDrawing(out);
    }

    /** Draws it. */
    void draw(
            RunReport report,
            List<ReportColumn> columns,
            List<TimeAxis.Tick> ticks,
            String title,
            String description) {
        ValueAxis axis = axis(report, columns);
        SvgDrawing.begin(out, frame.id, frame.width, frame.height, title, description);
        hatching();
        valueGrid(axis);
        timeGrid(report.period(), ticks);
        standstills(report);
        losses(columns);
        band(columns, axis);
        outages(report);
        out.close().line();
    }

    private static ValueAxis axis(RunReport report, List<ReportColumn> columns) {
        double max = columns.stream().mapToLong(ReportColumn::maxNanos).max().orElse(0);
        double usual = report.figures().rtts().map(rtts -> rtts.p999Nanos() * ROOM).orElse(max);
        return ValueAxis.upTo(Math.max(1_000, Math.min(max, usual)), 5);
    }

    private double y(ValueAxis axis, double nanos) {
        return frame.bottom() - (frame.bottom() - TOP) * axis.share(nanos);
    }

    private void hatching() {
        out.open("defs");
        out.open(
                "pattern",
                "id",
                frame.id + "-hatch",
                "width",
                "7",
                "height",
                "7",
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        out.empty("rect", "class", "hatch-ground", "width", "7", "height", "7");
        out.empty("rect", "class", "hatch-line", "width", "1.2", "height", "7");
        out.close(2).line();
    }

    private void valueGrid(ValueAxis axis) {
        SvgPath lines = new SvgPath();
        for (double tick : axis.ticks()) {
            double y = y(axis, tick);
            lines.moveTo(LEFT, y).lineTo(frame.width - RIGHT, y);
            svg.label(LEFT - 6, y + 4, numbers.axisMillis(tick), "axis end");
        }
        svg.path("grid", lines);
        svg.label(LEFT - 6, 12, "ms", "axis end");
    }

    private void timeGrid(ReportPeriod period, List<TimeAxis.Tick> ticks) {
        SvgPath lines = new SvgPath();
        for (TimeAxis.Tick tick : ticks) {
            double share =
                    (double) Duration.between(period.start(), tick.at()).toNanos()
                            / Math.max(1, period.lengthNanos());
            double x = frame.x(share);
            lines.moveTo(x, frame.bottom()).lineTo(x, frame.bottom() + 4);
            double half = tick.label().length() * LABEL_CHARACTER / 2;
            if (x - half > 0 && x + half < frame.width) {
                svg.label(x, frame.height - 6, tick.label(), tick.isDay() ? "axis day" : "axis");
            }
        }
        lines.moveTo(LEFT, frame.bottom()).lineTo(frame.width - RIGHT, frame.bottom());
        svg.path("ground", lines);
    }

    private void standstills(RunReport report) {
        ReportPeriod period = report.period();
        for (PingEvent.Stalled standstill : report.standstills()) {
            double from = frame.x(period.share(standstill.runNanos() - standstill.leastNanos()));
            double to = frame.x(period.share(standstill.runNanos()));
            double width = Math.max(MIN_MARK, to - from);
            String text = messages.text("chart.standstill", lengths.of(standstill.leastNanos()));
            out.open("g", "fill", "url(#" + frame.id + "-hatch)").element("title", text);
            svg.rectangle("standstill", from, TOP, width, frame.bottom() - TOP);
            out.close().line();
            if (text.length() * LABEL_CHARACTER < width) {
                svg.label((from + to) / 2, frame.bottom() - 8, text, "asleep");
            }
        }
    }

    /** Each column with a loss has a mark; the more of it was lost, the higher. */
    private void losses(List<ReportColumn> columns) {
        double column = frame.plotWidth() / Math.max(1, columns.size());
        double width = Math.max(MIN_MARK, column);
        for (int i = 0; i < columns.size(); i++) {
            double loss = columns.get(i).loss();
            if (loss > 0) {
                double middle = LEFT + (i + 0.5) * column;
                double x = Math.min(middle - width / 2, frame.width - RIGHT - width);
                double height = MIN_LOSS + loss * (frame.bottom() - TOP - MIN_LOSS);
                svg.rectangle("loss", x, frame.bottom() - height, width, height);
            }
        }
        out.line();
    }

    private void band(List<ReportColumn> columns, ValueAxis axis) {
        double column = frame.plotWidth() / Math.max(1, columns.size());
        SvgPath band = new SvgPath();
        SvgPath line = new SvgPath();
        SvgPath points = new SvgPath();
        SvgPath arrows = new SvgPath();
        int blank = MAX_BLANK + 1;
        for (int i = 0; i < columns.size(); i++) {
            ReportColumn each = columns.get(i);
            if (!each.hasReply()) {
                blank += each.sent() == 0 ? 1 : MAX_BLANK + 1;
                continue;
            }
            double x = LEFT + i * column;
            double top = y(axis, each.maxNanos());
            double bottom = y(axis, each.minNanos());
            double height = Math.max(MIN_MARK, bottom - top);
            band.rectangle(x, bottom - height, Math.max(MIN_MARK, column), height);
            if (each.maxNanos() > axis.high()) {
                arrows.moveTo(x + column / 2 - 3, TOP).lineTo(x + column / 2 + 3, TOP);
                arrows.lineTo(x + column / 2, TOP - 5);
            }
            double middle = x + column / 2;
            double y = y(axis, each.medianNanos());
            if (blank <= MAX_BLANK) {
                line.lineTo(middle, y);
            } else {
                line.moveTo(middle, y).lineTo(middle + 0.1, y);
            }
            if (columns.size() <= MAX_POINTS) {
                points.moveTo(middle, y).lineTo(middle + 0.1, y);
            }
            blank = 0;
        }
        svg.path("band", band);
        svg.path("median", line);
        svg.path("points", points);
        svg.path("arrows", arrows);
    }

    private void outages(RunReport report) {
        double free = 0;
        for (Outage outage : report.outages()) {
            double from = frame.x(report.period().share(outage.startNanos()));
            double to = frame.x(report.period().share(report.endNanos(outage)));
            double width = Math.max(MIN_OUTAGE, to - from);
            double x = Math.min(from, frame.width - RIGHT - width);
            String text = lengths.of(report.lengthNanos(outage));
            out.open("g");
            out.element("title", messages.text("chart.outage", text));
            svg.rectangle("outage", x, TOP, width, frame.bottom() - TOP);
            svg.rectangle("outage-cap", x, TOP - 2, width, 2);
            out.close();
            double half = text.length() * LABEL_CHARACTER / 2;
            double middle = Math.max(LEFT + half, Math.min(frame.width - half - 2, x + width / 2));
            if (middle - half > free) {
                svg.label(middle, TOP - 8, text, "outage-length");
                free = middle + half + 4;
            }
        }
        out.line();
    }
}
