package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldsTest {
    private final NumberFields english = new NumberFields(Locale.ENGLISH);
    private final NumberFields portuguese = new NumberFields(Locale.forLanguageTag("pt-BR"));

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "30, 0.3",
        "36.4, 0.364",
        "'36,4', 0.364",
        "' 7 % ', 0.07",
        "100, 1",
        "0.3, 0.003",
        "1., 0.01",
        "٣٦٫٤٪, 0.364",
        "'36,4\u00a0%', 0.364"
    })
    void percentagesAreSharesWithoutRoundingErrors(String typed, double share) {
        assertEquals(Optional.of(share), NumberFields.share(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "100.1", "101", "1e1", "1.2.3", "NaN", "%"})
    void whatIsNoPercentageIsRefused(String typed) {
        assertEquals(Optional.empty(), NumberFields.share(typed));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "100 ms, 100", "1.5 s, 1500", "60 s, 60000", "1 min, 60000"})
    void aBareDelayIsInMilliseconds(String typed, long millis) {
        assertEquals(Optional.of(Duration.ofMillis(millis)), NumberFields.delay(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "61 s", "soon", "100 m s"})
    void whatIsNoDelayIsRefused(String typed) {
        assertEquals(Optional.empty(), NumberFields.delay(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "x", "9223372036854775808"})
    void whatIsNoSeedIsRefused(String typed) {
        assertEquals(Optional.empty(), NumberFields.seed(typed));
    }

    @Test
    void limitIsAWholeNumberOfAtLeastOne() {
        assertEquals(Optional.of(1), NumberFields.limit(" 1 "));
        assertEquals(Optional.of(1_000_000), NumberFields.limit("1000000"));
        for (String typed : List.of("", "0", "-1", "1000001", "99999999999", "1.5", "1e3", "off")) {
            assertEquals(Optional.empty(), NumberFields.limit(typed), typed);
        }
    }

    @Test
    void sharesAreShownInFullOrWithOneDecimal() {
        assertEquals("30", english.percent(0.3));
        assertEquals("36.4", english.percent(4.0 / 11));
        assertEquals("36,4", portuguese.percent(4.0 / 11));
        assertEquals("0.125", english.percent(0.00125));
        assertEquals("100", english.percent(1));
        assertEquals("0", english.percent(0));
    }

    @Test
    void everyShareThatIsShownInFullComesBackAsItWas() {
        for (int tenths = 0; tenths <= 1_000; tenths++) {
            double share = NumberFields.share(tenths / 10 + "." + tenths % 10).orElseThrow();
            assertEquals(Optional.of(share), NumberFields.share(english.percent(share)));
            assertEquals(Optional.of(share), NumberFields.share(portuguese.percent(share)));
        }
    }

    /** On a system in any language a field takes what a preset writes into it. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE", "fa-IR", "pt-PT", "fr-CH"})
    void whatIsShownIsAcceptedInEveryLocale(String locale) {
        NumberFields numbers = new NumberFields(Locale.forLanguageTag(locale));

        assertEquals(Optional.of(0.364), NumberFields.share(numbers.percent(4.0 / 11)));
        Duration delay = Duration.ofNanos(1_500_000);
        assertEquals(Optional.of(delay), NumberFields.delay(numbers.millis(delay)));
    }

    @Test
    void delaysAreShownExactly() {
        assertEquals("100", english.millis(Duration.ofMillis(100)));
        assertEquals("1.5", english.millis(Duration.ofNanos(1_500_000)));
        assertEquals("1,5", portuguese.millis(Duration.ofNanos(1_500_000)));
        assertEquals("60000", english.millis(Duration.ofSeconds(60)));
    }
}
