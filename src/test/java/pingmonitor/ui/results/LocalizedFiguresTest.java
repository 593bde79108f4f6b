package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.session.ConfidenceInterval;

class LocalizedFiguresTest {
    private final LocalizedFigures english = new LocalizedFigures(Locale.ENGLISH);
    private final LocalizedFigures portuguese =
            new LocalizedFigures(Locale.forLanguageTag("pt-BR"));

    /** The words around them are English. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE", "fa-IR", "en-DE", "hi-IN-u-nu-deva"})
    void figuresAreInTheLanguageOfTheTexts(String locale) {
        LocalizedFigures figures = new LocalizedFigures(Locale.forLanguageTag(locale));

        assertEquals("0.412", figures.millis(412_345));
        assertEquals("33.3%", figures.percent(1 / 3.0));
        assertEquals("1,234,567", figures.count(1_234_567));
        assertEquals("2\u00a0min\u00a005\u00a0s", figures.duration(125_000_000_000L));
    }

    @Test
    void millisHaveThreeSignificantDigitsDownToTheMicrosecond() {
        assertEquals("0.412", english.millis(412_345));
        assertEquals("0.041", english.millis(41_234));
        assertEquals("0.500", english.millis(500_000));
        assertEquals("1.00", english.millis(999_700));
        assertEquals("12.3", english.millis(12_345_678));
        assertEquals("1235", english.millis(1_234_567_890));
        assertEquals("0,412", portuguese.millis(412_345));
    }

    @Test
    void onlyExactlyNoneOrAllIsWrittenAs0Or100Percent() {
        assertEquals("30%", english.percent(0.3));
        assertEquals("33.3%", english.percent(1 / 3.0));
        assertEquals("0%", english.percent(0));
        assertEquals("100%", english.percent(1));
        assertEquals("0.003%", english.percent(0.00003));
        assertEquals("99.97%", english.percent(0.9997));
        assertEquals("37,5%", portuguese.percent(0.375));
    }

    @Test
    void narrowIntervalHasMoreDecimals() {
        assertEquals(
                "11\u00a0–\u00a060%", english.percentRange(new ConfidenceInterval(0.1078, 0.6032)));
        assertEquals(
                "2.96\u00a0–\u00a03.03%",
                english.percentRange(new ConfidenceInterval(0.0296, 0.0303)));
        assertEquals(
                "0\u00a0–\u00a00.038%", english.percentRange(new ConfidenceInterval(0, 0.00038)));
    }

    @Test
    void durationsHaveTheUnitThatFits() {
        assertEquals("0.3\u00a0ms", english.duration(300_000));
        assertEquals("240\u00a0ms", english.duration(240_000_000));
        assertEquals("1\u00a0s", english.duration(999_900_000));
        assertEquals("1.24\u00a0s", english.duration(1_240_000_000L));
        assertEquals("5.1\u00a0s", english.duration(5_100_000_000L));
        assertEquals("2\u00a0min\u00a005\u00a0s", english.duration(125_000_000_000L));
        assertEquals("3\u00a0h\u00a007\u00a0min", english.duration(11_220_000_000_000L));
        assertEquals("1,24\u00a0s", portuguese.duration(1_240_000_000L));
    }
}
