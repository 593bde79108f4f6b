package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumberSetTest {
    @Test
    void numbersComeInOrderFromAnyIndex() {
        NumberSet set = new NumberSet();
        TreeSet<Long> model = new TreeSet<>();
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            long number = 1 + random.nextInt(5 * NumberSet.PART);
            set.add(number);
            model.add(number);
        }
        for (long number = 2L * NumberSet.PART; number < 4L * NumberSet.PART; number++) {
            set.add(number);
            model.add(number);
        }

        assertEquals(model.size(), set.size());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            numbers.add(set.get(i));
        }
        assertEquals(List.copyOf(model), numbers);
        assertEquals(model.first(), set.get(0));
        assertEquals(model.last(), set.get(set.size() - 1));
        assertTrue(set.contains(3L * NumberSet.PART));
        assertFalse(set.contains(6L * NumberSet.PART));
    }

    @Test
    void oldestPartsWithGapsAreForgotten() {
        NumberSet set = new NumberSet();
        for (long part = 0; part <= NumberSet.MAX_WITH_GAPS; part++) {
            set.add(part * NumberSet.PART + 7);
        }

        assertEquals(NumberSet.MAX_WITH_GAPS, set.size());
        assertFalse(set.contains(7));
        assertEquals(NumberSet.PART + 7, set.get(0));
    }

    @Test
    void numbersBeforeTheLatestCountAsMarked() {
        RecentNumbers numbers = new RecentNumbers();
        numbers.mark(5);
        assertTrue(numbers.isMarked(5));
        assertFalse(numbers.isMarked(6));
        assertFalse(numbers.isMarked(100L * RecentNumbers.MIN_KEPT));

        long far = 2L * RecentNumbers.MIN_KEPT + 10;
        numbers.mark(far - 20);
        numbers.mark(far);
        assertTrue(numbers.isMarked(6), "forgotten");
        assertTrue(numbers.isMarked(far - 20));
        assertFalse(numbers.isMarked(far - 19));
        numbers.mark(100L * RecentNumbers.MIN_KEPT);
        assertTrue(numbers.isMarked(far - 19), "forgotten");
        assertFalse(numbers.isMarked(100L * RecentNumbers.MIN_KEPT - 1));
    }
}
