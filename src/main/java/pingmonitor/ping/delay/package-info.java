/**
 * What this machine did to a ping: suspends and other pauses, and waiting for a processor. It measures and remembers;
 * the pinger reports. It imports nothing of ours.
 */
package pingmonitor.ping.delay;
