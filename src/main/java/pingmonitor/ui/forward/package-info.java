/**
 * The page that helps a person to forward a port on the router, automatically or by hand. It imports {@code router},
 * {@code host} and {@code text}, and {@code ui.common} of the window.
 */
package pingmonitor.ui.forward;
