/**
 * The lab's text messages, and the question about lost pings with its answer, as texts and bytes. It opens no socket,
 * uses the JDK alone and imports nothing of ours.
 */
package pingmonitor.wire;
