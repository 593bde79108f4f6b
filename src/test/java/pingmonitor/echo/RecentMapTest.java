package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentMapTest {
    @Test
    void sizeNeverExceedsTheLimit() {
        RecentMap<Integer, Integer> map = new RecentMap<>(1_024);
        Random random = new Random(6);
        for (int i = 0; i < 1_000_000; i++) {
            int key = random.nextInt(200_000);
            if (random.nextBoolean()) {
                map.computeIfAbsent(key, same -> same);
            } else {
                map.put(key, key);
            }
            map.get(random.nextInt(200_000));
            assertTrue(map.size() <= 1_024);
        }
        assertEquals(1_024, map.size());
    }

    @Test
    void theLeastRecentlyUsedEntryIsRemoved() {
        RecentMap<String, Integer> map = new RecentMap<>(2);
        map.put("a", 1);
        map.put("b", 2);
        map.get("a");
        map.put("c", 3);
        assertTrue(map.containsKey("a"));
        assertTrue(map.containsKey("c"));
        assertEquals(2, map.size());
    }
}
