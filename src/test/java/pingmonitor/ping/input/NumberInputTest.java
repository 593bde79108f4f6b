package pingmonitor.ping.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInputTest {
    @ParameterizedTest
    @CsvSource({
        "٣٦٫٤, 36.4",
        "۱۲۳, 123",
        "１２, 12",
        "'1\u00a0000', 1 000",
        "'\u200e36,4\u202f%', '36,4 %'",
        "٣٦٫٤٪, 36.4%",
        "−7, -7"
    })
    void everyScriptsDigitsAndMarksAreRead(String typed, String plain) {
        assertEquals(plain, NumberInput.plain(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,000', 1000",
        "1.000, 1000",
        "'12\u00a0345\u00a0678', 12345678",
        "'-1,000', -1000",
        "'1,00', '1,00'",
        "'1,000.5', '1,000.5'",
        "'1.000,000', '1.000,000'"
    })
    void groupsOfThousandsAreOneNumber(String typed, String whole) {
        assertEquals(whole, NumberInput.whole(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "'1.24\u00a0s', 1240",
        "'2\u00a0min\u00a005\u00a0s', 125000",
        "'3\u00a0h\u00a007\u00a0min', 11220000",
        "٢٠٠ ms, 200"
    })
    void durationsAreReadAsTheTilesWriteThem(String written, long millis) {
        assertEquals(
                Optional.of(Duration.ofMillis(millis)),
                DurationText.parse(written, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 min 5", "5 s 2 min 3 s", "2 min s", "min 5 s"})
    void unitsInDisorderAreNoDuration(String written) {
        assertEquals(Optional.empty(), DurationText.parse(written, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({"'1,000', 1000", "1.000, 1000", "١٠, 10"})
    void countIsReadAsTheTilesWriteIt(String typed, long count) {
        assertEquals(Optional.of(count), PlanInput.count(typed).valueIfValid());
    }

    /** {@code 1.200} is the beginning of an address sooner than a port. */
    @ParameterizedTest
    @ValueSource(strings = {"1.200", "12,000"})
    void portHasNoGroups(String typed) {
        assertEquals(Optional.empty(), PlanInput.port(typed).valueIfValid());
    }
}
