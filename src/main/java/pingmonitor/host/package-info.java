/**
 * This machine: its network interfaces, addresses and their scope, default routes, UDP sockets and name. The one
 * package that asks the system for them; everybody else reads them here. It imports nothing of ours.
 */
package pingmonitor.host;
