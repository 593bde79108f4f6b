/**
 * The report of a run as one HTML file, with its charts as SVG in it: no script, nothing from elsewhere, fit to be
 * printed. All markup is written by {@code MarkupWriter}, which alone escapes.
 */
package pingmonitor.report.html;
