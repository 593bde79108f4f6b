package pingmonitor.ui.results;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** The nodes that tell of one ping in the chart: a line through it and a box of text beside it. */
final class ChartHover {
    private static final double GAP_EM = 0.9;

    private final Line crosshair = new Line();
    private final Label tip = new Label();
    private IntFunction<String> words = sequence -> "";
    private OptionalInt sequence = OptionalInt.empty();

    ChartHover() {
        crosshair.getStyleClass().add("rtt-crosshair");
        crosshair.setManaged(false);
        crosshair.setMouseTransparent(true);
        tip.getStyleClass().add("rtt-tip");
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        hide();
    }

    /** Sets what writes the text of a ping. */
    void setWords(IntFunction<String> newWords) {
        words = newWords;
    }

    /** The line, for the chart to add. */
    Line crosshair() {
        return crosshair;
    }

    /** The box, for the chart to add. */
    Label tip() {
        return tip;
    }

    /** The ping that it tells of, if any. */
    OptionalInt sequence() {
        return sequence;
    }

    /** Tells of a ping. The next layout of the chart places the nodes. */
    void show(int newSequence) {
        sequence = OptionalInt.of(newSequence);
    }

    /** Hides line and box. */
    void hide() {
        sequence = OptionalInt.empty();
        crosshair.setVisible(false);
        tip.setVisible(false);
    }

    /** Places the line on its ping and the box on the side with room for it. */
    void layout(PlotScale plot, double left, double top, double fullWidth, double em) {
        if (sequence.isEmpty()) {
            return;
        }
        double inPlot = plot.x(sequence.getAsInt());
        boolean inView = inPlot >= 0 && inPlot <= plot.width();
        crosshair.setVisible(inView);
        tip.setVisible(inView);
        if (!inView) {
            return;
        }
        double x = Math.round(left + inPlot) + 0.5;
        crosshair.setStartX(x);
        crosshair.setEndX(x);
        crosshair.setStartY(top);
        crosshair.setEndY(top + plot.height());
        tip.setText(words.apply(sequence.getAsInt()));
        tip.autosize();
        double toTheRight = x + GAP_EM * em;
        boolean room = toTheRight + tip.getWidth() <= fullWidth;
        double beside = room ? toTheRight : x - GAP_EM * em - tip.getWidth();
        tip.relocate(Math.round(Math.max(0, beside)), Math.round(top + 3.6 * em));
    }
}
