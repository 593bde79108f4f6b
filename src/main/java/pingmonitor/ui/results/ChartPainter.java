package pingmonitor.ui.results;

import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import pingmonitor.session.PingState;

/**
 * Draws grid, line and losses of a run onto the canvas: ping by ping where there is room, else summed up in pixel
 * columns.
 */
final class ChartPainter {
    /** Below this spacing a line would hide the spread of the RTTs, which columns show. */
    private static final double MIN_LINE_SPACING_PIXELS = 1.5;

    private static final double BAND_OPACITY = 0.16;

    /**
     * Width of a loss where pings are too close for signs. A thinner or paler line would be overlooked or look grey.
     */
    private static final double MIN_LOSS_PIXELS = 3;

    private static final double LOSS_LINE_OPACITY = 0.6;
    private static final double MIN_OPACITY = 0.25;
    private static final double MAX_OPACITY = 0.9;

    private final GraphicsContext g;
    private final ChartPalette palette;
    private final PlotScale plot;
    private final double em;
    private final PingSignPainter marks;

    /**
     * @param font of the words in the chart; all sizes are relative to it
     */
    ChartPainter(
            GraphicsContext g, ChartPalette palette, PlotScale plot, Font font, ChartText words) {
        this.g = g;
        this.palette = palette;
        this.plot = plot;
        this.em = font.getSize();
        this.marks = new PingSignPainter(g, palette, plot, em, words);
        g.setFont(font);
    }

    void paint(ChartSeries series, List<Number> gridLines) {
        // Beyond the edges, or pixels that are covered in part would keep traces of the picture
        // before.
        g.clearRect(-1, -1, plot.width() + 2, g.getCanvas().getHeight() + 2);
        boolean columns = plot.spacing() < MIN_LINE_SPACING_PIXELS;
        if (columns) {
            lossColumns(series);
        } else {
            bands(series);
        }
        grid(gridLines);
        if (columns) {
            rttColumns(series);
        } else {
            line(series);
            marks.paint(series);
        }
    }

    /** Draws the dashed line of the mean over everything, with its word at the right end. */
    void paintMean(ChartSeries series, OptionalDouble meanMillis, String word) {
        if (meanMillis.isEmpty() || meanMillis.getAsDouble() > plot.top()) {
            return;
        }
        double y = crisp(plot.y(meanMillis.getAsDouble()));
        g.setStroke(palette.quiet());
        g.setLineWidth(1);
        g.setLineDashes(0.4 * em, 0.3 * em);
        g.strokeLine(0, y, plot.width(), y);
        g.setLineDashes();
        boolean roomAbove = y > 1.5 * em && (y > 5 * em || !marks.wordAtTheRightEnd(series));
        boolean roomBelow = plot.height() - y > 1.3 * em;
        boolean above = roomAbove && (!roomBelow || lastAnswer(series) <= meanMillis.getAsDouble());
        double right = plot.width() - 0.1 * em;
        double textY = above ? y - 0.15 * em : y + 0.15 * em;
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(above ? VPos.BOTTOM : VPos.TOP);
        if (plot.spacing() < em) {
            halo(word, right, textY);
        }
        g.setFill(palette.quiet());
        g.fillText(word, right, textY);
    }

    /** The RTT of the last reply in view in milliseconds, 0 without one. */
    private double lastAnswer(ChartSeries series) {
        int sequence = Math.min(plot.last(), series.size());
        while (sequence > plot.first() && !series.answered(sequence)) {
            sequence--;
        }
        return series.answered(sequence) ? series.millis(sequence) : 0;
    }

    /** Keeps a word readable on a dense line. */
    private void halo(String word, double x, double y) {
        g.setStroke(palette.background().deriveColor(0, 1, 1, 0.85));
        g.setLineWidth(0.3 * em);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.strokeText(word, x, y);
        g.setLineJoin(StrokeLineJoin.MITER);
    }

    private void grid(List<Number> gridLines) {
        g.setFill(palette.grid());
        for (Number millis : gridLines) {
            double y = Math.min(crisp(plot.y(millis.doubleValue())), plot.height() - 0.5);
            g.fillRect(0, y - 0.5, plot.width(), 1);
        }
    }

    private void bands(ChartSeries series) {
        boolean lines = !marks.hasRoomForSigns();
        double opacity = lines ? LOSS_LINE_OPACITY : BAND_OPACITY;
        double width = Math.max(MIN_LOSS_PIXELS, Math.min(0.56 * plot.spacing(), 4 * em));
        int last = Math.min(plot.last(), series.size());
        for (int sequence = plot.first(); sequence <= last; sequence++) {
            PingState state = series.state(sequence);
            if (state.lost()) {
                Color colour = state == PingState.TIMED_OUT ? palette.lost() : palette.warning();
                g.setFill(colour.deriveColor(0, 1, 1, opacity));
                double left = plot.x(sequence) - width / 2;
                g.fillRect(lines ? Math.round(left) : left, 0, width, plot.height());
            }
        }
    }

    /** Draws the line, only between neighbours that were both answered in time. */
    private void line(ChartSeries series) {
        g.setStroke(palette.answered());
        g.setLineWidth(plot.spacing() < em / 2 ? 1.2 : 0.15 * em);
        g.beginPath();
        int last = Math.min(plot.last() + 1, series.size());
        for (int sequence = Math.max(1, plot.first() - 1); sequence <= last; sequence++) {
            if (series.answered(sequence)) {
                double x = plot.x(sequence);
                double y = plot.y(series.millis(sequence));
                if (series.answered(sequence - 1)) {
                    g.lineTo(x, y);
                } else {
                    g.moveTo(x, y);
                }
            }
        }
        g.stroke();
    }

    /** Draws each loss at the minimum width, over the columns beside it where less was lost. */
    private void lossColumns(ChartSeries series) {
        int beside = (int) (MIN_LOSS_PIXELS / 2);
        int columns = (int) Math.ceil(plot.width());
        double[] shares = new double[columns + 2 * beside];
        boolean[] red = new boolean[shares.length];
        for (int column = 0; column < columns; column++) {
            ChartSeries.Summary sum = column(series, column);
            if (sum.lost() > 0) {
                double share = (double) sum.lost() / (sum.lost() + sum.answered());
                boolean timedOut = sum.timedOut() > 0;
                for (int near = column; near <= column + 2 * beside; near++) {
                    shares[near] = Math.max(shares[near], share);
                    red[near] |= timedOut;
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            double share = shares[column + beside];
            if (share > 0) {
                Color colour = red[column + beside] ? palette.lost() : palette.warning();
                double opacity = MIN_OPACITY + (MAX_OPACITY - MIN_OPACITY) * share;
                g.setFill(colour.deriveColor(0, 1, 1, opacity));
                g.fillRect(column, 0, 1, plot.height());
            }
        }
    }

    private void rttColumns(ChartSeries series) {
        g.setFill(palette.answered());
        for (int column = 0; column < plot.width(); column++) {
            ChartSeries.Summary sum = column(series, column);
            if (sum.answered() > 0) {
                double upper = plot.y(sum.high());
                g.fillRect(column, upper - 0.5, 1, Math.max(1.5, plot.y(sum.low()) - upper));
            }
        }
    }

    private ChartSeries.Summary column(ChartSeries series, int column) {
        return series.summary(plot.firstInColumn(column), plot.lastInColumn(column));
    }

    private static double crisp(double y) {
        return Math.floor(y) + 0.5;
    }
}
