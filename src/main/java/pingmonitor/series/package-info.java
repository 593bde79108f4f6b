/**
 * What a chart and the figures of a stretch are made from: the pyramid over a run, its reduction to columns, figures
 * that can be added up. No drawing, no file. Of ours it may import {@code session} and {@code ping}.
 */
package pingmonitor.series;
