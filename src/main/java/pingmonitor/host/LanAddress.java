package pingmonitor.host;

import java.net.InetAddress;

/**
 * An address under which others on the local network reach this machine.
 *
 * @param address without a scope
 * @param interfaceName the system's name for the interface
 * @param medium guessed from the names of the interface
 */
public record LanAddress(InetAddress address, String interfaceName, Medium medium) {}
