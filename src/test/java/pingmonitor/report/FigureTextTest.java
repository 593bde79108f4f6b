package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.session.Scene;

/** Figures as text. */
class FigureTextTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:9",
        "::1, [::1]:9",
        "::, [::]:9",
        "fd00::2, [fd00::2]:9",
        "fd00:0:0:1::, [fd00:0:0:1::]:9",
        "2001:db8:1:2:3:4:5:6, [2001:db8:1:2:3:4:5:6]:9",
        "2001:db8:0:10:100:4:5:0, [2001:db8:0:10:100:4:5:0]:9",
        "fe80::1%1, [fe80::1%1]:9"
    })
    void endpoints(String literal, String expected) {
        assertEquals(expected, FigureText.endpoint(Scene.address(literal, 9)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 100", "0.3, 30", "0.07, 7", "0.36363636363636365, 36.3636"})
    void percent(double share, String expected) {
        assertEquals(expected, FigureText.percent(share));
    }

    @Test
    void lessThanAllIsNeverRoundedToAll() {
        assertEquals("99.99999", FigureText.percent(0.9999999));
    }
}
