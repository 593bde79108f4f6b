package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pingmonitor.session.ConfidenceInterval;

class DiagnosisTextTest {
    private static final DiagnosisText ENGLISH = DiagnosisText.inWindow(Locale.ENGLISH);
    private static final DiagnosisText PORTUGUESE =
            DiagnosisText.inWindow(Locale.forLanguageTag("pt-BR"));

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasItsSentencesInBothLanguages(Cause cause) {
        Finding finding = FindingSamples.of(cause);
        whole(ENGLISH.of(finding));
        whole(PORTUGUESE.of(finding));
        assertNotEquals(ENGLISH.of(finding), PORTUGUESE.of(finding));
    }

    @Test
    void everyActionHasItsSentenceInBothLanguages() {
        Set<String> said = new HashSet<>();
        for (Step step : FindingSamples.of(Cause.NO_NETWORK).steps()) {
            whole(ENGLISH.of(step));
            whole(PORTUGUESE.of(step));
            assertTrue(said.add(ENGLISH.of(step)), () -> "said twice: " + step);
            assertTrue(said.add(PORTUGUESE.of(step)), () -> "not translated: " + step);
        }
        assertEquals(2 * Action.values().length, said.size());
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void everyFirewallHasANameAndAHint(Firewall firewall) {
        for (DiagnosisText text : List.of(ENGLISH, PORTUGUESE)) {
            assertFalse(text.of(firewall).isBlank());
            whole(text.hint(firewall));
        }
    }

    @Test
    void figuresAreOfTheLanguageInTheWindowAndHaveAPointInATerminal() {
        Finding late = FindingSamples.of(Cause.ONLY_LATE);
        Locale brazil = Locale.forLanguageTag("pt-BR");

        assertTrue(ENGLISH.of(late).contains("took 1.24\u00a0s"), ENGLISH.of(late));
        assertTrue(PORTUGUESE.of(late).contains("levou 1,24\u00a0s"), PORTUGUESE.of(late));
        String terminal = DiagnosisText.inTerminal(brazil).of(late);
        assertTrue(terminal.contains("levou 1.24\u00a0s"), terminal);
    }

    @Test
    void singularAndPluralAreDistinguished() {
        assertTrue(lateOnes(1).startsWith("1 of the 3 lost pings was answered"), lateOnes(1));
        assertTrue(lateOnes(2).startsWith("2 of the 3 lost pings were answered"), lateOnes(2));
    }

    @Test
    void oneTwoAndThreeChanceLossesHaveDifferentWords() {
        assertTrue(byChance(ENGLISH, 1).contains("or the ping was lost by chance"));
        assertTrue(byChance(ENGLISH, 2).contains("or both pings were lost by chance"));
        assertTrue(byChance(ENGLISH, 3).contains("or all 3 pings were lost by chance"));
        assertTrue(byChance(PORTUGUESE, 2).contains("ou os dois pings se perderam por acaso"));
    }

    private static String byChance(DiagnosisText text, long pings) {
        Finding sample = FindingSamples.of(Cause.ANSWERS_NOW_AFTER_FEW);
        return text.of(
                new Finding(
                        sample.cause(),
                        List.of(sample.facts().get(0), sample.facts().get(1), pings),
                        List.of()));
    }

    @Test
    void anIntervalIsAsFineAsItIsNarrow() {
        FactText facts = new FactText(Locale.ROOT);

        assertEquals("11\u00a0–\u00a060%", facts.of(new ConfidenceInterval(0.108, 0.603)));
        assertEquals("29.1\u00a0–\u00a030.9%", facts.of(new ConfidenceInterval(0.2912, 0.3089)));
    }

    @Test
    void addressesAreWrittenAsEverywhere() {
        FactText facts = new FactText(Locale.ROOT);

        assertEquals("10.77.1.2", facts.of(Story.address("10.77.1.2")));
        assertEquals("[2001:db8::7]:9", facts.of(Story.endpoint("[2001:db8::7]:9")));
        assertEquals("203.0.113.9:40000", facts.of(Story.endpoint("203.0.113.9:40000")));
    }

    @Test
    void aPortHasNoThousandsSeparator() {
        assertTrue(ENGLISH.of(FindingSamples.of(Cause.PORT_REFUSED)).contains("port 12000 is"));
        assertEquals("12,000", new FactText(Locale.ENGLISH).of(12_000L));
        assertEquals("12000", new FactText(Locale.ROOT).of(12_000L));
    }

    private static String lateOnes(long count) {
        Finding sample = FindingSamples.of(Cause.SOME_LATE);
        return ENGLISH.of(
                new Finding(
                        Cause.SOME_LATE,
                        List.of(count, 3L, sample.facts().get(2), sample.facts().get(3)),
                        List.of()));
    }

    /** A sentence without a hole, that ends as sentences do. */
    private static void whole(String text) {
        assertTrue(text.length() > 10, text);
        assertFalse(text.contains("{") || text.contains("null"), text);
        assertTrue(text.endsWith(".") || text.endsWith("?"), text);
    }
}
