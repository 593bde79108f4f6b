package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyContentTest {
    private static final PingRequest PING_3 = new PingRequest(3, "1795342927.102331", 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PING 3 1795342927.102331",
                "Ping 3 1795342927.102331",
                "PING 3 1795342927.102331\r\n",
                "PING 3 1795342927.102331\n",
                "PING 3 1795342927.102331\0\0\0",
                "PING 3 1795342927.102331     ",
                "PING 3 1795342927.10",
                "PING 3 1",
                "Reply to \"Ping 3 1795342927.102331\" from the server",
                "got 3 1795342927.102331, thank you",
                "PING  3  1795342927.102331",
            })
    void answersItsRequest(String text) {
        assertTrue(read(text).answers(PING_3), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PING 3",
                "PING 3 ",
                "PING 31 1795342927.102331",
                "PING 2 1795342927.102331",
                "PING 3 1795342927.102332",
                "PING 3 1795342926.102331",
                "PING 3 1795342927.1023319",
                "PING 13 1795342927.102331",
                "1795342927.102331",
                "Hello",
            })
    void doesNotAnswerItsRequest(String text) {
        assertFalse(read(text).answers(PING_3), text);
    }

    @Test
    void aCutOffNumberIsNotTakenForAnother() {
        PingRequest ping31 = new PingRequest(31, "1795342927.102331", 0);
        assertFalse(read("PING 3").answers(ping31));
        assertFalse(read("PING 3").mayBeOwnTextFor(31));
        assertTrue(read("PING 3").mayBeOwnTextFor(3));
    }

    @Test
    void ownTextMayBeMeantForAnyPing() {
        assertTrue(read("Hello from the server").mayBeOwnTextFor(3));
        assertTrue(
                read("took 5 0.125 s").mayBeOwnTextFor(3), "two numbers that name no ping of ours");
        assertTrue(read("").mayBeOwnTextFor(3));
    }

    @Test
    void ownTextThatNamesThePingAndItsOwnClockIsStillOwnText() {
        assertTrue(read("PING 3 12:30:01").mayBeOwnTextFor(3));
        assertTrue(read("Reply to ping 3 2026-11-23 10:00").mayBeOwnTextFor(3));
        assertFalse(read("PING 3 12:30:01").mayBeOwnTextFor(4));
    }

    @Test
    void aPingWithAnotherTimeIsNobodysOwnText() {
        assertFalse(read("PING 3 1.5").mayBeOwnTextFor(3));
    }

    @Test
    void numbersTooLongForAnyPingBelongToNoneOfOurs() {
        String digits = "9".repeat(30);
        assertFalse(read("Ping " + digits + " 1795342927.102331").mayBeOwnTextFor(3));
        assertFalse(read("Ping 3 " + digits + ".102331").mayBeOwnTextFor(3));
        assertFalse(read("Ping 3 1795342927." + digits).mayBeOwnTextFor(3));
        assertFalse(read("Ping " + digits).mayBeOwnTextFor(3));
    }

    @Test
    void theLargestNumberIsRead() {
        assertEquals(
                OptionalLong.of(999_999_999_999_999_999L),
                read("Ping 999999999999999999 1.0").sequence());
    }

    @Test
    void aTruncatedReplyMayBePadded() {
        assertTrue(read("PING 3 17953  ").answers(PING_3));
        assertTrue(read("PING 3 17953\0\0").answers(PING_3));
    }

    @Test
    void aTimeThatGoesOnIsAnother() {
        assertFalse(read("x 3 1795342927.102331.5").answers(PING_3));
        assertTrue(read("That was 3 1795342927.102331.").answers(PING_3));
    }

    @Test
    void nothingAtAllAnswersNothing() {
        assertFalse(read("").answers(PING_3));
        assertFalse(read(" \r\n\0").answers(PING_3));
    }

    @Test
    void namesTheSequenceForTheLookUp() {
        assertEquals(OptionalLong.of(3), read("xx ping 3 5.5 yy").sequence());
        assertEquals(OptionalLong.empty(), read("shopping 3 times").sequence());
        assertEquals(OptionalLong.empty(), read("PING 99999999999999999999 1.0").sequence());
    }

    @Test
    void anyBytesAtAllAreRead() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            ReplyContent content = ReplyContent.read(ByteBuffer.wrap(bytes));
            assertFalse(content.answers(PING_3));
            DisplayText.of(ByteBuffer.wrap(bytes));
        }
    }

    @Test
    void mutationsOfARealReplyAreReadAndNeverAnswerAnotherPing() {
        Random random = new Random(11);
        PingRequest other = new PingRequest(4, "1795342928.203117", 0);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = "PING 3 1795342927.102331".getBytes(StandardCharsets.ISO_8859_1);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            assertFalse(ReplyContent.read(ByteBuffer.wrap(bytes)).answers(other));
        }
    }

    @Test
    void hostileLengthsAreReadAtOnce() {
        assertFalse(read("ping ".repeat(13_000)).answers(PING_3));
        assertFalse(read("1 ".repeat(32_000)).answers(PING_3));
        assertFalse(read("ping" + " ".repeat(60_000) + "3").answers(PING_3));
    }

    @Test
    void leavesTheBufferAsItWas() {
        ByteBuffer buffer = ByteBuffer.wrap("PING 3 1.5".getBytes(StandardCharsets.US_ASCII));
        ReplyContent.read(buffer);
        DisplayText.of(buffer);
        assertEquals(10, buffer.remaining());
    }

    private static ReplyContent read(String text) {
        return ReplyContent.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
