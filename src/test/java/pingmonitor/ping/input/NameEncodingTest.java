package pingmonitor.ping.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.IDN;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.ping.Problem;

class NameEncodingTest {
    /** The examples of UTS #46, section 7.2, and of the registries that register such names. */
    @ParameterizedTest
    @CsvSource({
        "straße.test, xn--strae-oqa.test",
        "STRAẞE.test, xn--strae-oqa.test",
        "faß.de, xn--fa-hia.de",
        "Faß.DE, xn--fa-hia.DE",
        "βόλος.com, xn--nxasmm1c.com",
        "ΒΌΛΟΣ.com, xn--nxasmq6b.com",
        "ශ\u0dca\u200dරී.com, xn--10cl1a0b660p.com",
        "نامه\u200cای.com, xn--mgba3gch31f060k.com",
        "a\u200db.test, ab.test",
        "bücher。example., xn--bcher-kva.example.",
        "straße。faß., xn--strae-oqa.xn--fa-hia."
    })
    void lettersThatIdna2003ReplacedAreKept(String name, String ascii) {
        assertEquals(ascii, NameEncoding.ascii(name));
    }

    @Test
    void lettersThatAreInNoNameAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> NameEncoding.ascii("ß\u0001\u2028.test"));
        assertEquals(
                Optional.of(Problem.Kind.HOST_BAD_NAME),
                PlanInput.host("straße/x.test").problemIfInvalid().map(Problem::kind));
    }

    @Test
    void everyOtherNameIsEncodedAsJavaDoes() {
        for (String name :
                List.of(
                        "localhost",
                        "bücher.example",
                        "пример.испытание",
                        "例え.テスト",
                        "☃.net",
                        "Ünï.Cödé")) {
            assertEquals(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED), NameEncoding.ascii(name));
        }
    }

    /** Java encodes every label that it leaves as it is in the same way. */
    @Test
    void punycodeIsThatOfJava() {
        for (String label :
                List.of("ü", "bücher", "他们为什么不说中文", "ليهمابتكلموشعربي؟", "παράδειγμα", "a𐍈b")) {
            assertEquals(IDN.toASCII(label, IDN.ALLOW_UNASSIGNED), "xn--" + Punycode.encode(label));
        }
    }
}
