/**
 * What a person or a program reads of a session, live or kept: the console text with its summary, the words for problems
 * and figures, CSV and JSON, and what a report about a run or a part of it says ({@code RunReporter}). Beside {@code cli}
 * the only package that knows Gson.
 */
package pingmonitor.report;
