package pingmonitor.ui.results;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import pingmonitor.session.PingState;

/** Draws the sign of each ping in view: one shape for each state, and the state's word where there is room. */
final class PingSignPainter {
    private static final double SIGN_HEIGHT_EM = 1.2;
    private static final double WORD_TOP_EM = 2.2;

    private final GraphicsContext g;
    private final ChartPalette palette;
    private final PlotScale plot;
    private final double em;
    private final ChartText words;
    private final double radius;
    private final Text measure = new Text();

    PingSignPainter(
            GraphicsContext g, ChartPalette palette, PlotScale plot, double em, ChartText words) {
        this.g = g;
        this.palette = palette;
        this.plot = plot;
        this.em = em;
        this.words = words;
        this.radius = Math.min(0.36 * em, Math.max(1, 0.32 * plot.spacing()));
    }

    void paint(ChartSeries series) {
        measure.setFont(g.getFont());
        g.setLineWidth(0.15 * em);
        g.setTextAlign(TextAlignment.CENTER);
        int last = Math.min(plot.last(), series.size());
        for (int sequence = plot.first(); sequence <= last; sequence++) {
            paint(series, sequence);
        }
    }

    private void paint(ChartSeries series, int sequence) {
        PingState state = series.state(sequence);
        float millis = series.millis(sequence);
        double x = plot.x(sequence);
        double atTop = SIGN_HEIGHT_EM * em;
        double atBottom = plot.height() - 0.8 * em;
        switch (state) {
            case REPLIED -> reply(series, sequence, x, plot.y(millis));
            case TIMED_OUT -> sign(x, () -> cross(x, atTop, palette.lost()));
            case LATE -> {
                double y = millis <= plot.top() ? plot.y(millis) : atTop;
                sign(x, () -> diamond(x, y));
            }
            case UNREACHABLE -> sign(x, () -> triangle(x, atTop));
            case SEND_FAILED -> sign(x, () -> crossedCircle(x, atTop));
            case CANCELLED -> sign(x, () -> dash(x, atBottom));
            case WAITING -> dot(x, atBottom);
        }
        word(state, words.marks(state, series.place(sequence), millis), x);
    }

    /** Whether the last ping in view has a sign or a word near the upper edge. */
    boolean wordAtTheRightEnd(ChartSeries series) {
        int last = plot.last();
        return last <= series.size()
                && (series.state(last).lost() || series.state(last) == PingState.SEND_FAILED);
    }

    /** Where the circles would touch, only a reply without neighbours on the line gets one. */
    private void reply(ChartSeries series, int sequence, double x, double y) {
        if (plot.spacing() >= 0.8 * em) {
            g.setFill(palette.background());
            g.setStroke(palette.answered());
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        } else if (!series.answered(sequence - 1) && !series.answered(sequence + 1)) {
            g.setFill(palette.answered());
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    /** Whether neighbouring signs would not touch. */
    boolean hasRoomForSigns() {
        return plot.spacing() >= 0.6 * em;
    }

    private void sign(double x, Runnable draw) {
        if (hasRoomForSigns()) {
            draw.run();
        }
    }

    private void cross(double x, double y, Color colour) {
        double r = 1.1 * radius;
        g.setStroke(colour);
        g.strokeLine(x - r, y - r, x + r, y + r);
        g.strokeLine(x - r, y + r, x + r, y - r);
    }

    private void diamond(double x, double y) {
        double r = 1.4 * radius;
        g.setFill(palette.background());
        g.setStroke(palette.warning());
        double[] xs = {x - r, x, x + r, x};
        double[] ys = {y, y - r, y, y + r};
        g.fillPolygon(xs, ys, xs.length);
        g.strokePolygon(xs, ys, xs.length);
    }

    private void triangle(double x, double y) {
        double r = 1.4 * radius;
        g.setStroke(palette.warning());
        g.strokePolygon(
                new double[] {x - r, x, x + r}, new double[] {y + 0.8 * r, y - r, y + 0.8 * r}, 3);
    }

    private void crossedCircle(double x, double y) {
        double r = 1.3 * radius;
        double edge = r * Math.sqrt(0.5);
        g.setStroke(palette.lost());
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        g.strokeLine(x - edge, y - edge, x + edge, y + edge);
    }

    private void dash(double x, double y) {
        g.setStroke(palette.quiet());
        g.strokeLine(x - radius, y, x + radius, y);
    }

    private void dot(double x, double y) {
        g.setFill(palette.quiet());
        double r = 0.7 * radius;
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    private void word(PingState state, List<String> wordings, double x) {
        Optional<String> fitting = wordings.stream().filter(this::hasRoom).findFirst();
        if (fitting.isPresent()) {
            boolean cancelled = state == PingState.CANCELLED;
            g.setFill(colour(state));
            g.setTextBaseline(cancelled ? VPos.BOTTOM : VPos.TOP);
            double y = cancelled ? plot.height() - 1.2 * em : WORD_TOP_EM * em;
            g.fillText(fitting.get(), x, y);
        }
    }

    private boolean hasRoom(String word) {
        measure.setText(word);
        return measure.getLayoutBounds().getWidth() <= plot.spacing() - 0.3 * em;
    }

    private Color colour(PingState state) {
        return switch (state) {
            case TIMED_OUT, SEND_FAILED -> palette.lost();
            case LATE, UNREACHABLE -> palette.warning();
            case REPLIED -> palette.answered();
            case WAITING, CANCELLED -> palette.quiet();
        };
    }
}
