package pingmonitor.router;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IPv4 addresses without ever asking a name server. */
final class Ipv4 {
    private static final Pattern FOUR =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private static final int MOST = 255;

    private Ipv4() {}

    static Optional<InetAddress> parse(String text) {
        Matcher four = FOUR.matcher(text);
        if (!four.matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < bytes.length; i++) {
            int part = Integer.parseInt(four.group(i + 1));
            if (part > MOST) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
        }
        return Optional.of(Bytes.address(bytes));
    }
}
