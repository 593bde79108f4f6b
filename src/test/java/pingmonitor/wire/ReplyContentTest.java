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
                "PING 3 1795342927.1023319046317251000000000000000042",
                "PING 3 1795342927.102331 from the server",
                "PING 3 1795342927.102331\0\0left over",
                "{\"seq\": 3, \"time\": 1795342927.102331}",
                "seq=3;time=1795342927.102331",
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
        assertFalse(read("PING 3").names(31));
        assertTrue(read("PING 3").names(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACK 3",
                "Ping 3:",
                "Ping 3: got it",
                "{\"seq\": 3}",
                "seq:3",
                "#3",
                "PING 3 12:30:01",
                "Reply to ping 3 2026-11-23 10:00",
                "PING 3 1.5",
                "3 of 10",
            })
    void namesItsNumber(String text) {
        assertTrue(read(text).names(3), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACK 31",
                "3.5 ms",
                "127.0.0.3",
                "192.168.3.1:12000",
                "12:03:3",
                "2026-11-3",
                "took 3ms",
                "v3",
                "Hello",
                "",
            })
    void namesNoNumberThree(String text) {
        assertFalse(read(text).names(3), text);
    }

    @Test
    void aNumberIsOnlyNamedWhereNoOtherCanBeMeant() {
        assertEquals(OptionalLong.of(12), read("ACK 12").onlyNumber());
        assertEquals(OptionalLong.of(12), read("Ping 12 of 10 at 5").onlyNumber());
        assertEquals(OptionalLong.empty(), read("3 of 10").onlyNumber());
        assertEquals(OptionalLong.empty(), read("1795342927").onlyNumber(), "a Unix time");
        assertEquals(OptionalLong.empty(), read("Hello").onlyNumber());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ping 3 1795342927.102",
                "Ping 3 1795342927.10",
                "Ping 3 1795342927",
                "{\"time\": 1795342927.1023}",
            })
    void aRoundedTimeIsNearlyTheOneSent(String text) {
        assertTrue(read(text).namesRoughly("1795342927.102331"), text);
    }

    @Test
    void aTimeThatIsRoundedUpIsNearlyTheOneSentAndAnotherIsNot() {
        assertTrue(read("Ping 3 1795342927.103").namesRoughly("1795342927.102700"));
        assertFalse(read("Ping 3 1795342927.104").namesRoughly("1795342927.102700"));
        assertFalse(read("Ping 3 1795342927.102751").namesRoughly("1795342927.102700"));
        assertFalse(read("Ping 3").namesRoughly("1795342927.102700"));
    }

    @Test
    void leftOverBytesGoOnWhereTheTextEnds() {
        assertTrue(read("PING 3 1795342927.10233190463").goesOnBehind(PING_3));
        assertFalse(read("PING 3 1795342927.102331\0\0\0").goesOnBehind(PING_3), "only padding");
        assertFalse(read("PING 3 1795342927.102331").goesOnBehind(PING_3));
        assertFalse(read("PING 3 1795342927.102331\r\n").goesOnBehind(PING_3));
        assertFalse(read("PING 3 1795342927.102331 received").goesOnBehind(PING_3));
        assertFalse(read("PING 3 17953\0\0").goesOnBehind(PING_3), "cut off and padded");
    }

    @Test
    void numbersTooLongForAnyPingNameNone() {
        String digits = "9".repeat(30);
        assertEquals(
                OptionalLong.empty(), read("Ping " + digits + " 1795342927.102331").sequence());
        assertFalse(read("Ping 3 " + digits + ".102331").answers(PING_3));
        assertFalse(read("Ping 3 1795342926." + digits).answers(PING_3));
        assertEquals(OptionalLong.empty(), read("Ping " + digits).onlyNumber());
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
        assertFalse(read("PING 3 1795342926.1023319").answers(PING_3));
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
