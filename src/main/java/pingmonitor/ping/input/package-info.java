/**
 * What a person typed or pasted, read as the parts of a plan or as the problem with it: hosts, ports, numbers,
 * durations. Asks no name server. Of ours it may import ping and host; ping never imports it.
 */
package pingmonitor.ping.input;
