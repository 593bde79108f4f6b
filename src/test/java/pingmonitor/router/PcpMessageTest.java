package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.router.Net.hex;
import static pingmonitor.router.Net.ip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of RFC 6887. */
class PcpMessageTest {
    private static final String NONCE = "000102030405060708090a0b";
    private static final String OURS = "00000000000000000000ffff c0a80114";

    /** Head of a good answer with a lease of 600 s and an epoch of 4660 s. */
    private static final String HEAD = "02 81 00 00 00000258 00001234 000000000000000000000000";

    private static final String BODY =
            NONCE + "11 000000 2ee0 9c40 00000000000000000000ffff cb007107";

    @Test
    void theRequestHasTheFormOfTheStandard() {
        assertArrayEquals(
                hex(
                        "02 01 0000 00000258"
                                + OURS
                                + NONCE
                                + "11 000000 2ee0 9c40 00000000000000000000ffff 00000000"),
                PcpMessage.map(hex(NONCE), ip("192.168.1.20"), 12_000, 40_000, ip("0.0.0.0"), 600));
    }

    @Test
    void aGrantTellsPortAddressLeaseAndEpoch() {
        assertEquals(
                Optional.of(new PcpMessage.Mapped(600, 0x1234, 40_000, ip("203.0.113.7"))),
                read(HEAD + BODY));
    }

    @Test
    void optionsAfterAGrantAreIgnored() {
        assertEquals(read(HEAD + BODY), read(HEAD + BODY + "02000004 deadbeef"));
    }

    @Test
    void anAnswerToAnotherRequestIsIgnored() {
        assertEquals(
                Optional.empty(),
                read(HEAD + BODY.replace(NONCE, "000102030405060708090a0c")),
                "nonce");
        assertEquals(Optional.empty(), read(HEAD + BODY.replace("11 000000", "06 000000")), "TCP");
        assertEquals(Optional.empty(), read(HEAD + BODY.replace("2ee0", "2ee1")), "port");
        assertEquals(Optional.empty(), read(HEAD.replace("02 81", "02 82") + BODY), "PEER");
        assertEquals(Optional.empty(), read(HEAD.replace("02 81", "02 01") + BODY), "a request");
        assertEquals(Optional.empty(), read(HEAD + BODY.replace("9c40", "0000")), "port 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 23, 24, 56, 59, 61})
    void anAnswerOfAWrongLengthIsIgnored(int length) {
        byte[] whole = hex(HEAD + BODY);
        assertEquals(
                Optional.empty(),
                PcpMessage.read(ByteBuffer.wrap(Arrays.copyOf(whole, length)), hex(NONCE), 12_000));
    }

    @Test
    void anAnswerLongerThanTheStandardAllowsIsIgnored() {
        byte[] whole = Arrays.copyOf(hex(HEAD + BODY), PcpMessage.MAX_BYTES);
        assertEquals(
                Optional.of(new PcpMessage.Mapped(600, 0x1234, 40_000, ip("203.0.113.7"))),
                PcpMessage.read(ByteBuffer.wrap(whole), hex(NONCE), 12_000));
        byte[] longer = Arrays.copyOf(whole, PcpMessage.MAX_BYTES + 4);
        assertEquals(
                Optional.empty(), PcpMessage.read(ByteBuffer.wrap(longer), hex(NONCE), 12_000));
    }

    @Test
    void largeNumbersAreReadAsUnsigned() {
        assertEquals(
                Optional.of(
                        new PcpMessage.Mapped(
                                0xffff_ffffL, 0xffff_fffeL, 65_535, ip("203.0.113.7"))),
                read(
                        HEAD.replace("00000258", "ffffffff").replace("00001234", "fffffffe")
                                + BODY.replace("9c40", "ffff")));
    }

    @Test
    void anAnswerOfARouterWithNatPmpOnlyIsRecognized() {
        assertEquals(
                Optional.of(new PcpMessage.OtherVersion()), read("00 81 0001 00001234"), "8 bytes");
        assertEquals(
                Optional.of(new PcpMessage.OtherVersion()),
                read(HEAD.replace("02 81 00 00", "02 81 00 01")),
                "version 3 only");
    }

    @ParameterizedTest
    @CsvSource({
        "2, NOT_ALLOWED",
        "4, NOT_OFFERED",
        "7, NO_OUTSIDE",
        "8, FULL",
        "9, UNSUPPORTED",
        "10, FULL",
        "11, PORT_TAKEN",
        "12, OTHER_ADDRESS",
        "13, OTHER",
        "200, OTHER"
    })
    void aRefusalHasItsReason(int code, MappingRefusal.Kind kind) {
        String head = HEAD.replace("02 81 00 00", "0281 00" + "%02x".formatted(code));
        assertEquals(
                Optional.of(new PcpMessage.Refused(code, ip("203.0.113.7"))), read(head + BODY));
        assertEquals(MappingRefusal.of(kind, code), PcpResult.refusal(code));
    }

    @Test
    void aRestartIsAnnouncedToEverybody() {
        String announced = "02 80 00 00 00000000 00000003 000000000000000000000000";
        assertEquals(Optional.of(3L), PcpMessage.announcedEpoch(ByteBuffer.wrap(hex(announced))));
        assertEquals(
                Optional.empty(), PcpMessage.announcedEpoch(ByteBuffer.wrap(hex(HEAD + BODY))));
        assertEquals(Optional.empty(), PcpMessage.announcedEpoch(ByteBuffer.wrap(hex("0280"))));
    }

    private static Optional<PcpMessage.Reply> read(String bytes) {
        return PcpMessage.read(ByteBuffer.wrap(hex(bytes)), hex(NONCE), 12_000);
    }
}
