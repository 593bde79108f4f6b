package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PingIdentityTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_342_927L, 102_331_000);

    @Test
    void aPingIsTheSameHoweverItIsWrittenOrPadded() {
        long identity = PingIdentity.of(PingRequest.of(3, AT, 0));
        for (String same :
                new String[] {
                    "Ping 3 1795342927.102331",
                    "PING 3 1795342927.102331",
                    "ping 3 1795342927.102331\r\n",
                    "Ping 3 1795342927.102331" + " ".repeat(1_000),
                    "Ping 3 1795342927.102331" + "\0".repeat(30)
                }) {
            assertEquals(identity, of(same), same);
        }
        assertEquals(identity, PingIdentity.of(PingRequest.of(3, AT, 1_500).encode()));
    }

    @Test
    void anotherNumberOrTimeIsAnotherPing() {
        long identity = of("Ping 3 1795342927.102331");
        assertNotEquals(identity, of("Ping 4 1795342927.102331"));
        assertNotEquals(identity, of("Ping 3 1795342927.102332"));
        assertNotEquals(identity, of(" Ping 3 1795342927.102331"));
    }

    @Test
    void aHundredThousandPingsInARowAreAsGoodAsAllDifferentAndWithinElevenDigits() {
        Set<Long> identities = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            long identity = PingIdentity.of(PingRequest.of(i, AT.plusNanos(i * 1_000L), 0));
            assertTrue(identity >= 0 && identity < PingIdentity.VALUES);
            identities.add(identity);
        }
        assertTrue(identities.size() >= 99_998, () -> "only " + identities.size());
    }

    @Test
    void theBufferStaysAsItIsAndAnyBytesHaveAnIdentity() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {-1, 0, 'p', -128, ' ', 0}).position(1);
        PingIdentity.of(buffer);
        assertEquals(1, buffer.position());
        assertEquals(6, buffer.limit());
        assertEquals(of(""), of("   "));
    }

    private static long of(String text) {
        return PingIdentity.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
