package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pingmonitor.ping.Problem;

/** Every problem has words that name what was typed, in both languages. */
class ProblemTextTest {
    private final ProblemText english = new ProblemText(Locale.ENGLISH);
    private final ProblemText portuguese = new ProblemText(Locale.forLanguageTag("pt-BR"));

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void everyKindHasWordsInBothLanguages(Problem.Kind kind) {
        Problem problem = Problem.of(kind, "subject7");

        assertNotEquals(english.of(problem), portuguese.of(problem));
        for (ProblemText texts : new ProblemText[] {english, portuguese}) {
            String text = texts.of(problem);
            assertEquals(kind != Problem.Kind.HOST_EMPTY, text.contains("subject7"), text);
            assertFalse(text.contains("{"), text);
            assertTrue(text.contains(" "), text);
        }
    }

    @Test
    void aPortOutOfRangeIsNamed() {
        assertEquals(
                "70000 is not a valid port: use 1 to 65535.",
                english.of(Problem.of(Problem.Kind.PORT_OUT_OF_RANGE, "70000")));
    }

    @Test
    void theSystemsWordsAreGivenWhereThereAreNoneOfOurs() {
        Problem problem = new Problem(Problem.Kind.OTHER, "127.0.0.1", "Value too\nlarge");

        assertEquals("It did not work. The system says: Value too large", english.of(problem));
    }

    @Test
    void whatWasTypedStaysOneHarmlessLine() {
        String typed = "a\r\nb\u001b[31m" + "x".repeat(500);
        String text = english.of(Problem.of(Problem.Kind.HOST_HAS_SPACE, typed));

        assertTrue(text.chars().noneMatch(Character::isISOControl), text);
        assertTrue(text.length() < 200, text);
    }
}
