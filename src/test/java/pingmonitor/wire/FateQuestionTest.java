package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FateQuestionTest {
    private static final PingRequest HEADING =
            PingRequest.of(10, Instant.ofEpochSecond(1_795_342_930L, 504_000), 0);
    private static final PingRequest LONGEST_HEADING =
            PingRequest.of(1_000_000_000, Instant.ofEpochSecond(253_402_300_799L), 0);

    @Test
    void whatIsAskedIsRead() {
        for (int pings = 0; pings <= FateQuestion.MAX_PINGS; pings++) {
            FateQuestion question = question(pings);
            assertEquals(Optional.of(question), FateQuestion.read(question.encode(HEADING)));
            ByteBuffer longest = question.encode(LONGEST_HEADING);
            assertTrue(longest.remaining() <= FateQuestion.MAX_BYTES);
            assertEquals(Optional.of(question), FateQuestion.read(longest));
        }
    }

    @Test
    void toAnyOtherServerItIsThreeWordsOfWhichTheLastIsATime() {
        // As many as the first one of a run asks about, with the one that was answered.
        String text = text(question(5).encode(HEADING));
        String[] words = text.strip().split("\\s+");
        assertEquals(List.of("Ping", "10"), List.of(words).subList(0, 2));
        assertEquals(3, words.length);
        assertEquals(1_795_342_930.000504, Double.parseDouble(words[2]), 1e-6);
        assertTrue(text.length() <= 128, "a server with a small buffer reads the first one whole");
    }

    @Test
    void theAnswerIsNeverLongerThanTheQuestion() throws UnknownHostException {
        InetAddress longest = InetAddress.getByName("2001:db8:1111:2222:3333:4444:5555:6666");
        for (int pings = 0; pings <= FateQuestion.MAX_PINGS; pings++) {
            FateQuestion question = question(pings);
            FateAnswer answer =
                    new FateAnswer(
                            question.nonce(),
                            FateAnswer.MAX_MILLIS,
                            new InetSocketAddress(longest, 65_535),
                            Collections.nCopies(pings, RememberedFate.ANSWERED));
            PingRequest shortest = PingRequest.of(1, Instant.EPOCH, 0);
            assertTrue(answer.encode().remaining() <= question.encode(shortest).remaining());
        }
    }

    @Test
    void anEchoIsNoQuestionButKnown() {
        FateQuestion question = question(3);
        String text = text(question.encode(HEADING));
        String upper = text.toUpperCase(Locale.ROOT);
        assertEquals(Optional.empty(), FateQuestion.read(bytes(upper)));
        for (String echo :
                new String[] {text, upper, upper + "\r\n", upper.strip(), upper.substring(0, 60)}) {
            assertEquals(
                    OptionalLong.of(question.nonce()), FateQuestion.nonceOfEcho(bytes(echo)), echo);
        }
        assertEquals(OptionalLong.empty(), FateQuestion.nonceOfEcho(bytes(upper.substring(0, 50))));
    }

    @Test
    void whatIsNotJustSoIsNoQuestion() {
        String good = text(question(3).encode(HEADING));
        String head = good.substring(0, "Ping 10 1795342930.0005049046317251".length());
        String nonce = "000000000000000007";
        for (String bad :
                new String[] {
                    "",
                    "Ping 10 1795342930.000504",
                    "Ping 10 1795342930.000504" + " ".repeat(200),
                    good.substring(0, good.length() - 1) + " ",
                    good.replace("9046317251", "9046317252"),
                    good.replace("Ping", "PING"),
                    good.replace("Ping ", "Ping"),
                    good.replace(".000504", ".00504"),
                    "Ping  10" + good.substring(7),
                    good + "x",
                    good + " ".repeat(1_000),
                    head + nonce,
                    head + nonce + "00",
                    head + nonce + "81" + "0".repeat(81 * 11),
                    head + nonce + "01" + "1234567890x" + " ".repeat(100),
                    head + nonce.replace('7', '/') + "00" + " ".repeat(100),
                }) {
            assertEquals(Optional.empty(), FateQuestion.read(bytes(bad)), bad);
        }
        assertTrue(FateQuestion.read(bytes(head + nonce + "00" + " ".repeat(100))).isPresent());
    }

    @Test
    void moreThanFitsCannotBeAsked() {
        assertThrows(IllegalArgumentException.class, () -> question(FateQuestion.MAX_PINGS + 1));
        assertThrows(IllegalArgumentException.class, () -> new FateQuestion(-1, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new FateQuestion(FateQuestion.NONCES, List.of()));
    }

    private static FateQuestion question(int pings) {
        List<Long> identities =
                LongStream.range(0, pings)
                        .map(i -> PingIdentity.VALUES - 1 - i * 7)
                        .boxed()
                        .toList();
        return new FateQuestion(123_456_789_012_345L, identities);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.US_ASCII.decode(bytes.duplicate()).toString();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
