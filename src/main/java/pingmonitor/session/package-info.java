/**
 * The model of one run: the fold of its events into rows, figures and a journal. Knows no words, files or screens; may
 * import {@code ping} alone.
 */
package pingmonitor.session;
