package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.PingState;

class ChartTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR"})
    void lostPingIsCalledTheSameAsInTheTable(String language) {
        Locale locale = Locale.forLanguageTag(language);
        ChartText words = new ChartText(locale);
        LossLocationCaption table = new LossLocationCaption(locale);
        for (LossLocation where :
                List.of(
                        LossLocation.FORWARD_PATH,
                        LossLocation.SERVER,
                        LossLocation.LIMITED,
                        LossLocation.RETURN_PATH)) {
            List<String> marks = words.marks(PingState.TIMED_OUT, Optional.of(where), 0);
            assertEquals(table.title(where).toLowerCase(locale), marks.get(0).toLowerCase(locale));
            assertEquals(marks.get(0), marks.get(1).replace('\n', ' '));
            assertTrue(marks.get(2).length() < marks.get(0).length(), marks.get(2));
        }
    }

    @Test
    void twoLinesAreAsNarrowAsPossible() {
        assertEquals(
                List.of("dropped by the server", "dropped by\nthe server", "dropped"),
                new ChartText(Locale.ENGLISH)
                        .marks(PingState.TIMED_OUT, Optional.of(LossLocation.SERVER), 0));
    }

    @Test
    void pingWithoutALocationHasTimedOut() {
        assertEquals(
                List.of("timed out"),
                new ChartText(Locale.ENGLISH).marks(PingState.TIMED_OUT, Optional.empty(), 0));
    }
}
