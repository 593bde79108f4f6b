package pingmonitor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What tells a ping from all others in eleven digits, so that two machines can speak of many in one datagram: a hash of
 * its text without regard to case, without what pads it, and only of its beginning.
 */
public final class PingIdentity {
    static final int DIGITS = 11;

    /**
     * Identities are from 0 to below this. That two of 65,536 pings have the same comes about once in fifty times; that
     * one asked about has another's, once in a million.
     */
    public static final long VALUES = 100_000_000_000L;

    /** A ping's number and time fit well, and a larger message costs no more. */
    private static final int MAX_BYTES = 64;

    private PingIdentity() {}

    /** Of a ping as it was sent. */
    public static long of(PingRequest ping) {
        return of(ByteBuffer.wrap(ping.text().getBytes(StandardCharsets.US_ASCII)));
    }

    /** Of a ping as it came: the remaining bytes of a buffer; its position stays. */
    public static long of(ByteBuffer datagram) {
        int end = datagram.position() + Math.min(datagram.remaining(), MAX_BYTES);
        while (end > datagram.position() && isPadding(datagram.get(end - 1))) {
            end--;
        }
        // FNV-1a.
        long hash = 0xCBF29CE484222325L;
        for (int i = datagram.position(); i < end; i++) {
            hash = (hash ^ upper(datagram.get(i))) * 0x100000001B3L;
        }
        // Of neighbours only the last bits differ; the finalizer of MurmurHash3 spreads them.
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return ((hash ^ hash >>> 33) >>> 1) % VALUES;
    }

    private static boolean isPadding(byte value) {
        // Bytes beyond ASCII are negative.
        return value >= 0 && value <= ' ';
    }

    private static byte upper(byte value) {
        return value >= 'a' && value <= 'z' ? (byte) (value - 'a' + 'A') : value;
    }
}
