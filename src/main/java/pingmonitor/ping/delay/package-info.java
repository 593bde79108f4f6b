/**
 * What this machine did to a ping: suspends and other pauses, and waiting for a processor. It measures and remembers;
 * the pinger reports. Of ours it imports {@code host} alone.
 */
package pingmonitor.ping.delay;
