package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PingRequestTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_342_927L, 102_331_999L);

    @Test
    void isTheLabsMessageToTheByte() {
        assertArrayEquals(
                "Ping 3 1795342927.102331".getBytes(StandardCharsets.US_ASCII),
                PingRequest.of(3, AT, 0).encode().array());
    }

    @Test
    void keepsTheZerosOfTheMicroseconds() {
        assertEquals(
                "Ping 1 7.000042", PingRequest.of(1, Instant.ofEpochSecond(7, 42_000), 0).text());
    }

    @Test
    void isPaddedWithBlanksToTheSizeAskedFor() {
        byte[] message = PingRequest.of(3, AT, 30).encode().array();
        assertEquals(
                "Ping 3 1795342927.102331      ", new String(message, StandardCharsets.US_ASCII));
    }

    @Test
    void isNeverCutToASmallerSize() {
        assertEquals(24, PingRequest.of(3, AT, 10).encode().remaining());
    }

    @Test
    void ofAnySizeIsAnsweredByItsUpperCaseEcho() {
        for (int size : new int[] {0, 24, 25, 1_024, 65_507}) {
            PingRequest request = PingRequest.of(3, AT, size);
            byte[] echo =
                    new String(request.encode().array(), StandardCharsets.US_ASCII)
                            .toUpperCase(java.util.Locale.ROOT)
                            .getBytes(StandardCharsets.US_ASCII);
            assertTrue(
                    ReplyContent.read(java.nio.ByteBuffer.wrap(echo)).answers(request),
                    "size " + size);
        }
    }
}
