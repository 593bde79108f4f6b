package pingmonitor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Appends to the file of a run that is over what the person says of it: a block of its own behind all that can be read.
 * Of a run that was cut off only what was written by half, and nobody can read, is replaced. The caller holds the
 * {@link WritingMark}.
 */
final class LabelWriter {
    private LabelWriter() {}

    /**
     * Appends; the labels are on the disk when this returns.
     *
     * @throws RunFileException when it is no run's file, too new, or damaged at its beginning
     * @throws IOException when nothing could be written; the file is as it was
     */
    static void append(Path path, List<FileEvent.Label> labels) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            RunFile file = RunFile.of(channel);
            long slot = file.readableSlots();
            channel.truncate(slot * Slot.BYTES);
            try {
                write(channel, block(file, slot, labels), slot * Slot.BYTES);
                channel.force(false);
            } catch (IOException | RuntimeException | Error e) {
                channel.truncate(slot * Slot.BYTES);
                throw e;
            }
        }
    }

    private static ByteBuffer block(RunFile file, long slot, List<FileEvent.Label> labels) {
        BlockBuffer block = new BlockBuffer(file.fileSum());
        block.begin(slot);
        block.other(SlotKind.BLOCK, 0, file.index().lastSequence(), file.index().blocks(), 0);
        block.other(SlotKind.BASE_TIME, 0, 0, 0, 0);
        for (FileEvent.Label label : labels) {
            FileEventCodec.Encoded encoded = FileEventCodec.encode(label);
            block.withData(SlotKind.EVENT, encoded.type(), 0, encoded.bytes());
        }
        ByteBuffer slots = block.written();
        BlockEntry entry =
                BlockEntry.of(BlockSummary.of(new BlockReader(slots, slot, file.fileSum(), false)));
        ByteBuffer foot =
                FilePart.bytes(
                        SlotKind.FOOT,
                        entry.encode(),
                        RowReader.sum(slots, slots.limit()),
                        file.groupSlot(),
                        slot + block.slots(),
                        file.fileSum());
        ByteBuffer whole = Slot.buffer(slots.limit() + foot.limit());
        return whole.put(slots).put(foot).flip();
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position)
            throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
