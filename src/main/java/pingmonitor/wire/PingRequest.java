package pingmonitor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * One request of the lab: {@code Ping <sequence> <unix time with microseconds>} in ASCII, padded with blanks where a
 * larger message was asked for.
 *
 * @param sequence the ping's number, from 1
 * @param timeToken the sending time as it is written, e.g. {@code 1795342927.102331}
 * @param wishedBytes size to pad the message to; a wish below the length of the text changes nothing
 */
public record PingRequest(long sequence, String timeToken, int wishedBytes) {
    private static final int NANOS_PER_MICRO = 1_000;

    /** The request that leaves at a moment. */
    public static PingRequest of(long sequence, Instant at, int wishedBytes) {
        int micros = at.getNano() / NANOS_PER_MICRO;
        String fraction = Integer.toString(1_000_000 + micros).substring(1);
        return new PingRequest(sequence, at.getEpochSecond() + "." + fraction, wishedBytes);
    }

    /** The message without padding. */
    public String text() {
        return "Ping " + sequence + " " + timeToken;
    }

    /** The datagram's content. */
    public ByteBuffer encode() {
        byte[] text = text().getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(text, Math.max(text.length, wishedBytes));
        Arrays.fill(message, text.length, message.length, (byte) ' ');
        return ByteBuffer.wrap(message);
    }
}
