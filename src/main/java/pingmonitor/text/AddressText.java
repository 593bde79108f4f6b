package pingmonitor.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.StringJoiner;

/** Writes addresses as people do: IPv6 in its short form (RFC 5952), a scope only on a link-local address. */
public final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    /** The address alone, such as {@code 192.168.1.20} or {@code 2001:db8::1}. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address six
                ? shortened(groups(six)) + scope(six)
                : address.getHostAddress();
    }

    /** Address and port in one word, such as {@code 192.168.1.20:12000} or {@code [2001:db8::1]:12000}. */
    public static String withPort(InetAddress address, int port) {
        return (address instanceof Inet6Address ? "[" + of(address) + "]" : of(address))
                + ":"
                + port;
    }

    private static String scope(Inet6Address address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return address.isLinkLocalAddress() && scope >= 0 ? text.substring(scope) : "";
    }

    private static int[] groups(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        return groups;
    }

    private static String shortened(int[] groups) {
        int gapStart = 0;
        int gapLength = 0;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - start > gapLength) {
                gapStart = start;
                gapLength = end - start;
            }
        }
        return gapLength < 2
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, gapStart) + "::" + joined(groups, gapStart + gapLength, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        StringJoiner joiner = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            joiner.add(Integer.toHexString(groups[i]));
        }
        return joiner.toString();
    }
}
