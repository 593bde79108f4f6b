package pingmonitor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pingmonitor.ping.PingEvent;

/**
 * What must be known of a block to find its pings. Stands behind the block, and once more in its group.
 *
 * @param firstSlot number in the file of its first slot
 * @param slots their number, without the foot
 * @param rows number of slots of pings
 * @param firstSequence lowest number of a ping that has its slot here; 0 without any
 * @param lastSequence the highest
 * @param firstMicros when the earliest of them was sent, since the run began
 * @param lastMicros when the latest was sent
 * @param journal number of entries of the journal
 * @param leftOut number of datagrams that are not in the journal
 * @param checkpointSlot place in the block of the latest figures; −1 without
 * @param mappedAddresses number of mapped addresses told in it
 * @param missedSlots number of moments that passed without a ping
 * @param changedPages the pages (of {@link #PAGE_PINGS} pings) of which something became known here, beside their own
 *     slots
 * @param eras wall times that begin here
 * @param skipped numbers that no ping has
 * @param standstills when this machine stood still
 * @param labels what the person said of the run
 * @param isFinished whether the run's end stands here
 */
record BlockSummary(
        long firstSlot,
        int slots,
        int rows,
        long firstSequence,
        long lastSequence,
        long firstMicros,
        long lastMicros,
        int journal,
        long leftOut,
        int checkpointSlot,
        int mappedAddresses,
        long missedSlots,
        List<Long> changedPages,
        List<FileEvent.Era> eras,
        List<FileEvent.Skipped> skipped,
        List<PingEvent.Stalled> standstills,
        List<FileEvent.Label> labels,
        boolean isFinished) {

    /** Pings of a page. */
    static final int PAGE_PINGS = 1 << 10;

    /** The numbers of a block's pings take two bytes, the first of them six. */
    private static final int MAX_OFFSET = 0xFFFF;

    private static final long MAX_SEQUENCE = 1L << 48;

    /** The page of a ping. */
    static long pageOf(long sequence) {
        return (sequence - 1) / PAGE_PINGS;
    }

    /** The summary of slots. */
    static BlockSummary of(BlockReader slots) {
        Builder builder = new Builder();
        slots.read(builder);
        return builder.summary(slots.firstSlot(), slots.count());
    }

    byte[] encode() {
        FileBytes to = new FileBytes();
        to.putLong(firstSlot).putInt(slots).putInt(rows);
        to.putLong(firstSequence).putLong(lastSequence).putLong(firstMicros).putLong(lastMicros);
        to.putInt(journal).putLong(leftOut).putInt(checkpointSlot).putInt(mappedAddresses);
        to.putLong(missedSlots).put(isFinished ? 1 : 0);
        to.putInt(changedPages.size());
        changedPages.forEach(to::putLong);
        to.putInt(eras.size());
        eras.forEach(
                era ->
                        to.putLong(era.fromMicros())
                                .putLong(era.zeroMicros())
                                .putInt(era.offsetSeconds()));
        to.putInt(skipped.size());
        skipped.forEach(each -> to.putLong(each.firstSequence()).putLong(each.count()));
        to.putInt(standstills.size());
        standstills.forEach(
                each -> to.put(each.at()).putLong(each.runNanos()).putLong(each.leastNanos()));
        to.putInt(labels.size());
        labels.forEach(each -> to.put(each.field().code()).put(each.text()));
        return to.written();
    }

    static BlockSummary decode(FileBytes from) throws DamagedFileException {
        long firstSlot = from.getLong();
        int slots = from.getInt();
        int rows = from.getInt();
        long firstSequence = from.getLong();
        long lastSequence = from.getLong();
        long firstMicros = from.getLong();
        long lastMicros = from.getLong();
        int journal = from.getInt();
        long leftOut = from.getLong();
        int checkpointSlot = from.getInt();
        int mappedAddresses = from.getInt();
        long missedSlots = from.getLong();
        boolean isFinished = from.get() != 0;
        boolean isPossible =
                firstSlot > 0
                        && isWithin(slots, 1, RunFileFormat.MAX_BLOCK_SLOTS)
                        && isWithin(rows, 0, slots)
                        && isWithin(firstSequence, rows > 0 ? 1 : 0, MAX_SEQUENCE)
                        && isWithin(lastSequence - firstSequence, 0, MAX_OFFSET)
                        && isWithin(journal, 0, slots)
                        && isWithin(checkpointSlot, -1, slots - 1)
                        && isWithin(mappedAddresses, 0, slots)
                        && leftOut >= 0
                        && missedSlots >= 0;
        if (!isPossible) {
            throw new DamagedFileException("a block of " + slots + " slots");
        }
        return new BlockSummary(
                firstSlot,
                slots,
                rows,
                firstSequence,
                lastSequence,
                firstMicros,
                lastMicros,
                journal,
                leftOut,
                checkpointSlot,
                mappedAddresses,
                missedSlots,
                list(from, FileBytes::getLong),
                list(
                        from,
                        each -> new FileEvent.Era(each.getLong(), each.getLong(), each.getInt())),
                list(from, each -> new FileEvent.Skipped(each.getLong(), each.getLong())),
                list(
                        from,
                        each ->
                                new PingEvent.Stalled(
                                        each.getInstant(), each.getLong(), each.getLong())),
                labels(from),
                isFinished);
    }

    private static boolean isWithin(long number, long least, long most) {
        return number >= least && number <= most;
    }

    private static List<FileEvent.Label> labels(FileBytes from) throws DamagedFileException {
        List<FileEvent.Label> labels = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            int code = from.get();
            String text = from.getText();
            FileEvent.Label.Field.of(code)
                    .ifPresent(field -> labels.add(new FileEvent.Label(field, text)));
        }
        return labels;
    }

    private interface Reader<T> {
        T read(FileBytes from) throws DamagedFileException;
    }

    private static <T> List<T> list(FileBytes from, Reader<T> reader) throws DamagedFileException {
        List<T> list = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            list.add(reader.read(from));
        }
        return list;
    }

    /** Sums up slots. */
    private static final class Builder implements SlotVisitor {
        private final Set<Long> changedPages = new TreeSet<>();
        private final List<FileEvent.Era> eras = new ArrayList<>();
        private final List<FileEvent.Skipped> skipped = new ArrayList<>();
        private final List<PingEvent.Stalled> standstills = new ArrayList<>();
        private final List<FileEvent.Label> labels = new ArrayList<>();
        private int rows;
        private long firstSequence = Long.MAX_VALUE;
        private long lastSequence;
        private long firstMicros = Long.MAX_VALUE;
        private long lastMicros = Long.MIN_VALUE;
        private int journal;
        private long leftOut;
        private int checkpointSlot = -1;
        private int mappedAddresses;
        private long missedSlots;
        private boolean isFinished;

        BlockSummary summary(long firstSlot, int slots) {
            return new BlockSummary(
                    firstSlot,
                    slots,
                    rows,
                    rows == 0 ? 0 : firstSequence,
                    lastSequence,
                    rows == 0 ? 0 : firstMicros,
                    rows == 0 ? 0 : lastMicros,
                    journal,
                    leftOut,
                    checkpointSlot,
                    mappedAddresses,
                    missedSlots,
                    List.copyOf(changedPages),
                    eras,
                    skipped,
                    standstills,
                    labels,
                    isFinished);
        }

        @Override
        public void ping(
                SlotKind kind, int refusal, long sequence, long sentMicros, long value, int link) {
            rows++;
            firstSequence = Math.min(firstSequence, sequence);
            lastSequence = Math.max(lastSequence, sequence);
            firstMicros = Math.min(firstMicros, sentMicros);
            lastMicros = Math.max(lastMicros, sentMicros);
            journal += kind == SlotKind.PING_WAITING ? 0 : 1;
        }

        @Override
        public void change(SlotKind kind, int detail, long sequence, long value, int link) {
            changedPages.add(pageOf(sequence));
            switch (kind) {
                case DUPLICATES -> leftOut += value;
                case HELD_UP -> {
                    // No part of the journal.
                }
                default -> journal++;
            }
        }

        @Override
        public void verdicts(int place, long sequence, long pings) {
            changedPages.add(pageOf(sequence));
            changedPages.add(pageOf(sequence + SlotVisitor.lastBit(pings)));
        }

        @Override
        public void foreigns(long count) {
            leftOut += count;
        }

        @Override
        public void event(FileEvent event, int slot) {
            if (event instanceof FileEvent.OfRun ofRun) {
                journal++;
                ofRun(ofRun.event());
            } else if (event instanceof FileEvent.Era era) {
                eras.add(era);
            } else if (event instanceof FileEvent.Skipped numbers) {
                skipped.add(numbers);
            } else if (event instanceof FileEvent.Checkpoint) {
                checkpointSlot = slot;
            } else if (event instanceof FileEvent.Label label) {
                labels.add(label);
            } else if (event instanceof FileEvent.SentBytes sent) {
                changedPages.add(pageOf(sent.sequence()));
            }
        }

        private void ofRun(PingEvent event) {
            if (event instanceof PingEvent.Stalled stalled) {
                standstills.add(stalled);
            } else if (event instanceof PingEvent.Missed missed) {
                missedSlots += missed.slots();
            } else if (event instanceof PingEvent.MappedAddress) {
                mappedAddresses++;
            } else if (event instanceof PingEvent.Finished) {
                isFinished = true;
            }
        }
    }
}
