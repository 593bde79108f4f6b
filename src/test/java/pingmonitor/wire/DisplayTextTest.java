package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DisplayTextTest {
    @Test
    void cutsOffLineEndsAndPadding() {
        assertEquals("PING 1", of("PING 1\r\n"));
        assertEquals("PING 1", of("PING 1   \0\0"));
    }

    @Test
    void keepsWhatPeopleWrite() {
        assertEquals("Olá, servidor 服务器", of("Olá, servidor 服务器"));
    }

    @Test
    void cannotMoveATerminalsCursorOrTurnTheReadingDirection() {
        assertEquals("\uFFFD[2Jx\uFFFDy\uFFFDz", of("\u001b[2Jx\ny\u202Ez"));
        assertEquals("a\uFFFDb", of("a\u009bb"));
        assertEquals("a b", of("a\tb"));
    }

    @Test
    void plainTextIsShownAsItCameAndControlCharactersAreNot() {
        for (char each = 0; each < 128; each++) {
            boolean control = each < ' ' || each == 0x7f;
            char shown = each == '\t' ? ' ' : control ? '\uFFFD' : each;
            assertEquals("a" + shown + "b", of("a" + each + "b"));
        }
    }

    @Test
    void showsMalformedBytesAsReplaced() {
        assertEquals(
                "a\uFFFDb", DisplayText.of(ByteBuffer.wrap(new byte[] {'a', (byte) 0xff, 'b'})));
    }

    @Test
    void cutsWhatIsLongerThanALineCanBe() {
        String shown = of("x".repeat(60_000));
        assertEquals(DisplayText.MAX_CHARACTERS + 1, shown.length());
        assertEquals('…', shown.charAt(DisplayText.MAX_CHARACTERS));
    }

    @Test
    void onlyWhatIsCutEndsWithAnEllipsis() {
        String faces = "\ud83d\ude00".repeat(DisplayText.MAX_CHARACTERS);
        assertEquals(faces, of(faces));
        assertEquals(faces + "…", of(faces + "x"));
        String letters = "x".repeat(DisplayText.MAX_CHARACTERS);
        assertEquals(letters, of(letters));
        assertEquals(letters + "…", of(letters + "x"));
        assertEquals("x", of("x" + " ".repeat(60_000)));
    }

    @Test
    void nothingAtAllIsShownAsNothing() {
        assertEquals("", of(""));
        assertEquals("", of(" \r\n\0"));
    }

    private static String of(String text) {
        return DisplayText.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
