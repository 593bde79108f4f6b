package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.wire.RememberedFate;

class AddressFateHistoryTest {
    private static final int MOST_BLOCKS = 64;
    private static final int ALL = MOST_BLOCKS * AddressFateHistory.BLOCK_ENTRIES;

    @Test
    void theHistoryStaysCorrectWhenItsPositionsOverflow() {
        AddressFateHistory ring =
                new AddressFateHistory(
                        0, Integer.MIN_VALUE - 100 * AddressFateHistory.BLOCK_ENTRIES);
        for (int i = 0; i < 5 * ALL; i++) {
            if (ring.isFull()) {
                if (ring.blocks() == MOST_BLOCKS) {
                    ring.forgetOldest();
                }
                ring.grow();
            }
            ring.add(i, fate(i), i);
            for (int back : new int[] {0, 1, 70, ALL / 2, ALL - AddressFateHistory.BLOCK_ENTRIES}) {
                RememberedFate expected = i < back ? RememberedFate.UNSEEN : fate(i - back);
                assertEquals(List.of(expected), ring.find(List.of((long) i - back)));
            }
            assertEquals(List.of(RememberedFate.UNSEEN), ring.find(List.of((long) i - ALL)));
        }
    }

    private static RememberedFate fate(int i) {
        return i % 2 == 0 ? RememberedFate.DROPPED : RememberedFate.ANSWERED;
    }
}
