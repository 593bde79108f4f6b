/**
 * The dialog that tells a person of a crash, with a report to copy. It imports {@code log} and {@code text}, and {@code
 * ui.common} of the window.
 */
package pingmonitor.ui.crash;
