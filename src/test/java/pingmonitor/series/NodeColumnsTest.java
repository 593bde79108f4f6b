package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeColumnsTest {
    private final NodeColumns nodes = new NodeColumns();

    @Test
    void shortRttsAreExact() {
        nodes.add(5, 9, 1, 16_777_215, 16_777_216, 3, 2, 1);

        assertEquals(5, nodes.fromNanos(0));
        assertEquals(9, nodes.untilNanos(0));
        assertEquals(1, nodes.minRttNanos(0));
        assertEquals(16_777_215, nodes.medianRttNanos(0));
        assertEquals(16_777_216, nodes.maxRttNanos(0));
        assertEquals(3, nodes.onTime(0));
        assertEquals(2, nodes.lost(0));
        assertEquals(1, nodes.other(0));
    }

    @Test
    void roundingNeverNarrowsTheBandAndStaysBelowAMillionth() {
        Random random = new Random(1);
        for (int node = 0; node < 100_000; node++) {
            long rtt = random.nextLong() >>> 12 + random.nextInt(50);
            nodes.add(0, 0, rtt, rtt, rtt, 1, 0, 0);

            double allowed = rtt * 1.2e-7;
            assertTrue(nodes.minRttNanos(node) <= nodes.medianRttNanos(node));
            assertTrue(nodes.medianRttNanos(node) <= nodes.maxRttNanos(node));
            assertTrue((double) nodes.minRttNanos(node) <= rtt, "min of " + rtt);
            assertTrue((double) nodes.maxRttNanos(node) >= rtt, "max of " + rtt);
            assertEquals(rtt, nodes.minRttNanos(node), allowed);
            assertEquals(rtt, nodes.maxRttNanos(node), allowed);
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        nodes.add(5, 9, 1, 20_000_001, 600_000_000_001L, 3, 2, 1);
        nodes.addEmpty();
        nodes.add(7, 7, 0, 0, 0, 0, 4, 0);
        ByteBuffer bytes = ByteBuffer.allocate(NodeColumns.BYTES * 3);
        for (int node = 0; node < 3; node++) {
            nodes.write(node, bytes);
        }
        assertEquals(0, bytes.remaining(), "BYTES are what a node takes");
        bytes.flip();

        NodeColumns read = new NodeColumns();
        for (int node = 0; node < 3; node++) {
            read.read(bytes);
        }
        assertSame(nodes, read);
        assertTrue(read.isEmpty(1));
        assertTrue(Float.isNaN(read.minRttNanos(2)), "no RTT without a reply");
    }

    @Test
    void theBytesAreLittleEndianInTheOrderOfTheirDescription() {
        nodes.add(1, 2, 3, 4, 5, 6, 7, 8);
        ByteBuffer bytes = ByteBuffer.allocate(NodeColumns.BYTES);
        nodes.write(0, bytes);

        assertEquals(1, bytes.get(0));
        assertEquals(2, bytes.get(8));
        assertEquals(Float.floatToIntBits(3), Integer.reverseBytes(bytes.getInt(16)));
        assertEquals(Float.floatToIntBits(4), Integer.reverseBytes(bytes.getInt(20)));
        assertEquals(Float.floatToIntBits(5), Integer.reverseBytes(bytes.getInt(24)));
        assertEquals(6, bytes.get(28));
        assertEquals(7, bytes.get(32));
        assertEquals(8, bytes.get(36));
    }

    @Test
    void bytesThatNoNodeHasAreRefused() {
        nodes.add(1, 2, 3, 4, 5, 6, 7, 8);
        ByteBuffer bytes = ByteBuffer.allocate(NodeColumns.BYTES);
        nodes.write(0, bytes);

        for (int at : new int[] {7, 23, 31, 35, 39}) {
            byte before = bytes.get(at);
            bytes.put(at, (byte) 0xff).rewind();
            assertThrows(IllegalArgumentException.class, () -> nodes.read(bytes), "byte " + at);
            bytes.put(at, before);
        }
        assertEquals(1, nodes.size());
    }

    @Test
    void itGrowsAndCanBeEmptied() {
        for (int node = 0; node < 1_000; node++) {
            nodes.add(node, node, 1, 1, 1, 1, 0, 0);
        }
        assertEquals(1_000, nodes.size());
        assertEquals(999, nodes.fromNanos(999));

        nodes.clear();
        assertEquals(0, nodes.size());
    }

    static void assertSame(NodeColumns expected, NodeColumns actual) {
        assertEquals(expected.size(), actual.size());
        for (int node = 0; node < expected.size(); node++) {
            assertEquals(text(expected, node), text(actual, node), "node " + node);
        }
    }

    private static String text(NodeColumns nodes, int node) {
        return String.format(
                "%d..%d %.3f/%.3f/%.3f %d %d %d",
                nodes.fromNanos(node),
                nodes.untilNanos(node),
                nodes.minRttNanos(node),
                nodes.medianRttNanos(node),
                nodes.maxRttNanos(node),
                nodes.onTime(node),
                nodes.lost(node),
                nodes.other(node));
    }
}
