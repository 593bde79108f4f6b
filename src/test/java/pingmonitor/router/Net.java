package pingmonitor.router;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Addresses and bytes as tests write them. */
final class Net {
    static final InetAddress LOOPBACK = ip("127.0.0.1");
    static final Gateway HOME = new Gateway(ip("192.168.1.1"), ip("192.168.1.20"), "wlp2s0", true);

    private Net() {}

    static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** Bytes out of hexadecimal figures; blanks are for the eye. */
    static byte[] hex(String figures) {
        return HexFormat.of().parseHex(figures.replaceAll("\\s", ""));
    }
}
