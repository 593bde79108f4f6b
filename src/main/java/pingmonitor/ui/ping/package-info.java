/**
 * The form of the top bar: server, options, the list of servers in the local network, and what starts and stops a run.
 * It imports {@code ping}, {@code session} and {@code discovery}, and {@code ui.common} of the window.
 */
package pingmonitor.ui.ping;
