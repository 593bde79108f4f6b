/**
 * Live runs, any number at once: each with its plan, session, state and thread, started and stopped alone. Knows no
 * screen; the window and later the history read it. Of ours it may import {@code ping}, {@code ping.loss} and
 * {@code session}.
 */
package pingmonitor.monitor;
