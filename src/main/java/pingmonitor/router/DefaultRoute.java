package pingmonitor.router;

import java.net.InetAddress;

/**
 * A way to the outside as the system's table names it.
 *
 * @param gateway the router's address
 * @param interfaceName as the table has it, or empty
 * @param metric the lower the better
 */
record DefaultRoute(InetAddress gateway, String interfaceName, long metric) {}
