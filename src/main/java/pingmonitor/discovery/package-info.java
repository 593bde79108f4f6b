/**
 * Servers on the local network: announces this machine's own and finds those of others, by DNS-SD over multicast DNS.
 * The only package that knows JmDNS. Of ours it may import wire, host and text.
 */
package pingmonitor.discovery;
