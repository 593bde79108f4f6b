package pingmonitor.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts as UTF-8, any of them: a half of a surrogate pair, which UTF-8 has no bytes for, takes the three bytes that its
 * number would (WTF-8).
 */
final class FileText {
    private static final int SURROGATE_BYTES = 3;

    private FileText() {}

    static byte[] encode(String text) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException halfAPair) {
            return encodeEach(text);
        }
    }

    private static byte[] encodeEach(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints()
                .forEach(
                        point -> {
                            if (isHalf(point)) {
                                bytes.write(0xE0 | point >> 12);
                                bytes.write(0x80 | point >> 6 & 0x3F);
                                bytes.write(0x80 | point & 0x3F);
                            } else {
                                bytes.writeBytes(
                                        Character.toString(point).getBytes(StandardCharsets.UTF_8));
                            }
                        });
        return bytes.toByteArray();
    }

    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int at = 0; at + SURROGATE_BYTES <= bytes.length; at++) {
            // Only halves have this lead with a byte of 0xA0 or more behind it.
            if ((bytes[at] & 0xFF) == 0xED && (bytes[at + 1] & 0xFF) >= 0xA0) {
                text.append(new String(bytes, done, at - done, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F));
                done = at + SURROGATE_BYTES;
                at = done - 1;
            }
        }
        return text.append(new String(bytes, done, bytes.length - done, StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
