package pingmonitor.host;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.util.Optional;

/**
 * An address of this machine and the network it is in.
 *
 * @param prefixBits number of leading bits that all addresses of the network share, as the system says; 0, negative or
 *     more than the address has where the system does not know
 * @param broadcast the address that all machines of the network take for theirs; empty for IPv6 and where there is none
 */
public record HostAddress(InetAddress address, int prefixBits, Optional<InetAddress> broadcast) {

    /** An address in a network without a broadcast address. */
    public HostAddress(InetAddress address, int prefixBits) {
        this(address, prefixBits, Optional.empty());
    }

    static HostAddress of(InterfaceAddress each) {
        return new HostAddress(
                InterfaceZone.shown(each.getAddress()),
                each.getNetworkPrefixLength(),
                Optional.ofNullable(each.getBroadcast()));
    }

    /** Whether another address is in the same network; false where the system does not say which that is. */
    public boolean sharesNetworkWith(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length || !knowsNetwork()) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit += 8) {
            int bitsOfByte = Math.min(8, prefixBits - bit);
            int mask = 0xff << 8 - bitsOfByte & 0xff;
            if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the system does not say which network this is, so that another address may be in it. */
    public boolean mayShareNetworkWith(InetAddress other) {
        boolean sameFamily = address.getAddress().length == other.getAddress().length;
        return sameFamily && !knowsNetwork() && !address.isLoopbackAddress();
    }

    /**
     * Whether an address is the broadcast address of this network. In a network of one machine that one can be pinged.
     */
    public boolean isBroadcast(InetAddress other) {
        return broadcast.filter(other::equals).isPresent() && !other.equals(address);
    }

    private boolean knowsNetwork() {
        return prefixBits > 0 && prefixBits <= 8 * address.getAddress().length;
    }
}
