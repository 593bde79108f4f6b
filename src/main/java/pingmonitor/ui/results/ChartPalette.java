package pingmonitor.ui.results;

import javafx.scene.paint.Color;

/** The colours of the chart, as the theme has them. */
record ChartPalette(
        Color background, Color grid, Color quiet, Color answered, Color lost, Color warning) {}
