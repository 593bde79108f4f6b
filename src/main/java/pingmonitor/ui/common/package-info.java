/**
 * What several features of the window share: the one crossing to the FX thread, the window's models of live runs, the
 * quiet around first pings, and helpers for nodes. It may import everything of ours but {@code cli}, and no feature of
 * the window.
 */
package pingmonitor.ui.common;
