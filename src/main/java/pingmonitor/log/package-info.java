/**
 * The log file of the window and what it takes for a crash: limited in rate and size, shared by two programs, never
 * harmful to what goes on. It builds on {@code java.util.logging} alone and imports nothing of ours.
 */
package pingmonitor.log;
