package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.router.Net.hex;
import static pingmonitor.router.Net.ip;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of RFC 6886. */
class NatPmpMessageTest {
    private static final String MAPPED = "00 81 0000 00001234 2ee0 9c40 00000258";

    @Test
    void theRequestsHaveTheFormOfTheStandard() {
        assertArrayEquals(hex("0000"), NatPmpMessage.addressRequest());
        assertArrayEquals(
                hex("00 01 0000 2ee0 9c40 00000258"), NatPmpMessage.map(12_000, 40_000, 600));
    }

    @Test
    void answersTellAddressPortLeaseAndEpoch() {
        assertEquals(
                Optional.of(new NatPmpMessage.Address(0x1234, ip("203.0.113.7"))),
                address("00 80 0000 00001234 cb007107"));
        assertEquals(Optional.of(new NatPmpMessage.Mapped(0x1234, 40_000, 600)), mapped(MAPPED));
        assertEquals(
                Optional.of(new NatPmpMessage.Mapped(0x1234, 0, 0)),
                mapped("00 81 0000 00001234 2ee0 0000 00000000"),
                "removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "0081",
                "00 01 0000 00001234 2ee0 9c40 00000258",
                "00 82 0000 00001234 2ee0 9c40 00000258",
                "00 80 0000 00001234 cb007107",
                "00 81 0000 00001234 2ee1 9c40 00000258",
                "00 81 0000 00001234 2ee0 0000 00000258",
                "00 81 0000 00001234 2ee0 9c40 000002"
            })
    void anAnswerToAnotherRequestOrATruncatedAnswerIsIgnored(String bytes) {
        assertEquals(Optional.empty(), mapped(bytes));
    }

    @Test
    void anAnswerOfARouterWithPcpOnlyIsRecognized() {
        assertEquals(
                Optional.of(new NatPmpMessage.OtherVersion()),
                mapped("02 81 0001 00000000 00001234"));
        assertEquals(Optional.of(new NatPmpMessage.OtherVersion()), address("00 80 0001 00001234"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, NOT_ALLOWED",
        "3, NO_OUTSIDE",
        "4, FULL",
        "5, UNSUPPORTED",
        "6, OTHER",
        "65535, OTHER"
    })
    void aRefusalHasItsReason(int code, MappingRefusal.Kind kind) {
        assertEquals(
                Optional.of(new NatPmpMessage.Refused(code)),
                mapped("00 81 " + "%04x".formatted(code) + "00001234"));
        assertEquals(MappingRefusal.of(kind, code), NatPmpClient.refusal(code));
    }

    private static Optional<NatPmpMessage.Reply> address(String bytes) {
        return NatPmpMessage.readAddress(ByteBuffer.wrap(hex(bytes)));
    }

    private static Optional<NatPmpMessage.Reply> mapped(String bytes) {
        return NatPmpMessage.readMap(ByteBuffer.wrap(hex(bytes)), 12_000);
    }
}
