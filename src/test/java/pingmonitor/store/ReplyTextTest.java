package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pingmonitor.fuzz.Cases;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Scene;

/** Whatever a server replies comes back as it was. */
class ReplyTextTest {
    private static final ReplyTemplate REQUEST = new ReplyTemplate(173, Scene.START);
    private static final String TEXT = "Ping 173 1795430527.102331";

    @Test
    void replyOfTheLabsServerTakesOneCharacter() throws IOException {
        assertEquals("\1", kept(TEXT.toUpperCase()).template());
        assertEquals("\2", kept(TEXT).template());
        assertEquals("\3", kept("173").template());
        assertEquals("\3 1730 x173 1", kept("173 1730 x173 1").template().replace("x\3", "x173"));
    }

    @Test
    void awkwardTextsComeBack() throws IOException {
        List<String> texts = new ArrayList<>();
        texts.addAll(
                List.of("", " ", "\0", "\0\0x", "\1", "\2\3\4", "173", "1173173", "\u202e173"));
        texts.addAll(
                List.of(TEXT, TEXT.toUpperCase(), TEXT + TEXT, "Ping 173", "1795430527.102331"));
        texts.addAll(
                List.of(
                        "\ud800",
                        "x\udc00\ud800y",
                        "\ud83d\ude00",
                        "\ud800\ud800\udc00",
                        "\uffff"));
        texts.add("\u001b[2J\u0007\r\n\t\u0000\u0004");
        texts.add("é".repeat(65_507));
        texts.add("\ud800".repeat(65_507));
        texts.add(TEXT.repeat(65_507 / TEXT.length()));
        for (String text : texts) {
            assertComesBack(text);
        }
    }

    @Test
    @Tag("fuzz")
    void anyMixtureOfPartsOfTheRequestComesBack() throws IOException {
        SplittableRandom random = Cases.random();
        List<String> parts =
                List.of(
                        "173",
                        "Ping ",
                        "PING ",
                        "1795430527.102331",
                        "17",
                        "3",
                        " ",
                        "\1",
                        "\2",
                        "\3",
                        "\4",
                        "\0",
                        "\ud83d",
                        "\ude00",
                        "é",
                        "\u0663",
                        "0",
                        ".",
                        "\r\n");
        for (int number = 0; number < Cases.count() / 4; number++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(8); left > 0; left--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertComesBack(text.toString());
        }
    }

    private static void assertComesBack(String text) throws IOException {
        Reply reply = new Reply(text, text.length(), Scene.SERVER, ReplyMatch.OTHER_NUMBER);
        KeptReply kept = KeptReply.of(reply, REQUEST, 30);
        assertEquals(reply, kept.reply(REQUEST, 30));
        byte[] bytes = kept.encode();
        assertTrue(bytes.length < FileBytes.MAX_TEXT_BYTES, bytes.length + " bytes");
        KeptReply read = KeptReply.decode(new FileBytes(buffer(bytes)));
        assertEquals(kept, read);
        assertEquals(reply, KeptReply.alone(reply).reply(REQUEST, 30));
    }

    private static KeptReply kept(String text) {
        return KeptReply.of(
                new Reply(text, text.length(), Scene.SERVER, ReplyMatch.VERIFIED), REQUEST, 30);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return Slot.buffer(bytes.length).put(bytes).flip();
    }
}
