package pingmonitor.router;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * By what a router of PCP knows who made a mapping (RFC 6887 section 11.1): the same for a port of this machine as long
 * as this program runs, so that it is not locked out by a mapping of its own; nobody else can guess it.
 */
final class PcpNonce {
    private static final byte[] SECRET = drawn();

    private PcpNonce() {}

    private static byte[] drawn() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** {@link PcpMessage#NONCE_BYTES} of them. */
    static byte[] of(InetAddress own, InetAddress router, int internalPort) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SECRET);
            digest.update(own.getAddress());
            digest.update(router.getAddress());
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(internalPort).array());
            return Arrays.copyOf(digest.digest(), PcpMessage.NONCE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
