package pingmonitor.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link FateQuestion}. It is no question, and upper-casing does not change it: two servers made to
 * send each other one soon fall silent.
 *
 * @param nonce the question's
 * @param completeMillis for how long the server's memory of the asker's address has no gap, in milliseconds, rounded
 *     down; at most {@link #MAX_MILLIS}
 * @param mappedAddress address and port that the question came from
 * @param fates of the pings asked about, in the question's order
 */
public record FateAnswer(
        long nonce,
        long completeMillis,
        InetSocketAddress mappedAddress,
        List<RememberedFate> fates) {
    /** Ten years; a machine that says more is not to be believed. */
    public static final long MAX_MILLIS = 315_360_000_000L;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Its last digit is the version. */
    private static final String MARK = "PONG 9046317251";

    private static final int NONCE_DIGITS = 18;
    private static final int MILLIS_DIGITS = 12;
    private static final int HEX_OF_IPV4 = 8;
    private static final int HEX_OF_IPV6 = 32;
    private static final int HEX_OF_PORT = 4;
    private static final int AFTER_NONCE = MARK.length() + NONCE_DIGITS;
    private static final int FAMILY = AFTER_NONCE + MILLIS_DIGITS;
    private static final int MAX_HEAD = FAMILY + 1 + HEX_OF_IPV6 + HEX_OF_PORT;

    public FateAnswer {
        fates = List.copyOf(fates);
    }

    /** How long an answer about so many pings is at most. */
    static int bytes(int pings) {
        return MAX_HEAD + pings;
    }

    /** Whether a text is meant as an answer, a good one or not. */
    static boolean isMeantBy(String text) {
        return text.startsWith(MARK);
    }

    /** The datagram's content. */
    public ByteBuffer encode() {
        byte[] address = mappedAddress.getAddress().getAddress();
        StringBuilder text = new StringBuilder(MARK);
        text.append(Digits.of(nonce, NONCE_DIGITS));
        text.append(Digits.of(completeMillis, MILLIS_DIGITS));
        text.append(address.length == HEX_OF_IPV4 / 2 ? '4' : '6');
        text.append(HEX.formatHex(address));
        text.append(HEX.toHexDigits((char) mappedAddress.getPort()));
        fates.forEach(fate -> text.append(fate.letter()));
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the remaining bytes of a buffer; its position stays. Empty for whatever else they are. */
    public static Optional<FateAnswer> read(ByteBuffer datagram) {
        int length = datagram.remaining();
        boolean maybe =
                length >= MAX_HEAD - HEX_OF_IPV6 + HEX_OF_IPV4
                        && length <= bytes(FateQuestion.MAX_PINGS)
                        && datagram.get(datagram.position() + 1) == MARK.charAt(1);
        if (!maybe) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        datagram.duplicate().get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return isMeantBy(text) ? read(text) : Optional.empty();
    }

    private static Optional<FateAnswer> read(String text) {
        long nonce = Digits.read(text, MARK.length(), AFTER_NONCE);
        long millis = Digits.read(text, AFTER_NONCE, FAMILY);
        int port = FAMILY + 1 + (text.charAt(FAMILY) == '4' ? HEX_OF_IPV4 : HEX_OF_IPV6);
        int head = port + HEX_OF_PORT;
        if (nonce == Digits.NONE
                || millis == Digits.NONE
                || millis > MAX_MILLIS
                || text.length() < head
                || text.length() - head > FateQuestion.MAX_PINGS
                || "46".indexOf(text.charAt(FAMILY)) < 0) {
            return Optional.empty();
        }
        return endpoint(text.substring(FAMILY + 1, port), text.substring(port, head))
                .flatMap(
                        endpoint ->
                                fates(text, head)
                                        .map(
                                                fates ->
                                                        new FateAnswer(
                                                                nonce, millis, endpoint, fates)));
    }

    private static Optional<InetSocketAddress> endpoint(String address, String port) {
        try {
            return Optional.of(
                    new InetSocketAddress(
                            InetAddress.getByAddress(HEX.parseHex(address)),
                            HexFormat.fromHexDigits(port)));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<RememberedFate>> fates(String text, int from) {
        List<RememberedFate> fates = new ArrayList<>(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            Optional<RememberedFate> fate = RememberedFate.of(text.charAt(i));
            if (fate.isEmpty()) {
                return Optional.empty();
            }
            fates.add(fate.get());
        }
        return Optional.of(fates);
    }
}
