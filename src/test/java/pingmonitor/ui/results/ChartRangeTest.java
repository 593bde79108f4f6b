package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChartRangeTest {
    private static void shows(double first, double last, ChartRange range) {
        assertEquals(first - 0.5, range.low(), 1e-9);
        assertEquals(last + 0.5, range.high(), 1e-9);
    }

    @Test
    void shortRunHasItsWholeAxisFromTheStart() {
        assertEquals(10, ChartRange.places(10, 0));
        shows(1, 10, ChartRange.newest().at(ChartRange.places(10, 3)));
    }

    @Test
    void longRunShowsItsNewestPings() {
        shows(1, 30, ChartRange.newest().at(ChartRange.places(0, 4)));
        shows(1, 120, ChartRange.newest().at(ChartRange.places(0, 120)));
        shows(701, 1000, ChartRange.newest().at(ChartRange.places(1_000_000, 1000)));
    }

    @Test
    void scrolledRangeStaysAndFollowsAgainAtTheEnd() {
        ChartRange back = ChartRange.newest().at(1000).moved(-100, 1000);

        assertFalse(back.following());
        shows(601, 900, back.at(5000));
        ChartRange atEnd = back.moved(10_000, 5000);
        assertTrue(atEnd.following());
        shows(5001, 5300, atEnd.at(5300));
    }

    @Test
    void zoomKeepsThePingUnderThePointerInItsPlace() {
        ChartRange before = ChartRange.newest().at(1000);
        double pivot = 800;
        ChartRange after = before.zoomed(0.5, pivot, 1000);

        assertEquals(150, after.high() - after.low(), 1e-9);
        assertEquals(
                (pivot - before.low()) / (before.high() - before.low()),
                (pivot - after.low()) / (after.high() - after.low()),
                1e-9);
        assertFalse(after.following());
    }

    @Test
    void zoomEndsAtFivePingsAndAtTheWholeRun() {
        ChartRange range = ChartRange.newest().at(1000);

        assertEquals(5, width(range.zoomed(1e-9, 900, 1000)), 1e-9);
        shows(1, 1000, range.zoomed(1e9, 900, 1000));
        assertEquals(3, width(ChartRange.newest().at(3).zoomed(0.1, 2, 3)), 1e-9);
    }

    @Test
    void wholeRunStaysWholeAsItGrows() {
        shows(1, 2000, ChartRange.newest().at(1000).whole(1000).at(2000));
    }

    @Test
    void steppingToAPingMovesAsLittleAsNeeded() {
        ChartRange range = ChartRange.newest().at(1000);

        assertEquals(range, range.withPing(800, 1000));
        shows(650, 949, range.withPing(650, 1000));
        assertTrue(range.withPing(650, 1000).withPing(1000, 1000).following());
    }

    private static double width(ChartRange range) {
        return range.high() - range.low();
    }
}
