package pingmonitor.ui.results;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.chart.ValueAxis;
import pingmonitor.text.TextLanguage;

/** An axis with marks at given values only. A {@code NumberAxis} also marks its ends. */
final class TickAxis extends ValueAxis<Number> {
    private final Locale locale;
    private TickSteps ticks = new TickSteps(0, 1, 1);

    TickAxis(Side side, Locale locale) {
        super(0, 1);
        this.locale = TextLanguage.of(locale);
        setSide(side);
        setAnimated(false);
        setTickMarkVisible(false);
        setMinorTickVisible(false);
    }

    /** Sets the marks. */
    void show(TickSteps newTicks) {
        if (!ticks.equals(newTicks)) {
            ticks = newTicks;
            setLowerBound(newTicks.low());
            setUpperBound(newTicks.high());
            invalidateRange();
            requestAxisLayout();
        }
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        return ticks.values();
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        return String.format(locale, "%." + ticks.decimals() + "f", value.doubleValue());
    }

    @Override
    protected List<Number> calculateMinorTickMarks() {
        return List.of();
    }

    @Override
    protected Object getRange() {
        return ticks;
    }

    @Override
    protected void setRange(Object range, boolean animate) {
        // Called only on an axis with an automatic range.
        throw new IllegalStateException();
    }
}
