/**
 * The commands of the terminal: their options, their output as text and as JSON lines, their exit codes. It may import
 * every room but {@code ui}, and so proves that the core needs no window.
 */
package pingmonitor.cli;
