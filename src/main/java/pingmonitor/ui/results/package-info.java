/**
 * What the window shows of the selected run: headline, diagnosis, figures, chart, table and console, and saving it.
 * …View has nodes, …Canvas and …Painter draw, …Text has words. It imports {@code session}, {@code diagnosis} and what
 * they are made of, and {@code ui.common} of the window.
 */
package pingmonitor.ui.results;
