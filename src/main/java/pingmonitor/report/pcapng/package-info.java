/**
 * A run as packets in a pcapng file, for Wireshark and tshark. The packets are made from what was recorded of each ping;
 * nothing was captured, and the file says so.
 */
package pingmonitor.report.pcapng;
