package pingmonitor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;

/** Whatever bytes come: they are read, shown as one harmless line, and taken for no ping that they do not name. */
@Tag("fuzz")
@Timeout(600)
class WireFuzzTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_342_927L, 102_331_000);

    private static final InetSocketAddress CLIENT =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);

    @Test
    void anyDatagramIsReadAndOnlyWhatNamesThePingAnswersIt() {
        for (int i = 0; i < Cases.count(); i++) {
            PingRequest request = PingRequest.of(random.nextInt(1, 100_000), AT.plusNanos(i), 0);
            String text = request.text();
            byte[] datagram =
                    random.nextBoolean()
                            ? bytes.any()
                            : bytes.near(random.nextBoolean() ? text : text.toUpperCase());
            ByteBuffer buffer = ByteBuffer.wrap(datagram);
            ReplyContent content = ReplyContent.read(buffer);
            assertEquals(datagram.length, buffer.remaining(), Cases.at(i));
            if (content.answers(request)) {
                assertTrue(names(datagram, request), () -> shown(datagram) + " for " + text);
            }
            assertTrue(ReplyContent.read(request.encode()).answers(request), Cases.at(i));
        }
    }

    @Test
    void anyDatagramIsShownAsOneHarmlessLine() {
        for (int i = 0; i < Cases.count(); i++) {
            byte[] datagram = bytes.any();
            ByteBuffer buffer = ByteBuffer.wrap(datagram);
            String line = DisplayText.of(buffer);
            assertEquals(datagram.length, buffer.remaining(), Cases.at(i));
            int points = line.codePointCount(0, line.length());
            assertTrue(points <= DisplayText.MAX_CHARACTERS + 1, Cases.at(i));
            assertTrue(
                    line.codePoints().allMatch(WireFuzzTest::isHarmless),
                    () -> shown(datagram) + " as " + line);
            assertFalse(
                    points <= DisplayText.MAX_CHARACTERS && line.endsWith("…") && !cut(datagram),
                    () -> "cut though it is short: " + line);
        }
    }

    @Test
    void anyDatagramIsReadAsAQuestionOrAnAnswerOnlyIfItIsOneAndNothingThrows() {
        int questions = 0;
        int answers = 0;
        for (int i = 0; i < Cases.count(); i++) {
            byte[] datagram = near(i);
            ByteBuffer buffer = ByteBuffer.wrap(datagram);
            FateQuestion.nonceOfEcho(buffer);
            PingIdentity.of(buffer);
            Optional<FateQuestion> question = FateQuestion.read(buffer);
            Optional<FateAnswer> answer = FateAnswer.read(buffer);
            assertEquals(datagram.length, buffer.remaining(), Cases.at(i));
            if (question.isPresent()) {
                questions++;
                assertTrue(
                        datagram.length >= FateAnswer.bytes(question.get().identities().size()),
                        Cases.at(i));
                assertTrue(shown(datagram).startsWith("Ping "), Cases.at(i));
            }
            if (answer.isPresent()) {
                answers++;
                // Upper case or lower, the digits of an address mean the same.
                byte[] again = answer.get().encode().array();
                assertTrue(shown(datagram).equalsIgnoreCase(shown(again)), Cases.at(i));
            }
            assertFalse(question.isPresent() && answer.isPresent());
        }
        assertTrue(questions > 0 && answers > 0, questions + " " + answers);
    }

    private byte[] near(int number) {
        long nonce = random.nextLong(FateQuestion.NONCES);
        int pings = random.nextInt(FateQuestion.MAX_PINGS + 1);
        return switch (random.nextInt(3)) {
            case 0 -> bytes.any();
            case 1 -> {
                List<Long> identities =
                        random.longs(pings, 0, PingIdentity.VALUES).boxed().toList();
                yield bytes.near(
                        shown(
                                new FateQuestion(nonce, identities)
                                        .encode(PingRequest.of(number, AT, 0))
                                        .array()));
            }
            default -> {
                List<RememberedFate> fates =
                        random.ints(pings, 0, RememberedFate.values().length)
                                .mapToObj(fate -> RememberedFate.values()[fate])
                                .toList();
                yield bytes.near(
                        shown(
                                new FateAnswer(nonce, random.nextInt(100_000), CLIENT, fates)
                                        .encode()
                                        .array()));
            }
        };
    }

    /** Said in another way than the program does: the beginning of the request, or its number and time as two words. */
    private static boolean names(byte[] datagram, PingRequest request) {
        String text = new String(datagram, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String asked = request.text().toLowerCase(Locale.ROOT);
        int past = 0;
        while (past < Math.min(text.length(), asked.length())
                && text.charAt(past) == asked.charAt(past)) {
            past++;
        }
        boolean someOfTheTime = past > asked.lastIndexOf(' ') + 1;
        if (someOfTheTime && text.substring(past).chars().allMatch(c -> c <= ' ')) {
            return true;
        }
        if (past == asked.length()) {
            return true;
        }
        List<String> words =
                Stream.of(text.split("[^0-9.]+"))
                        .map(word -> word.replaceAll("\\.+$", ""))
                        .toList();
        return words.contains(request.timeToken())
                && words.stream().anyMatch(word -> word.matches("0*" + request.sequence()));
    }

    /** Whether bytes without an ellipsis of their own may end with one. */
    private static boolean cut(byte[] datagram) {
        return new String(datagram, StandardCharsets.UTF_8).contains("…");
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }

    private static String shown(byte[] datagram) {
        return new String(datagram, StandardCharsets.ISO_8859_1);
    }
}
