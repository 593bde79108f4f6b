package pingmonitor.router;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses out of the bytes of a datagram. */
final class Bytes {
    /** No address: 0.0.0.0. */
    static final InetAddress NO_ADDRESS = address(new byte[4]);

    private Bytes() {}

    /**
     * @param bytes 4, or 16, which may be an IPv4 address in the form of IPv6
     */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of " + bytes.length + " bytes", e);
        }
    }
}
