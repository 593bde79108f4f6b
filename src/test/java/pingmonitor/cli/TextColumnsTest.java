package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Texts that fill columns of a terminal, and sizes in them. */
class TextColumnsTest {
    @Test
    void wideLettersTakeTwoColumnsAndMarksNone() {
        assertEquals(6, TextColumns.width("日本語"));
        assertEquals(4, TextColumns.width("cafe\u0301"));
        assertEquals(2, TextColumns.width("\uD83D\uDE80"));
    }

    @Test
    void aTextThatIsTooLongEndsWithAnEllipsisWithinItsColumns() {
        assertEquals("Night …", TextColumns.left("Night in the lab", 7));
        assertEquals("日本… ", TextColumns.left("日本語日本語", 6));
        assertEquals("abc   ", TextColumns.left("abc", 6));
        assertEquals("   abc", TextColumns.right("abc", 6));
    }

    @Test
    void whatIsWrittenFromRightToLeftDoesNotTurnItsNeighbours() {
        assertEquals("\u2068שלום\u2069  ", TextColumns.left("שלום", 6));
    }

    @Test
    void sizesHaveThreeDigitsAtMost() {
        assertEquals("0 B", SizeText.of(0));
        assertEquals("999 B", SizeText.of(999));
        assertEquals("1.0 kB", SizeText.of(1_000));
        assertEquals("9.9 kB", SizeText.of(10_180));
        assertEquals("10 kB", SizeText.of(10_240));
        assertEquals("2.0 GB", SizeText.of(2L << 30));
    }

    @Test
    void limitsAreReadWithTheirUnits() {
        assertEquals(OptionalLong.of(500), SizeText.megabytes("500MB"));
        assertEquals(OptionalLong.of(5_120), SizeText.megabytes(" 5 GB "));
        assertEquals(OptionalLong.of(1 << 20), SizeText.megabytes("1TiB"));
        assertEquals(OptionalLong.of(0), SizeText.megabytes("OFF"));
        for (String wrong : new String[] {"5", "-1GB", "0GB", "999999999TB", "1.5GB", "much"}) {
            assertEquals(OptionalLong.empty(), SizeText.megabytes(wrong), wrong);
        }
    }
}
