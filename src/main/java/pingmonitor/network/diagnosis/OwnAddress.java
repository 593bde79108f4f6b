package pingmonitor.network.diagnosis;

import java.net.InetAddress;

/**
 * An address of this machine and the network it is in.
 *
 * @param prefixBits how many of its first bits all addresses of that network share
 */
public record OwnAddress(InetAddress address, int prefixBits) {

    /** Whether another address is in the same network. */
    boolean sharesNetworkWith(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < Math.min(prefixBits, 8 * mine.length); bit += 8) {
            int ofThisByte = Math.min(8, prefixBits - bit);
            int mask = 0xff << 8 - ofThisByte & 0xff;
            if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
