package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pingmonitor.session.PingState;

class NodeBuilderTest {
    @Test
    void aNodeHasThePingsOfItsNumbersHoweverManyWereSkipped() {
        RowColumns rows = new RowColumns();
        rows.add(3, 30, PingState.REPLIED, 500);
        rows.add(16, 160, PingState.LATE, 9_000);
        rows.add(49, 490, PingState.REPLIED, 700);
        rows.add(50, 500, PingState.CANCELLED, RowColumns.NO_RTT);
        rows.add(51, 510, PingState.REPLIED, 600);
        NodeColumns nodes = new NodeColumns();
        NodeBuilder.fromRows(1, rows, 0, 5, nodes);

        NodeColumns expected = new NodeColumns();
        expected.add(30, 160, 500, 500, 500, 1, 1, 0);
        expected.addEmpty();
        expected.addEmpty();
        expected.add(490, 510, 600, 600, 700, 2, 0, 1);
        expected.addEmpty();
        NodeColumnsTest.assertSame(expected, nodes);
    }

    @Test
    void rowsOfOtherNodesArePassedOver() {
        RowColumns rows = new RandomRows(new Random(2)).next(1_000);
        NodeColumns all = new NodeColumns();
        NodeBuilder.fromRows(1, rows, 0, 40, all);
        NodeColumns some = new NodeColumns();
        NodeBuilder.fromRows(1, rows, 7, 20, some);

        NodeColumns expected = new NodeColumns();
        for (int node = 7; node < 20; node++) {
            expected.add(all, node);
        }
        NodeColumnsTest.assertSame(expected, some);
    }

    @Test
    void nodesOfAllExactLevelsAreTheBatchFiguresOfTheirRows() {
        for (int seed = 0; seed < 50; seed++) {
            RowColumns rows = new RandomRows(new Random(seed)).next(3_000);
            for (int level = 1; level <= NodeBuilder.EXACT_LEVELS; level++) {
                long end = Pyramid.nodeOf(level, rows.sequence(rows.size() - 1)) + 1;
                NodeColumns nodes = new NodeColumns();
                NodeBuilder.fromRows(level, rows, 0, end, nodes);
                assertEquals(end, nodes.size());
                for (int node = 0; node < end; node++) {
                    assertIsOf(rows, level, node, nodes);
                }
            }
        }
    }

    @Test
    void fromChildrenIsTheSameButForTheMedian() {
        for (int seed = 0; seed < 50; seed++) {
            RowColumns rows = new RandomRows(new Random(seed)).next(3_000);
            NodeColumns children = new NodeColumns();
            long end = Pyramid.nodeOf(1, rows.sequence(rows.size() - 1)) + 1;
            NodeBuilder.fromRows(1, rows, 0, end, children);
            NodeColumns parents = new NodeColumns();
            NodeBuilder.fromChildren(children, parents);
            NodeColumns exact = new NodeColumns();
            NodeBuilder.fromRows(2, rows, 0, parents.size(), exact);

            assertEquals((end + 3) / 4, parents.size());
            for (int node = 0; node < parents.size(); node++) {
                assertEquals(exact.fromNanos(node), parents.fromNanos(node));
                assertEquals(exact.untilNanos(node), parents.untilNanos(node));
                assertEquals(exact.minRttNanos(node), parents.minRttNanos(node));
                assertEquals(exact.maxRttNanos(node), parents.maxRttNanos(node));
                assertEquals(exact.onTime(node), parents.onTime(node));
                assertEquals(exact.lost(node), parents.lost(node));
                assertEquals(exact.other(node), parents.other(node));
                assertAQuarterIsOnEachSide(rows, node, parents);
            }
        }
    }

    @Test
    void aMedianOfMediansCountsTheReplies() {
        NodeColumns children = new NodeColumns();
        children.add(0, 1, 10, 10, 10, 1, 0, 0);
        children.add(2, 3, 30, 30, 30, 5, 0, 0);
        children.add(4, 5, 20, 20, 20, 1, 0, 0);
        children.add(6, 7, 0, 0, 0, 0, 9, 0);
        NodeColumns parents = new NodeColumns();
        NodeBuilder.fromChildren(children, parents);

        assertEquals(30, parents.medianRttNanos(0));
    }

    @Test
    void higherLevelsAreNotMadeFromRows() {
        assertThrows(
                IllegalArgumentException.class,
                () -> NodeBuilder.fromRows(5, new RowColumns(), 0, 1, new NodeColumns()));
    }

    private static void assertIsOf(RowColumns rows, int level, int node, NodeColumns nodes) {
        int first = rows.indexOf(Pyramid.firstSequence(level, node));
        int end = rows.indexOf(Pyramid.firstSequence(level, node + 1L));
        long[] rtts = rtts(rows, first, end);
        int lost = 0;
        for (int row = first; row < end; row++) {
            lost += rows.state(row).lost() ? 1 : 0;
        }
        NodeColumns expected = new NodeColumns();
        if (first == end) {
            expected.addEmpty();
        } else {
            expected.add(
                    rows.sentNanos(first),
                    rows.sentNanos(end - 1),
                    rtts.length == 0 ? 0 : rtts[0],
                    rtts.length == 0 ? 0 : rtts[(rtts.length + 1) / 2 - 1],
                    rtts.length == 0 ? 0 : rtts[rtts.length - 1],
                    rtts.length,
                    lost,
                    end - first - rtts.length - lost);
        }
        NodeColumns actual = new NodeColumns();
        actual.add(nodes, node);
        NodeColumnsTest.assertSame(expected, actual);
    }

    private static void assertAQuarterIsOnEachSide(RowColumns rows, int node, NodeColumns nodes) {
        long[] rtts =
                rtts(
                        rows,
                        rows.indexOf(Pyramid.firstSequence(2, node)),
                        rows.indexOf(Pyramid.firstSequence(2, node + 1L)));
        float median = nodes.medianRttNanos(node);
        long notAbove = LongStream.of(rtts).filter(rtt -> (float) rtt <= median).count();
        long notBelow = LongStream.of(rtts).filter(rtt -> (float) rtt >= median).count();
        assertTrue(notAbove * 4 >= rtts.length, () -> median + " in " + Arrays.toString(rtts));
        assertTrue(notBelow * 4 >= rtts.length, () -> median + " in " + Arrays.toString(rtts));
    }

    private static long[] rtts(RowColumns rows, int from, int to) {
        LongStream.Builder rtts = LongStream.builder();
        for (int row = from; row < to; row++) {
            if (rows.state(row) == PingState.REPLIED) {
                rtts.add(rows.rttNanos(row));
            }
        }
        return rtts.build().sorted().toArray();
    }
}
