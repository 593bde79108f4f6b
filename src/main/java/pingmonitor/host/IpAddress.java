package pingmonitor.host;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes addresses from text or bytes without ever asking a name server. */
public final class IpAddress {
    private static final Pattern FOUR =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private static final int MAX = 255;

    /** The IPv4 address that stands for none: 0.0.0.0. */
    public static final InetAddress UNSPECIFIED_IPV4 = of(new byte[4]);

    private IpAddress() {}

    /**
     * The address of these bytes.
     *
     * @param bytes 4, or 16, which may be an IPv4 address in the form of IPv6
     */
    public static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of " + bytes.length + " bytes", e);
        }
    }

    /**
     * The family of the sockets that speak with an address. Java's own choice is IPv6 for all, to which some systems
     * refuse IPv4 addresses.
     */
    public static ProtocolFamily family(InetAddress address) {
        return address instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }

    /** The address that four decimal numbers with dots name; empty for any other text. */
    public static Optional<InetAddress> parseIpv4(String text) {
        Matcher four = FOUR.matcher(text);
        if (!four.matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < bytes.length; i++) {
            int part = Integer.parseInt(four.group(i + 1));
            if (part > MAX) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
        }
        return Optional.of(of(bytes));
    }
}
