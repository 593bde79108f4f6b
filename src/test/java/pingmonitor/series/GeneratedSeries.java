package pingmonitor.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import pingmonitor.session.PingState;

/**
 * A run of any length without rows in memory: each is a function of its number. Its nodes are in memory or in a file,
 * and its segments are bytes, as a kept run has them.
 */
final class GeneratedSeries implements SeriesSource {
    static final long INTERVAL_NANOS = 1_000_000;

    private static final int PORTION = 1 << 16;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long pings;
    private final NodeColumns[] levels = new NodeColumns[Pyramid.LEVELS];
    private final byte[][] segments;
    private Optional<ByteBuffer[]> file = Optional.empty();

    GeneratedSeries(long pings) {
        this.pings = pings;
        this.segments = new byte[Math.toIntExact(pings / StretchSummary.SEGMENT_PINGS)][];
        for (int level = 1; level <= Pyramid.LEVELS; level++) {
            levels[level - 1] = new NodeColumns();
        }
        for (long first = 1; first <= pings; first += PORTION) {
            RowColumns rows = rows(first, first + PORTION - 1);
            for (int level = 1; level <= NodeBuilder.EXACT_LEVELS; level++) {
                long from = Pyramid.nodeOf(level, first);
                long to = Pyramid.nodeOf(level, rows.sequence(rows.size() - 1)) + 1;
                NodeBuilder.fromRows(level, rows, from, to, levels[level - 1]);
            }
        }
        for (int level = NodeBuilder.EXACT_LEVELS + 1; level <= Pyramid.LEVELS; level++) {
            NodeBuilder.fromChildren(levels[level - 2], levels[level - 1]);
        }
    }

    /** Makes the figures of all segments. */
    void makeSegments() {
        for (int segment = 0; segment < segments.length; segment++) {
            long first = (long) segment * StretchSummary.SEGMENT_PINGS + 1;
            RowColumns rows = rows(first, first + StretchSummary.SEGMENT_PINGS - 1);
            segments[segment] = StretchSummary.of(rows).encode();
        }
    }

    /** From now on nodes are read from files in a folder. */
    void moveNodesTo(Path folder) throws IOException {
        ByteBuffer[] mapped = new ByteBuffer[Pyramid.LEVELS];
        for (int level = 1; level <= Pyramid.LEVELS; level++) {
            NodeColumns nodes = levels[level - 1];
            try (FileChannel channel =
                    FileChannel.open(
                            folder.resolve("level-" + level),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE)) {
                long bytes = (long) nodes.size() * NodeColumns.BYTES;
                mapped[level - 1] = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
            }
            for (int node = 0; node < nodes.size(); node++) {
                nodes.write(node, mapped[level - 1]);
            }
        }
        file = Optional.of(mapped);
    }

    @Override
    public long lastSequence() {
        return pings;
    }

    @Override
    public RowColumns rows(long firstSequence, long lastSequence) {
        RowColumns rows = new RowColumns();
        for (long ping = firstSequence; ping <= Math.min(pings, lastSequence); ping++) {
            long hash = ping * GOLDEN;
            hash = (hash ^ hash >>> 29) * GOLDEN;
            hash ^= hash >>> 32;
            boolean isLost = (hash & 127) == 0;
            // A sum of three gives a hump with tails.
            long spread = (hash >>> 7 & 0xfffff) + (hash >>> 27 & 0xfffff) + (hash >>> 47);
            long rtt = 15_000_000 + spread * 4;
            rows.add(
                    ping,
                    sentNanos(ping) + (hash & 0xffff),
                    isLost ? PingState.TIMED_OUT : PingState.REPLIED,
                    isLost ? RowColumns.NO_RTT : rtt);
        }
        return rows;
    }

    @Override
    public long sequenceAt(long runNanos) {
        long ping = Math.max(1, Math.min(pings + 1, runNanos / INTERVAL_NANOS));
        while (ping <= pings && rows(ping, ping).sentNanos(0) < runNanos) {
            ping++;
        }
        return ping;
    }

    @Override
    public NodeColumns nodes(int level, long from, long to) {
        NodeColumns nodes = new NodeColumns();
        if (file.isPresent()) {
            ByteBuffer bytes = file.get()[level - 1].duplicate();
            bytes.position(Math.toIntExact(from * NodeColumns.BYTES));
            for (long node = from; node < to; node++) {
                nodes.read(bytes);
            }
        } else {
            nodes.add(levels[level - 1], Math.toIntExact(from), Math.toIntExact(to));
        }
        return nodes;
    }

    @Override
    public Optional<StretchSummary> segment(long index) {
        return Optional.of(
                StretchSummary.decode(ByteBuffer.wrap(segments[Math.toIntExact(index)])));
    }

    private static long sentNanos(long ping) {
        return ping * INTERVAL_NANOS;
    }
}
