package pingmonitor.ui.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Problem.Field;

/** How server and port get into the form. */
class PingFormModelTest {
    private final PingFormModel form = new PingFormModel();

    @BeforeEach
    void fill() {
        form.text(Field.HOST).set("old.example");
        form.text(Field.PORT).set("1");
        form.text(Field.COUNT).set("10");
        form.text(Field.TIMEOUT).set("1 s");
        form.text(Field.PAUSE).set("200 ms");
        form.text(Field.INTERVAL).set("1 s");
    }

    @ParameterizedTest
    @CsvSource({
        "server 192.168.1.20 port 12007, 192.168.1.20",
        "'Oi!\nservidor 192.168.1.20 porta 12007\nAté já', 192.168.1.20",
        "192.168.1.20:12007, 192.168.1.20",
        "udp://[2001:db8::7]:12007, [2001:db8::7]"
    })
    void pastedServerAndPortReplaceBothFields(String pasted, String host) {
        assertTrue(form.takePasted(pasted));
        both(host, "12007");
        assertEquals(Set.of(), form.problems().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::7", "example.org", "some text: with words", ""})
    void otherTextIsPastedAsText(String pasted) {
        assertFalse(form.takePasted(pasted));
        both("old.example", "1");
    }

    @Test
    void invalidPastedPartsAreToldBesideTheirFields() {
        assertTrue(form.takePasted("server 300.1.1.1 port 99999"));
        both("300.1.1.1", "99999");
        assertEquals(Problem.Kind.HOST_BAD_IPV4, form.problems().get(Field.HOST).kind());
        assertEquals(Problem.Kind.PORT_OUT_OF_RANGE, form.problems().get(Field.PORT).kind());
        assertTrue(form.takePasted("server 192.168.1.20 port 12007"));
        assertEquals(Set.of(), form.problems().keySet());
    }

    @Test
    void typedTextIsTakenApartWhenTheFieldIsLeft() {
        form.text(Field.HOST).set("1.2.3");
        form.leave(Field.HOST);
        assertEquals(Set.of(Field.HOST), form.problems().keySet());
        String typed = "";
        for (char each : "192.168.1.20:12007".toCharArray()) {
            typed += each;
            form.text(Field.HOST).set(typed);
            both(typed, "1");
        }
        assertEquals(Set.of(), form.problems().keySet(), "as soon as it is right");
        form.leave(Field.HOST);
        both("192.168.1.20", "12007");
        form.text(Field.HOST).set("1.2.3");
        form.leave(Field.HOST);
        form.text(Field.HOST).set("1.2.3:7");
        assertEquals(Set.of(Field.HOST), form.problems().keySet());
        form.leave(Field.HOST);
        both("1.2.3", "7");
    }

    @Test
    void ipv6AddressIsNeverTakenApart() {
        form.text(Field.HOST).set("2001:db8::7");
        form.leave(Field.HOST);
        assertEquals(Set.of(), form.problems().keySet());
        both("2001:db8::7", "1");
    }

    @Test
    void enterTakesApartToo() {
        form.text(Field.HOST).set("servidor 192.168.1.20 porta 12007");
        assertEquals(PingPlan.lab("192.168.1.20", 12_007), form.plan().orElseThrow());
        both("192.168.1.20", "12007");
    }

    @Test
    void addressAndPortWithASpaceBetweenAreTakenApart() {
        form.text(Field.HOST).set("10.77.1.2  12007");
        form.leave(Field.HOST);
        assertEquals(Set.of(), form.problems().keySet());
        both("10.77.1.2", "12007");
    }

    @Test
    void problemFoundByARunStaysWhenTheFieldIsLeft() {
        form.showProblem(Problem.of(Problem.Kind.NAME_NOT_FOUND, "old.example"));
        form.leave(Field.HOST);
        assertEquals(Problem.Kind.NAME_NOT_FOUND, form.problems().get(Field.HOST).kind());
    }

    private void both(String host, String port) {
        assertEquals(host, form.text(Field.HOST).get());
        assertEquals(port, form.text(Field.PORT).get());
    }
}
