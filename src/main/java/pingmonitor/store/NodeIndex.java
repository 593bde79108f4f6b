package pingmonitor.store;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;

/** Where the nodes of the pyramid are in a run's file; those of the higher levels are in it. Not thread-safe. */
final class NodeIndex {
    /** By level less one: the number of nodes before a block and behind it. */
    private final LongArray[] nodesThrough = new LongArray[RunFileFormat.BLOCK_LEVELS];

    /** By level less one: where in the file the nodes behind a block begin. */
    private final LongArray[] nodesAt = new LongArray[RunFileFormat.BLOCK_LEVELS];

    /** The number of nodes of the gathered level up to the end of each place, and the place. */
    private final LongArray gatheredThrough = new LongArray();

    private final LongArray gatheredSlot = new LongArray();

    private final NodeColumns[] groupNodes = new NodeColumns[Pyramid.LEVELS + 1];

    NodeIndex() {
        for (int i = 0; i < RunFileFormat.BLOCK_LEVELS; i++) {
            nodesThrough[i] = new LongArray();
            nodesAt[i] = new LongArray();
        }
        for (int level = RunFileFormat.FIRST_GROUP_LEVEL; level <= Pyramid.LEVELS; level++) {
            groupNodes[level] = new NodeColumns();
        }
    }

    /** The next block begins, behind which no node stands yet. */
    void addBlock() {
        for (int i = 0; i < RunFileFormat.BLOCK_LEVELS; i++) {
            nodesThrough[i].add(nodesOnDisk(i + 1));
            nodesAt[i].add(0);
        }
    }

    void removeLatestBlock() {
        for (int i = 0; i < RunFileFormat.BLOCK_LEVELS; i++) {
            nodesThrough[i].removeLast();
            nodesAt[i].removeLast();
        }
    }

    /** Says which nodes stand behind the latest block. */
    void behindLatestBlock(BlockEntry entry) {
        for (int level = 1; level <= RunFileFormat.BLOCK_LEVELS; level++) {
            int latest = nodesThrough[level - 1].size() - 1;
            int count = entry.nodeCount()[level - 1];
            if (count > 0 && entry.nodeFirst()[level - 1] == nodesOnDisk(level)) {
                nodesThrough[level - 1].set(latest, nodesOnDisk(level) + count);
                nodesAt[level - 1].set(latest, entry.nodesAt(level));
            }
        }
    }

    /** Adds nodes of a level that is held in memory, if they follow on those that are. */
    void add(int level, long first, NodeColumns nodes) {
        NodeColumns known = groupNodes[level];
        if (first > known.size()) {
            return;
        }
        for (int i = (int) (known.size() - first); i < nodes.size(); i++) {
            known.add(nodes, i);
        }
    }

    /** Adds the place of nodes of the gathered level, if they follow on those that are known. */
    void add(Group.Gathered gathered) {
        if (gathered.count() > 0 && gathered.first() == gatheredCount()) {
            gatheredThrough.add(gathered.first() + gathered.count());
            gatheredSlot.add(gathered.slot());
        }
    }

    /** Number of nodes of {@link RunFileFormat#GATHERED_LEVEL} that stand together, from the first on. */
    long gatheredCount() {
        return gatheredThrough.size() == 0 ? 0 : gatheredThrough.get(gatheredThrough.size() - 1);
    }

    /** All places of nodes that stand together. */
    List<Group.Gathered> gathered() {
        List<Group.Gathered> places = new ArrayList<>();
        for (long node = 0; node < gatheredCount(); node += places.get(places.size() - 1).count()) {
            places.add(gatheredAt(node));
        }
        return places;
    }

    /** The place at which a node stands together with others. */
    Group.Gathered gatheredAt(long node) {
        int place = gatheredThrough.firstAtLeast(node + 1);
        long first = place == 0 ? 0 : gatheredThrough.get(place - 1);
        return new Group.Gathered(
                first, (int) (gatheredThrough.get(place) - first), gatheredSlot.get(place));
    }

    /** Number of nodes of a level that are kept, from the first on. */
    long count(int level) {
        return level >= RunFileFormat.FIRST_GROUP_LEVEL
                ? groupNodes[level].size()
                : nodesOnDisk(level);
    }

    /** The nodes of a level that is held in memory. */
    NodeColumns inMemory(int level) {
        return groupNodes[level];
    }

    /** The block behind which a node stands that is kept. */
    int blockOf(int level, long node) {
        return nodesThrough[level - 1].firstAtLeast(node + 1);
    }

    /** The first node that stands behind a block. */
    long first(int level, int block) {
        return block == 0 ? 0 : nodesThrough[level - 1].get(block - 1);
    }

    /** The first node that stands behind no block up to this one. */
    long end(int level, int block) {
        return nodesThrough[level - 1].get(block);
    }

    /** Where in the file the nodes of a level behind a block begin. */
    long placeOf(int level, int block) {
        return nodesAt[level - 1].get(block);
    }

    private long nodesOnDisk(int level) {
        LongArray through = nodesThrough[level - 1];
        return through.size() == 0 ? 0 : through.get(through.size() - 1);
    }
}
