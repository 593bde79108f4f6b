package pingmonitor.diagnosis;

import java.net.InetAddress;

/**
 * An address of this machine and the network it is in.
 *
 * @param prefixBits how many of its first bits all addresses of that network share, as the system says; no network has none of
 *     them, nor more than there are
 */
public record OwnAddress(InetAddress address, int prefixBits) {

    /** Whether another address is in the same network; not, where the system does not say which that is. */
    boolean sharesNetworkWith(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length || !networkKnown()) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit += 8) {
            int ofThisByte = Math.min(8, prefixBits - bit);
            int mask = 0xff << 8 - ofThisByte & 0xff;
            if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the system does not say which network it is, so that another address may be in it. */
    boolean mayShareNetworkWith(InetAddress other) {
        boolean sameKind = address.getAddress().length == other.getAddress().length;
        return sameKind && !networkKnown() && !address.isLoopbackAddress();
    }

    private boolean networkKnown() {
        return prefixBits > 0 && prefixBits <= 8 * address.getAddress().length;
    }
}
