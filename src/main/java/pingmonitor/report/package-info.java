/**
 * What a person or a program reads of a session: the console text with its summary, the words for problems and figures,
 * CSV and JSON. May import {@code session}, {@code ping} and {@code text}; the only room beside {@code cli} that knows
 * Gson.
 */
package pingmonitor.report;
