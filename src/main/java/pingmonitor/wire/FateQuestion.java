package pingmonitor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks a server of this program what became of pings. To any other server it is one more ping, {@code Ping <number>
 * <time>}: all it says stands in further decimals of the time, so that a program that takes three words and reads the
 * last as a number reads it without stumbling, and one that sends it back in upper case sends it back as it was.
 *
 * @param nonce below {@link #NONCES}, by chance: nobody who has not seen the question can answer it
 * @param identities the pings, at most {@link #MAX_PINGS}
 */
public record FateQuestion(long nonce, List<Long> identities) {
    /** So many fit into a datagram that a lab server reads whole, of 1,024 bytes. */
    public static final int MAX_PINGS = 80;

    /** Nonces are from 0 to below this. */
    public static final long NONCES = 1_000_000_000_000_000_000L;

    /** As much as the shortest answer at least; no ping of the lab is as long, so that most are told apart by that. */
    public static final int MIN_BYTES = FateAnswer.bytes(0);

    static final int MAX_BYTES = 1_000;

    private static final byte[] PING = "Ping ".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_DECIMALS = 6;

    /** Decimals that no clock gives; the last is the version. */
    private static final byte[] MARK = "9046317251".getBytes(StandardCharsets.US_ASCII);

    private static final int NONCE_DIGITS = 18;
    private static final int COUNT_DIGITS = 2;
    private static final int NOT_FOUND = -1;

    public FateQuestion {
        identities = List.copyOf(identities);
        if (nonce < 0 || nonce >= NONCES || identities.size() > MAX_PINGS) {
            throw new IllegalArgumentException("nonce " + nonce + ", " + identities.size());
        }
    }

    /**
     * The datagram's content, padded with blanks so that the answer is not longer.
     *
     * @param heading the ping it is to look like
     */
    public ByteBuffer encode(PingRequest heading) {
        StringBuilder text = new StringBuilder(heading.text());
        text.append(new String(MARK, StandardCharsets.US_ASCII));
        text.append(Digits.of(nonce, NONCE_DIGITS));
        text.append(Digits.of(identities.size(), COUNT_DIGITS));
        identities.forEach(each -> text.append(Digits.of(each, PingIdentity.DIGITS)));
        byte[] content = text.toString().getBytes(StandardCharsets.US_ASCII);
        int length = Math.max(content.length, FateAnswer.bytes(identities.size()));
        byte[] padded = Arrays.copyOf(content, length);
        Arrays.fill(padded, content.length, length, (byte) ' ');
        return ByteBuffer.wrap(padded);
    }

    /**
     * Reads the remaining bytes of a buffer; its position stays. Empty for whatever else they are, also an echo in
     * upper case.
     */
    public static Optional<FateQuestion> read(ByteBuffer datagram) {
        int length = datagram.remaining();
        if (length < MIN_BYTES || length > MAX_BYTES) {
            return Optional.empty();
        }
        int start = afterMark(datagram, false);
        return start == NOT_FOUND ? Optional.empty() : read(text(datagram, start), length);
    }

    /** The nonce in the echo of a question, in upper case or not, whole or cut off behind it. */
    public static OptionalLong nonceOfEcho(ByteBuffer datagram) {
        int start = afterMark(datagram, true);
        if (start == NOT_FOUND || datagram.limit() - start < NONCE_DIGITS) {
            return OptionalLong.empty();
        }
        long nonce = Digits.read(text(datagram, start), 0, NONCE_DIGITS);
        return nonce == Digits.NONE ? OptionalLong.empty() : OptionalLong.of(nonce);
    }

    private static Optional<FateQuestion> read(String text, int length) {
        int head = NONCE_DIGITS + COUNT_DIGITS;
        if (text.length() < head) {
            return Optional.empty();
        }
        long nonce = Digits.read(text, 0, NONCE_DIGITS);
        int count = (int) Digits.read(text, NONCE_DIGITS, head);
        int end = head + count * PingIdentity.DIGITS;
        boolean fits =
                nonce != Digits.NONE
                        && count >= 0
                        && count <= MAX_PINGS
                        && length >= FateAnswer.bytes(count)
                        && text.length() >= end
                        && text.substring(end).isBlank();
        if (!fits) {
            return Optional.empty();
        }
        List<Long> identities = new ArrayList<>(count);
        for (int at = head; at < end; at += PingIdentity.DIGITS) {
            identities.add(Digits.read(text, at, at + PingIdentity.DIGITS));
        }
        return identities.contains(Digits.NONE)
                ? Optional.empty()
                : Optional.of(new FateQuestion(nonce, identities));
    }

    /** Where the nonce begins, or {@link #NOT_FOUND}; nearly always decided by the first few bytes that differ. */
    private static int afterMark(ByteBuffer datagram, boolean anyCase) {
        int at = datagram.position();
        int end = datagram.limit();
        if (end - at < MIN_BYTES / 2 || !beginsAsPing(datagram, anyCase)) {
            return NOT_FOUND;
        }
        at = afterDigits(datagram, at + PING.length, end);
        if (at == end || datagram.get(at) != ' ') {
            return NOT_FOUND;
        }
        at = afterDigits(datagram, at + 1, end);
        if (at == end || datagram.get(at) != '.') {
            return NOT_FOUND;
        }
        int mark = at + 1 + TIME_DECIMALS;
        if (end - mark < MARK.length) {
            return NOT_FOUND;
        }
        for (int i = 0; i < MARK.length; i++) {
            if (datagram.get(mark + i) != MARK[i]) {
                return NOT_FOUND;
            }
        }
        return mark + MARK.length;
    }

    private static boolean beginsAsPing(ByteBuffer datagram, boolean anyCase) {
        for (int i = 0; i < PING.length; i++) {
            byte value = datagram.get(datagram.position() + i);
            boolean same =
                    value == PING[i]
                            || anyCase
                                    && Character.toUpperCase(value)
                                            == Character.toUpperCase(PING[i]);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static int afterDigits(ByteBuffer datagram, int from, int end) {
        int at = from;
        while (at < end && datagram.get(at) >= '0' && datagram.get(at) <= '9') {
            at++;
        }
        return at;
    }

    private static String text(ByteBuffer datagram, int from) {
        byte[] bytes = new byte[Math.min(datagram.limit() - from, MAX_BYTES)];
        datagram.get(from, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
