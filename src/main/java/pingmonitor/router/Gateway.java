package pingmonitor.router;

import java.net.InetAddress;
import java.net.URI;
import pingmonitor.text.AddressText;

/**
 * The router this machine's traffic to the outside goes through.
 *
 * @param address the router's own address in the local network
 * @param ownAddress this machine's address towards it
 * @param interfaceName the system's name for the interface it is reached by, or empty where the system does not tell
 * @param certain whether the system names it; else it was guessed, as the first address of the network
 */
public record Gateway(
        InetAddress address, InetAddress ownAddress, String interfaceName, boolean certain) {

    /** Where most routers have their page for the person. */
    public URI page() {
        return URI.create("http://" + AddressText.of(address) + "/");
    }
}
