package pingmonitor.ui.results;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The chart itself: RTT over ping number, for ten pings and for a million. It owns the canvas and the axes. It draws in
 * its layout, so at most once a pulse and only after a change.
 */
final class ChartCanvas extends Region {
    private static final StyleablePropertyFactory<ChartCanvas> STYLEABLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double NANOS_PER_MILLI = 1e6;

    /** Height of the axis relative to the largest RTT. */
    private static final double HEADROOM = 1.05;

    private static final double MILLIS_WITHOUT_ANY = 1;
    private static final double EM_FOR_A_STEP_UP = 2.6;
    private static final double HALF_DIGIT_EM = 0.31;
    private static final double EM_BETWEEN_LABELS = 1.8;

    /** The canvas reaches so far below 0, so that no sign there is cut off. */
    private static final double BELOW_EM = 0.45;

    private final StyleableProperty<Color> background =
            colour("rttBackground", "-rtt-background", s -> s.background);
    private final StyleableProperty<Color> grid = colour("rttGrid", "-rtt-grid", s -> s.grid);
    private final StyleableProperty<Color> quiet = colour("rttQuiet", "-rtt-quiet", s -> s.quiet);
    private final StyleableProperty<Color> answered =
            colour("rttAnswered", "-rtt-answered", s -> s.answered);
    private final StyleableProperty<Color> lost = colour("rttLost", "-rtt-lost", s -> s.lost);
    private final StyleableProperty<Color> warning =
            colour("rttWarning", "-rtt-warning", s -> s.warning);

    private final Canvas canvas = new Canvas();
    private final Label fontProbe = new Label();
    private final TickAxis xAxis;
    private final TickAxis yAxis;
    private final ChartHover hover = new ChartHover();
    private final ChartText words;

    private ChartSeries series = new ChartSeries();
    private long count;
    private OptionalDouble meanNanos = OptionalDouble.empty();
    private ChartRange range = ChartRange.newest();
    private Runnable rangeListener = () -> {};
    private PlotScale plot = new PlotScale(1, 1, 0, 1, 1);

    ChartCanvas(Locale locale) {
        this.words = new ChartText(locale);
        this.xAxis = new TickAxis(Side.BOTTOM, locale);
        this.yAxis = new TickAxis(Side.LEFT, locale);
        getStyleClass().add("rtt-chart");
        fontProbe.getStyleClass().add("rtt-words");
        fontProbe.fontProperty().addListener((property, was, is) -> requestLayout());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        getChildren().addAll(yAxis, xAxis, canvas, hover.crosshair(), hover.tip(), fontProbe);
        ChartInput.install(this);
    }

    /**
     * Shows a run from now on.
     *
     * @param newSeries its pings, to which more may be added before a call of {@link #changed}
     * @param newCount how many pings it is to have, 0 for no limit
     */
    void show(ChartSeries newSeries, long newCount) {
        series = newSeries;
        count = newCount;
        range = ChartRange.newest();
        hover.hide();
        changed(OptionalDouble.empty());
        rangeListener.run();
    }

    /** Sets who is told when the range changes, except when it only follows the run. */
    void setRangeListener(Runnable listener) {
        rangeListener = listener;
    }

    /** To be called after a change of the series. */
    void changed(OptionalDouble newMeanNanos) {
        meanNanos = newMeanNanos;
        requestLayout();
    }

    /** The pings that it shows. */
    ChartRange range() {
        return range;
    }

    /** Shows other pings. */
    void setRange(ChartRange newRange) {
        range = newRange;
        requestLayout();
        rangeListener.run();
    }

    /** How many places the whole axis has. */
    long places() {
        return ChartRange.places(count, series.size());
    }

    /** How many pings there are. */
    int pings() {
        return series.size();
    }

    /** The line and the box that tell of the ping under pointer or keyboard. */
    ChartHover hover() {
        return hover;
    }

    /** Tells of a ping, also to screen readers. */
    void tell(int sequence) {
        hover.show(sequence);
        hover.layout(plot, canvas.getLayoutX(), canvas.getLayoutY(), getWidth(), fontSize());
        setAccessibleText(hover.tip().getText());
    }

    /** Which place of the axis lies under a point of this region. */
    double sequenceAt(double x) {
        return plot.sequenceAt(x - canvas.getLayoutX());
    }

    /** Pixels from one ping to the next. */
    double spacing() {
        return plot.spacing();
    }

    @Override
    protected void layoutChildren() {
        Font font = fontProbe.getFont();
        double em = fontSize();
        range = range.at(places());
        double left = snappedLeftInset();
        double top = snappedTopInset() + 0.5 * em;
        double xHeight = snapSizeY(1.9 * em);
        double height = getHeight() - top - snappedBottomInset() - xHeight;
        double digits = Math.ceil(Math.log10(range.high()));
        // The last label is centred on the right end.
        double right = snappedRightInset() + Math.max(0, HALF_DIGIT_EM * digits - 1) * em;
        TickSteps yTicks = TickSteps.fromZero(highest(), (int) (height / (EM_FOR_A_STEP_UP * em)));
        yAxis.show(yTicks);
        double yWidth = snapSizeX(yAxis.prefWidth(height));
        double width = getWidth() - left - yWidth - right;
        if (width < em || height < em) {
            return;
        }
        xAxis.show(
                TickSteps.wholeNumbers(
                        range.low(),
                        range.high(),
                        (int) (width / ((2 * HALF_DIGIT_EM * digits + EM_BETWEEN_LABELS) * em))));
        yAxis.resizeRelocate(left, top, yWidth, height);
        xAxis.resizeRelocate(left + yWidth, top + height, width, xHeight);
        canvas.relocate(left + yWidth, top);
        canvas.setWidth(width);
        canvas.setHeight(height + BELOW_EM * em);
        plot = new PlotScale(width, height, range.low(), range.high(), yTicks.high());
        paint(font, yTicks.values());
        fontProbe.resizeRelocate(0, 0, 0, 0);
        hover.layout(plot, canvas.getLayoutX(), top, getWidth(), em);
    }

    private void paint(Font font, List<Number> gridLines) {
        ChartPalette palette =
                new ChartPalette(
                        background.getValue(),
                        grid.getValue(),
                        quiet.getValue(),
                        answered.getValue(),
                        lost.getValue(),
                        warning.getValue());
        ChartPainter painter =
                new ChartPainter(canvas.getGraphicsContext2D(), palette, plot, font, words);
        painter.paint(series, gridLines);
        if (meanNanos.isPresent()) {
            painter.paintMean(
                    series,
                    OptionalDouble.of(meanNanos.getAsDouble() / NANOS_PER_MILLI),
                    words.mean(meanNanos.getAsDouble()));
        }
    }

    /** The RTT in milliseconds that the axis must reach. Late replies count only where there are no others. */
    private double highest() {
        ChartSeries.Summary inView =
                series.summary((int) Math.ceil(range.low()), (int) Math.floor(range.high()));
        float highest = inView.answered() > 0 ? inView.high() : inView.lateHigh();
        return highest > 0 ? highest * HEADROOM : MILLIS_WITHOUT_ANY;
    }

    private double fontSize() {
        return fontProbe.getFont().getSize();
    }

    private StyleableProperty<Color> colour(
            String name, String css, Function<ChartCanvas, StyleableProperty<Color>> getter) {
        StyleableProperty<Color> property =
                STYLEABLES.createStyleableColorProperty(this, name, css, getter, Color.GRAY);
        ((ObservableValue<?>) property).addListener((observable, was, is) -> requestLayout());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLEABLES.getCssMetaData();
    }
}
