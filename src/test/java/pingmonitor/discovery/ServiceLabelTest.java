package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.jmdns.impl.NameRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that people choose, as the network gets them. */
class ServiceLabelTest {
    private static final InetAddress SECOND = ScriptedLinks.address("10.0.0.2");

    @ParameterizedTest
    @CsvSource({
        "Sala 3, Sala 3",
        "'Sala 3. \"Ana''s\" desk, a.b', 'Sala 3\u2024 \"Ana''s\" desk, a\u2024b'",
        "'x._udpping._udp.local.', 'x\u2024_udpping\u2024_udp\u2024local'",
        "'a\\b\\', 'a\\b'",
        "'Sala 3.', 'Sala 3'",
        "'Sala 3. . .', 'Sala 3'",
        "日本語, 日本語",
        "'\uD83D\uDC22 Turma', Turma",
        "'\uD83D\uDC69\u200D\uD83C\uDFEB Ana \u2764\uFE0F', 'Ana \u2764'",
        "'\uD83D\uDC22\uD83D\uDC22', UDP Ping Monitor",
        "., UDP Ping Monitor"
    })
    void charactersThatOthersCouldNotReadAreLeftOut(String name, String label) {
        assertEquals(label, ServiceLabel.of(new ServiceName(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "ana, ana (2)",
        "ana (2), ana (3)",
        "ana (29), ana (30)",
        "Sala (3) Ana, Sala (3) Ana (2)",
        "a (x), a (x) (2)",
        "ana (99999), ana (99999) (2)",
        "(2), (2) (2)"
    })
    void aConflictAddsANumber(String taken, String next) {
        assertEquals(next, ServiceLabel.next(taken, SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        "ana, 192.168.1.31, ana (31)",
        "ana, 192.168.1.255, ana (255)",
        "ana, 192.168.1.0, ana (2)",
        "ana, 192.168.1.1, ana (2)",
        "ana, 2001:db8::31, ana (2)",
        "ana (31), 192.168.1.31, ana (32)"
    })
    void thirtyServersOfOneNameGetThirtyNames(String taken, String at, String next) {
        assertEquals(next, ServiceLabel.next(taken, ScriptedLinks.address(at)));
    }

    @Test
    void aLongNameIsShortenedForItsNumber() {
        String ascii = "a".repeat(63);
        assertEquals("a".repeat(59) + " (2)", ServiceLabel.next(ascii, SECOND));
        String name = "ã".repeat(31);
        for (int number = 2; number <= 1_000; number++) {
            name = ServiceLabel.next(name, SECOND);
            assertEquals(
                    "ã".repeat((59 - Integer.toString(number).length() + 1) / 2)
                            + " ("
                            + number
                            + ")",
                    name);
        }
    }

    @Test
    void aLabelIsCutBetweenCharactersAndNotAfterABlank() {
        assertEquals("€".repeat(19) + " (2)", ServiceLabel.next("€".repeat(21), SECOND));
        assertEquals(
                "a".repeat(58) + " (2)",
                ServiceLabel.next("a".repeat(58) + " " + "b".repeat(4), SECOND));
    }

    @Test
    void aDotIsReplacedByALookAlike() {
        String label = ServiceLabel.of(new ServiceName("a.".repeat(31) + "b"));
        assertEquals("a\u2024".repeat(15) + "a", label.substring(0, 31));
        assertEquals(61, label.getBytes(StandardCharsets.UTF_8).length);
        assertEquals("a.".repeat(15) + "a", ServiceLabel.shown(label));
    }

    @Test
    void theLibraryUsesOurNumbering() {
        ServiceNumbering numbering = new ServiceNumbering();
        InetAddress at = ScriptedLinks.address("192.168.1.20");
        assertEquals(
                "a".repeat(58) + " (20)",
                numbering.incrementName(at, "a".repeat(63), NameRegister.NameType.SERVICE));
        assertEquals(
                "ana-1.local.",
                numbering.incrementName(at, "ana.local.", NameRegister.NameType.HOST));
    }
}
