package pingmonitor.report.pcapng;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Writes the blocks of a pcapng file (draft-ietf-opsawg-pcapng) with one interface, whose packets begin with IP. */
final class PcapngBlocks {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final long LENGTH_UNKNOWN = -1;

    /** LINKTYPE_RAW: IPv4 or IPv6, as the first four bits say. */
    private static final int RAW_IP = 101;

    private static final int COMMENT = 1;
    private static final int APPLICATION = 4;
    private static final int INTERFACE_NAME = 2;
    private static final int INTERFACE_TEXT = 3;
    private static final int TIME_RESOLUTION = 9;
    private static final int PACKET_FLAGS = 2;
    private static final int INBOUND = 1;
    private static final int OUTBOUND = 2;
    private static final int NANOSECONDS = 9;

    private static final int FRAME_BYTES = 12;
    private static final int MAX_TEXT_BYTES = 60_000;

    private final OutputStream out;

    PcapngBlocks(OutputStream out) {
        this.out = out;
    }

    /** What goes beside the fixed part of a block. */
    private record BlockOption(int code, byte[] value) {
        static BlockOption text(int code, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int end = bytes.length;
            if (end > MAX_TEXT_BYTES) {
                end = MAX_TEXT_BYTES;
                // Not within a character.
                while ((bytes[end] & 0xC0) == 0x80) {
                    end--;
                }
            }
            return new BlockOption(code, Arrays.copyOf(bytes, end));
        }

        int size() {
            return 4 + padded(value.length);
        }
    }

    /** Where a packet goes. */
    enum Direction {
        IN,
        OUT
    }

    /**
     * Begins the file.
     *
     * @param comment about the whole
     * @param application what made it
     */
    void section(String comment, String application) throws IOException {
        ByteBuffer body = buffer(16);
        body.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
        body.putLong(LENGTH_UNKNOWN);
        write(
                SECTION_HEADER,
                body,
                List.of(
                        BlockOption.text(COMMENT, comment),
                        BlockOption.text(APPLICATION, application)));
    }

    /** The one interface; its time stamps are in nanoseconds. */
    void onlyInterface(String name, String description) throws IOException {
        ByteBuffer body = buffer(8);
        body.putShort((short) RAW_IP).putShort((short) 0).putInt(0);
        write(
                INTERFACE_DESCRIPTION,
                body,
                List.of(
                        BlockOption.text(INTERFACE_NAME, name),
                        BlockOption.text(INTERFACE_TEXT, description),
                        new BlockOption(TIME_RESOLUTION, new byte[] {NANOSECONDS})));
    }

    /** A packet at a moment. */
    void packet(Instant at, Direction direction, byte[] packet, Optional<String> comment)
            throws IOException {
        long nanos = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
        ByteBuffer body = buffer(20 + padded(packet.length));
        body.putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
        body.putInt(packet.length).putInt(packet.length).put(packet);
        body.position(body.capacity());
        ByteBuffer flags = buffer(4).putInt(direction == Direction.IN ? INBOUND : OUTBOUND);
        List<BlockOption> options = new ArrayList<>();
        options.add(new BlockOption(PACKET_FLAGS, flags.array()));
        comment.ifPresent(text -> options.add(BlockOption.text(COMMENT, text)));
        write(ENHANCED_PACKET, body, options);
    }

    private void write(int type, ByteBuffer body, List<BlockOption> options) throws IOException {
        int optionBytes = options.stream().mapToInt(BlockOption::size).sum() + 4;
        int length = FRAME_BYTES + body.capacity() + optionBytes;
        ByteBuffer block = buffer(length);
        block.putInt(type).putInt(length).put(body.array());
        for (BlockOption option : options) {
            block.putShort((short) option.code).putShort((short) option.value.length);
            block.put(option.value)
                    .position(block.position() + padded(option.value.length) - option.value.length);
        }
        block.putInt(0).putInt(length);
        out.write(block.array());
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
