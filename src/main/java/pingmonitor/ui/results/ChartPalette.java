package pingmonitor.ui.results;

import javafx.scene.paint.Color;

/** The colours of the chart, taken from the theme. */
record ChartPalette(
        Color background, Color grid, Color quiet, Color answered, Color lost, Color warning) {}
