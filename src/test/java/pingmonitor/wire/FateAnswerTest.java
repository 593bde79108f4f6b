package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FateAnswerTest {
    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.2", "0.0.0.1", "2001:db8::7", "::1", "fe80::1"})
    void whatIsAnsweredIsRead(String address) throws UnknownHostException {
        for (int port : new int[] {1, 1_024, 65_535}) {
            FateAnswer answer =
                    new FateAnswer(
                            FateQuestion.NONCES - 1,
                            86_400_000,
                            new InetSocketAddress(InetAddress.getByName(address), port),
                            List.of(RememberedFate.values()));
            assertEquals(Optional.of(answer), FateAnswer.read(answer.encode()));
        }
    }

    @Test
    void itIsNoQuestionNoReplyAndUnchangedByUpperCasing() {
        String text = text(answer());
        assertEquals(text.toUpperCase(Locale.ROOT), text);
        assertEquals(Optional.empty(), FateQuestion.read(bytes(text)));
        ReplyContent content = ReplyContent.read(bytes(text));
        assertFalse(content.mayBeOwnText());
        assertTrue(content.isMeantAsAnswer());
    }

    @Test
    void whatIsNotJustSoIsNoAnswer() {
        String good = text(answer());
        for (String bad :
                new String[] {
                    "",
                    "PONG",
                    good.substring(0, good.length() - 4),
                    good.substring(0, 40),
                    good.replace("PONG", "Pong"),
                    good.replace("9046317251", "9046317250"),
                    good.replace("000000003600", "000000 03600"),
                    good.replace("000000003600", "999999999999"),
                    good.replace("4CB007102", "5CB007102"),
                    good.replace("4CB007102", "4CB00710G"),
                    good.replace("4CB007102", "6CB007102"),
                    good.replace("0AD", "0aD"),
                    good + "?",
                    good + "\r\n",
                    good + "A".repeat(78),
                    good + "A".repeat(200),
                }) {
            assertEquals(Optional.empty(), FateAnswer.read(bytes(bad)), bad);
        }
        assertEquals(
                2,
                FateAnswer.read(bytes(good)).orElseThrow().fates().indexOf(RememberedFate.DROPPED));
    }

    private static FateAnswer answer() {
        try {
            return new FateAnswer(
                    42,
                    3_600,
                    new InetSocketAddress(InetAddress.getByName("203.0.113.2"), 40_000),
                    List.of(
                            RememberedFate.UNSEEN,
                            RememberedFate.ANSWERED,
                            RememberedFate.DROPPED));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String text(FateAnswer answer) {
        return StandardCharsets.US_ASCII.decode(answer.encode()).toString();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
