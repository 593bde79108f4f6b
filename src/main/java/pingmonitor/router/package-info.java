/**
 * Port forwarding: has the router forward a UDP port to this machine by PCP, NAT-PMP or UPnP IGD, renews the mapping
 * and removes it. Uses the JDK alone. Of ours it may import host and text.
 */
package pingmonitor.router;
