package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineBudgetTest {
    private static final long SECOND = 1_000_000_000;
    private static final long START = Long.MAX_VALUE - SECOND;

    private final LineBudget budget = new LineBudget(START);
    private long elapsedNanos;

    @Test
    void pingsOfAWholeClassArePrintedCompletely() {
        assertEquals(60 * 10 * 100, printed(60 * 10, 100));
    }

    @Test
    void aFloodIsPrintedAtFirstAndThenInPieces() {
        assertEquals(LineBudget.AT_FIRST, printed(1_000_000, 1), 2 * LineBudget.A_SECOND);
        int pieces = 0;
        int lines = 0;
        boolean before = false;
        for (int i = 0; i < 1_000_000; i++) {
            elapsedNanos += SECOND / 100_000;
            boolean now = budget.take(START + elapsedNanos);
            pieces += now && !before ? 1 : 0;
            lines += now ? 1 : 0;
            before = now;
        }
        assertEquals(10 * LineBudget.A_SECOND, lines, LineBudget.A_SECOND + 100);
        assertTrue(pieces <= 11, pieces + " pieces in ten seconds");
    }

    @Test
    void theBudgetFillsUpAgainAfterAFlood() {
        printed(1_000_000, 1);
        elapsedNanos += 60 * SECOND;
        assertEquals(LineBudget.AT_FIRST, printed(100_000_000, 1), LineBudget.A_SECOND);
    }

    /** Of so many lines a second for so many seconds. */
    private int printed(int aSecond, int seconds) {
        int printed = 0;
        for (long i = 0; i < Math.min(100_000, (long) aSecond * seconds); i++) {
            elapsedNanos += SECOND / aSecond;
            printed += budget.take(START + elapsedNanos) ? 1 : 0;
        }
        return printed;
    }
}
