package pingmonitor.echo.fate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {
    /** They stand in people's scripts and settings files. */
    @Test
    void namesStayAsTheyAre() {
        assertEquals(
                List.of("book", "book-python", "book-java", "perfect"),
                Arrays.stream(Preset.values()).map(Preset::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void presetIsFoundByItsNameAndByItsImpairments(Preset preset) {
        assertEquals(Optional.of(preset), Preset.byId(preset.id()));
        assertEquals(Optional.of(preset), Preset.of(preset.impairments()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Book", "BOOK_PYTHON", "book ", "nothing"})
    void unknownNamesGiveNoPreset(String id) {
        assertEquals(Optional.empty(), Preset.byId(id));
    }

    @Test
    void otherImpairmentsGiveNoPreset() {
        assertEquals(Optional.empty(), Preset.of(Impairments.ofLoss(0.36)));
        assertEquals(
                Optional.empty(),
                Preset.of(new Impairments(0.3, Preset.BOOK_JAVA.impairments().delay(), 0.1, 0)));
    }

    @Test
    void presetsDoWhatTheBookAndItsServersDo() {
        Delay upTo200Millis = new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM);
        assertEquals(new Impairments(0.3, Delay.NONE, 0, 0), Preset.BOOK.impairments());
        assertEquals(new Impairments(4.0 / 11, Delay.NONE, 0, 0), Preset.BOOK_PYTHON.impairments());
        assertEquals(
                new Impairments(0.3, upTo200Millis, 0, 0, ReplyText.UNCHANGED),
                Preset.BOOK_JAVA.impairments());
        assertEquals(new Impairments(0, Delay.NONE, 0, 0), Preset.PERFECT.impairments());
    }
}
