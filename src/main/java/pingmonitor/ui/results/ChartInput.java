package pingmonitor.ui.results;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Pointer and keyboard on the chart. Wheel, plus and minus zoom; dragging and Page Up/Down move; arrows go from ping to
 * ping; Home or a double click shows everything; End follows the newest. The wheel scrolls the page unless Ctrl is held
 * or the chart has the focus.
 */
final class ChartInput {
    private static final double ZOOM_PER_PIXEL = 0.004;
    private static final double ZOOM_STEP = 0.7;
    private static final double PAGE = 0.8;

    private final ChartCanvas chart;
    private double draggedFromX;
    private ChartRange draggedFrom = ChartRange.newest();

    private ChartInput(ChartCanvas chart) {
        this.chart = chart;
    }

    static void install(ChartCanvas chart) {
        ChartInput input = new ChartInput(chart);
        chart.setOnScroll(input::scrolled);
        chart.setOnMousePressed(input::pressed);
        chart.setOnMouseDragged(input::dragged);
        chart.setOnMouseClicked(input::clicked);
        chart.setOnMouseMoved(input::pointAt);
        chart.setOnMouseExited(event -> input.leave());
        chart.setOnKeyPressed(input::typed);
        chart.focusedProperty()
                .addListener(
                        (property, was, is) -> {
                            if (!is) {
                                input.leave();
                            }
                        });
    }

    private void scrolled(ScrollEvent event) {
        if (!event.isShortcutDown() && !chart.isFocused()) {
            return;
        }
        ChartRange range = chart.range();
        if (event.getDeltaX() != 0) {
            range = range.moved(-event.getDeltaX() / chart.spacing(), chart.places());
        }
        double factor = Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL);
        chart.setRange(range.zoomed(factor, chart.sequenceAt(event.getX()), chart.places()));
        event.consume();
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        draggedFromX = event.getX();
        draggedFrom = chart.range();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            double pings = (draggedFromX - event.getX()) / chart.spacing();
            chart.setRange(draggedFrom.moved(pings, chart.places()));
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            chart.setRange(chart.range().whole(chart.places()));
        }
    }

    private void pointAt(MouseEvent event) {
        hover((int) Math.round(chart.sequenceAt(event.getX())));
    }

    private void leave() {
        chart.hover().hide();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        ChartRange range = chart.range();
        double middle = (range.low() + range.high()) / 2;
        double page = PAGE * (range.high() - range.low());
        long places = chart.places();
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case HOME -> chart.setRange(range.whole(places));
            case END -> chart.setRange(ChartRange.newest().at(places));
            case PAGE_UP -> chart.setRange(range.moved(-page, places));
            case PAGE_DOWN -> chart.setRange(range.moved(page, places));
            case PLUS, ADD, EQUALS -> chart.setRange(range.zoomed(ZOOM_STEP, middle, places));
            case MINUS, SUBTRACT -> chart.setRange(range.zoomed(1 / ZOOM_STEP, middle, places));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int newest = chart.pings();
        int from = chart.hover().sequence().orElse(by > 0 ? 0 : newest + 1);
        hover(from + by);
        chart.hover()
                .sequence()
                .ifPresent(
                        sequence ->
                                chart.setRange(chart.range().withPing(sequence, chart.places())));
    }

    private void hover(int wished) {
        if (chart.pings() > 0) {
            chart.tell(Math.max(1, Math.min(wished, chart.pings())));
        }
    }
}
