package pingmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.series.NodeBuilder;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;
import pingmonitor.series.RowColumns;
import pingmonitor.series.StretchSummary;
import pingmonitor.session.StatisticsState;

/**
 * Writes the file of a run: slots as they come, and behind each block and each group what makes the file quick to read.
 * Only ever appends. After an error nothing more may be asked of it but {@link #close}. Not thread-safe.
 */
final class RunFileWriter implements AutoCloseable {
    /** Segments that are made in one group at most. */
    private static final int MAX_SEGMENTS = 64;

    private final FileChannel channel;
    private final RunIndex index = new RunIndex();
    private final int fileSum;
    private final RowReader reader;
    private final RunRecorder recorder;
    private final List<BlockEntry> ungrouped = new ArrayList<>();
    private final long[] nodesInGroups = new long[Pyramid.LEVELS + 1];
    private long segmentsInGroups;
    private long position;
    private int writtenSlots;
    private long groupSlot;

    /**
     * Begins a file.
     *
     * @param channel empty, to be read and written
     * @param zone whose local time is kept beside the time of the run
     * @throws IOException when the beginning cannot be written
     */
    RunFileWriter(FileChannel channel, PingPlan plan, ZoneId zone, String name) throws IOException {
        this.channel = channel;
        ByteBuffer header = RunFileHeader.of(plan, zone, name).encode();
        this.fileSum = RunFileHeader.sum(header);
        this.reader = new RowReader(channel, index, fileSum);
        append(header);
        this.recorder = new RunRecorder(plan, fileSum, slot(), zone, this::blockEnded);
    }

    /** Takes an event; it is on the disk after the next {@link #flush}. */
    void add(PingEvent event) throws IOException {
        try {
            event.accept(recorder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes the figures after the latest event. */
    void checkpoint(StatisticsState figures) throws IOException {
        try {
            recorder.checkpoint(figures);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes what the person says of the run. */
    void label(FileEvent.Label label) throws IOException {
        try {
            recorder.label(label);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Hands to the system what is known of pings that are settled. */
    void writeSlots() throws IOException {
        try {
            recorder.writeSums();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writeSlots(recorder.block());
    }

    /** Hands to the system what is not there yet: a killed program loses no more. */
    void flush() throws IOException {
        try {
            recorder.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writeSlots(recorder.block());
    }

    /** Has the system put everything on the disk: a power cut loses no more. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Ends the file. */
    void end() throws IOException {
        try {
            recorder.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!ungrouped.isEmpty()) {
            writeGroup();
        }
        force();
    }

    /** Cuts off what was written by half. */
    void cutOff() throws IOException {
        channel.truncate(position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long blockEnded(BlockBuffer block) {
        try {
            writeSlots(block);
            writeFoot(block);
            if (ungrouped.size() >= RunFileFormat.GROUP_BLOCKS) {
                writeGroup();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writtenSlots = 0;
        return slot();
    }

    private void writeSlots(BlockBuffer block) throws IOException {
        ByteBuffer slots = block.written();
        if (writtenSlots < block.slots()) {
            append(slots.position(writtenSlots * Slot.BYTES));
            writtenSlots = block.slots();
        }
    }

    private void writeFoot(BlockBuffer block) throws IOException {
        ByteBuffer slots = block.written();
        BlockSummary summary =
                BlockSummary.of(
                        new BlockReader(
                                slots.duplicate().order(slots.order()),
                                block.firstSlot(),
                                fileSum,
                                false));
        index.add(summary);
        long settled = recorder.settledThrough();
        NodeColumns[] nodes = new NodeColumns[RunFileFormat.BLOCK_LEVELS];
        long[] first = new long[RunFileFormat.BLOCK_LEVELS];
        int[] count = new int[RunFileFormat.BLOCK_LEVELS];
        for (int level = 1; level <= RunFileFormat.BLOCK_LEVELS; level++) {
            first[level - 1] = index.nodes().count(level);
            nodes[level - 1] = settledNodes(level, settled);
            count[level - 1] = nodes[level - 1].size();
        }
        FileBytes payload = new FileBytes();
        BlockEntry unplaced = new BlockEntry(summary, first, count, 0);
        byte[] known = unplaced.encode();
        BlockEntry entry =
                new BlockEntry(summary, first, count, position + Slot.BYTES + known.length);
        payload.putAll(known);
        for (NodeColumns each : nodes) {
            payload.putAll(Group.bytes(each));
        }
        appendPart(
                SlotKind.FOOT, payload.written(), RowReader.sum(slots, slots.limit()), groupSlot);
        for (int level = RunFileFormat.FIRST_GROUP_LEVEL;
                level <= RunFileFormat.BLOCK_LEVELS;
                level++) {
            index.nodes().add(level, first[level - 1], nodes[level - 1]);
        }
        index.nodesBehindLatest(entry);
        ungrouped.add(entry);
    }

    /** The nodes whose pings are all settled, behind those that are kept. */
    private NodeColumns settledNodes(int level, long settled) throws IOException {
        long from = index.nodes().count(level);
        long most =
                Math.max(
                        1,
                        RunFileFormat.MAX_NODES
                                * (long) Pyramid.LEAF_PINGS
                                / Pyramid.pingsOf(level));
        long to = Math.min(settled / Pyramid.pingsOf(level), from + most);
        NodeColumns nodes = new NodeColumns();
        if (from < to) {
            RowColumns rows =
                    reader.columns(
                            Pyramid.firstSequence(level, from),
                            Pyramid.firstSequence(level, to) - 1);
            NodeBuilder.fromRows(level, rows, from, to, nodes);
        }
        return nodes;
    }

    private void writeGroup() throws IOException {
        makeHigherNodes();
        Group.Gathered gathered = writeGathered();
        long begin = slot();
        List<Group.Nodes> nodes = new ArrayList<>();
        for (int level = RunFileFormat.FIRST_GROUP_LEVEL; level <= Pyramid.LEVELS; level++) {
            long first = nodesInGroups[level];
            long end = index.nodes().count(level);
            if (first < end) {
                nodes.add(new Group.Nodes(level, first, reader.nodes(level, first, end)));
                nodesInGroups[level] = end;
            }
        }
        Group group =
                new Group(groupSlot, List.copyOf(ungrouped), nodes, settledSegments(), gathered);
        appendPart(SlotKind.GROUP, group.encode(), 0, begin);
        groupSlot = begin;
        ungrouped.clear();
    }

    private Group.Gathered writeGathered() throws IOException {
        int level = RunFileFormat.GATHERED_LEVEL;
        long first = nodesInGroups[level];
        long end = index.nodes().count(level);
        NodeColumns nodes = reader.nodes(level, first, end);
        Group.Gathered gathered = new Group.Gathered(first, nodes.size(), slot());
        appendPart(SlotKind.NODES, Group.bytes(nodes), 0, groupSlot);
        nodesInGroups[level] = end;
        index.nodes().add(gathered);
        return gathered;
    }

    private void makeHigherNodes() throws IOException {
        for (int level = RunFileFormat.BLOCK_LEVELS + 1; level <= Pyramid.LEVELS; level++) {
            long from = index.nodes().count(level);
            long to = index.nodes().count(level - 1) / Pyramid.FANOUT;
            if (from < to) {
                NodeColumns nodes = new NodeColumns();
                NodeBuilder.fromChildren(
                        reader.nodes(level - 1, from * Pyramid.FANOUT, to * Pyramid.FANOUT), nodes);
                index.nodes().add(level, from, nodes);
            }
        }
    }

    /** Segments that are new, and those of which something became known since they were written. */
    private List<Group.Segment> settledSegments() throws IOException {
        List<Group.Segment> segments = new ArrayList<>();
        long complete = recorder.settledThrough() / StretchSummary.SEGMENT_PINGS;
        long end = Math.min(complete, segmentsInGroups + MAX_SEGMENTS);
        long from = Math.max(0, segmentsInGroups - MAX_SEGMENTS);
        for (long segment = from; segment < end; segment++) {
            if (index.segment(segment).isEmpty()) {
                long first = segment * StretchSummary.SEGMENT_PINGS + 1;
                RowColumns rows = reader.columns(first, first + StretchSummary.SEGMENT_PINGS - 1);
                byte[] bytes = StretchSummary.of(rows).encode();
                segments.add(new Group.Segment(segment, bytes));
                index.addSegment(segment, bytes);
            }
        }
        segmentsInGroups = Math.max(segmentsInGroups, end);
        return segments;
    }

    /** Appends a slot, the bytes that follow on it, and the slot that ends them. */
    private void appendPart(SlotKind kind, byte[] payload, long value, long latestGroup)
            throws IOException {
        append(FilePart.bytes(kind, payload, value, latestGroup, slot(), fileSum));
    }

    private void append(ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        position = at;
    }

    private long slot() {
        return position / Slot.BYTES;
    }
}
