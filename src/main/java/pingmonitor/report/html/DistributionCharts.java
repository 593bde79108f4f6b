package pingmonitor.report.html;

import pingmonitor.report.ReportNumbers;
import pingmonitor.report.RttBins;
import pingmonitor.report.RunReport;
import pingmonitor.text.Messages;

/** How often which RTT came, and what share of the replies came within which RTT: two charts, as SVG. */
final class DistributionCharts {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 240;
    private static final double LEFT = 50;
    private static final double RIGHT = 16;
    private static final double TOP = 14;
    private static final double BOTTOM = 40;

    private final Messages messages;
    private final ReportNumbers numbers;
    private final MarkupWriter out;
    private final SvgDrawing svg;

    DistributionCharts(Messages messages, MarkupWriter out) {
        this.messages = messages;
        this.numbers = new ReportNumbers(messages.locale());
        this.out = out;
        this.svg = new SvgDrawing(out);
    }

    /** Bars, one for each bin. */
    void histogram(RttBins bins) {
        long most = bins.counts().stream().mapToLong(Long::longValue).max().orElse(1);
        ValueAxis across = ValueAxis.between(bins.startNanos(), bins.endNanos(), 6);
        ValueAxis up = ValueAxis.upTo(most, 4);
        begin("histogram", messages.text("histogram.title"), description(bins));
        grid(across, up, false);
        SvgPath bars = new SvgPath();
        for (int i = 0; i < bins.counts().size(); i++) {
            long count = bins.counts().get(i);
            double from = x(across, bins.startNanos() + (double) i * bins.binNanos());
            double to = x(across, bins.startNanos() + (i + 1.0) * bins.binNanos());
            double height = count == 0 ? 0 : Math.max(1, y(0) - y(up.share(count)));
            if (height > 0) {
                bars.rectangle(from, y(0) - height, Math.max(0.8, to - from - 0.6), height);
            }
        }
        svg.path("bars", bars);
        out.close().line();
    }

    private String description(RttBins bins) {
        return messages.text(
                "histogram.text",
                numbers.millis(bins.startNanos()),
                numbers.millis(bins.endNanos()),
                numbers.count(bins.beyond()));
    }

    /** The share of the replies within each RTT, with the percentiles marked. */
    void cumulative(RunReport report) {
        RttBins bins = report.bins();
        ValueAxis across = ValueAxis.between(bins.startNanos(), bins.endNanos(), 6);
        begin("cumulative", messages.text("cumulative.title"), messages.text("cumulative.text"));
        grid(across, new ValueAxis(0, 1, 0.25), true);
        SvgPath curve = new SvgPath();
        double total = Math.max(1, bins.total());
        long sum = 0;
        curve.moveTo(x(across, across.low()), y(0)).lineTo(x(across, bins.startNanos()), y(0));
        for (int i = 0; i < bins.counts().size(); i++) {
            sum += bins.counts().get(i);
            double nanos = bins.startNanos() + (i + 1.0) * bins.binNanos();
            curve.lineTo(x(across, nanos), y(sum / total));
        }
        svg.path("curve", curve);
        report.figures()
                .rtts()
                .ifPresent(
                        rtts -> {
                            percentile(across, rtts.medianNanos(), 0.5);
                            percentile(across, rtts.p95Nanos(), 0.95);
                        });
        out.close().line();
    }

    private void percentile(ValueAxis across, double nanos, double share) {
        double x = x(across, nanos);
        SvgPath lines = new SvgPath().moveTo(LEFT, y(share)).lineTo(x, y(share)).lineTo(x, y(0));
        svg.path("percentile", lines);
        String text = numbers.wholePercent(share) + " · " + numbers.millis(nanos);
        boolean left = x > WIDTH - 130;
        svg.label(
                left ? x - 6 : x + 6,
                y(share) + 14,
                text,
                left ? "axis end strong" : "axis begin strong");
    }

    private void begin(String id, String title, String description) {
        SvgDrawing.begin(out, id, WIDTH, HEIGHT, title, description);
    }

    private void grid(ValueAxis across, ValueAxis up, boolean percent) {
        SvgPath lines = new SvgPath();
        for (double tick : up.ticks()) {
            double y = y(up.share(tick));
            lines.moveTo(LEFT, y).lineTo(WIDTH - RIGHT, y);
            String label = percent ? numbers.wholePercent(tick) : numbers.count(Math.round(tick));
            if (percent || tick == Math.rint(tick)) {
                svg.label(LEFT - 6, y + 4, label, "axis end");
            }
        }
        svg.path("grid", lines);
        SvgPath ground = new SvgPath().moveTo(LEFT, y(0)).lineTo(WIDTH - RIGHT, y(0));
        for (double tick : across.ticks()) {
            double x = x(across, tick);
            ground.moveTo(x, y(0)).lineTo(x, y(0) + 4);
            svg.label(x, HEIGHT - BOTTOM + 17, numbers.axisMillis(tick), "axis");
        }
        svg.path("ground", ground);
        svg.label(
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 4, messages.text("distribution.axis"), "axis");
    }

    private static double x(ValueAxis axis, double nanos) {
        return LEFT + (WIDTH - LEFT - RIGHT) * axis.share(nanos);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share;
    }
}
