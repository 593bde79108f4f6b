package pingmonitor.echo.fate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyTextTest {
    @Test
    void changesLettersFromAToZOnly() {
        assertEquals("PING 1 1795342927.102331\r\n", upper("Ping 1 1795342927.102331\r\n"));
        assertEquals("`AZAZ{@[", upper("`azAZ{@["));
        assertEquals("çãoé ß İı".replace("o", "O"), upper("çãoé ß İı"));
    }

    @Test
    void everyByteAloneIsAsInPython() {
        for (int value = 0; value < 256; value++) {
            byte[] in = {(byte) value};
            int expected = value >= 'a' && value <= 'z' ? value - 32 : value;
            assertArrayEquals(new byte[] {(byte) expected}, upper(in));
        }
    }

    @Test
    void anyBytesKeepTheirLengthAndAreUnchangedTheSecondTime() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] in = new byte[random.nextInt(3_000)];
            random.nextBytes(in);
            byte[] out = upper(in);
            assertEquals(in.length, out.length);
            assertArrayEquals(out, upper(out));
            assertTrue(ReplyText.UPPER_CASE.leavesUnchanged(ByteBuffer.wrap(out)));
        }
    }

    @Test
    void onlyWhatStandsFromPositionToLimitChanges() {
        ByteBuffer request = text("xxpingyy").position(2).limit(6);
        ReplyText.UPPER_CASE.apply(request);
        assertEquals("PING", text(request));
        assertEquals("xxPINGyy", text(request.clear()));
    }

    @Test
    void textThatStaysUnchangedIsRecognized() {
        assertTrue(ReplyText.UPPER_CASE.leavesUnchanged(text("PING 0 12\r\n")));
        assertTrue(ReplyText.UPPER_CASE.leavesUnchanged(text("")));
        assertFalse(ReplyText.UPPER_CASE.leavesUnchanged(text("PINg")));
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static String upper(String text) {
        return new String(upper(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static byte[] upper(byte[] in) {
        byte[] out = in.clone();
        ReplyText.UPPER_CASE.apply(ByteBuffer.wrap(out));
        return out;
    }
}
