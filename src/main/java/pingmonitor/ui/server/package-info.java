/**
 * The card of the lossy server: switch, impairments, limits, addresses, clients, and its log. It imports {@code echo},
 * {@code discovery}, {@code host}, {@code ping}, {@code router}, {@code diagnosis} and {@code text}, and {@code
 * ui.common} of the window.
 */
package pingmonitor.ui.server;
