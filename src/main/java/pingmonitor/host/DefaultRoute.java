package pingmonitor.host;

import java.net.InetAddress;

/**
 * A default route of IPv4 as the system's table names it.
 *
 * @param gateway the router's address
 * @param interfaceName as the table has it, or empty
 * @param metric the lower the better
 */
public record DefaultRoute(InetAddress gateway, String interfaceName, long metric) {}
