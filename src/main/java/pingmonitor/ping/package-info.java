/**
 * One run of pings: plan, pace, sockets, which ping a datagram answers, and the events. It imports {@code wire},
 * {@code host} and {@code ping.delay}; what accompanies a run is handed in as a {@link pingmonitor.ping.RunExtension}.
 */
package pingmonitor.ping;
