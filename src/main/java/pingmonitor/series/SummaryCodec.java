package pingmonitor.series;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import pingmonitor.session.PingState;

/**
 * The bytes of a summary: a version (1 byte), the length of the body (uint32), the body, and CRC-32C of all before it
 * (uint32), little-endian. Whole numbers in the body are LEB128, fractions float64; the histogram of RTTs, in the form
 * V2 of HdrHistogram, is what remains of it.
 */
final class SummaryCodec {
    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;

    /** More than all of the body but the lengths of loss runs and the histogram. */
    private static final int MAX_FIXED_BYTES = 512;

    private static final int MAX_NUMBER_BYTES = 10;

    private SummaryCodec() {}

    static byte[] encode(SummarySums sums) {
        SortedMap<Long, Long> closed = sums.lossRuns.closed();
        int most =
                MAX_FIXED_BYTES + closed.size() * 2 * MAX_NUMBER_BYTES + sums.histogram.maxBytes();
        ByteBuffer body = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        writeBody(sums, body);
        int length = body.flip().remaining();
        ByteBuffer whole =
                ByteBuffer.allocate(HEAD_BYTES + length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        whole.put(VERSION).putInt(length).put(body);
        whole.putInt(checksum(whole.duplicate().flip()));
        return whole.array();
    }

    /** Reads at the buffer's position and moves it behind; it stays where it is when that fails. */
    static SummarySums decode(ByteBuffer from) {
        ByteBuffer whole = from.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (whole.remaining() < HEAD_BYTES || whole.get(0) != VERSION) {
            throw new IllegalArgumentException("not a summary of this version");
        }
        int length = whole.getInt(1);
        if (length < 0 || length > whole.remaining() - HEAD_BYTES - Integer.BYTES) {
            throw new IllegalArgumentException("a summary that is cut off");
        }
        int end = HEAD_BYTES + length;
        if (checksum(whole.slice(0, end)) != whole.getInt(end)) {
            throw new IllegalArgumentException("a damaged summary");
        }
        SummarySums sums;
        try {
            sums = readBody(whole.slice(HEAD_BYTES, length).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | BufferOverflowException e) {
            throw new IllegalArgumentException("an impossible summary", e);
        }
        if (!isPossible(sums)) {
            throw new IllegalArgumentException("an impossible summary");
        }
        from.position(from.position() + end + Integer.BYTES);
        return sums;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private static void writeBody(SummarySums sums, ByteBuffer into) {
        writeNumber(sums.firstSequence, into);
        writeNumber(sums.lastSequence - sums.firstSequence, into);
        writeNumber(sums.firstSentNanos, into);
        writeNumber(sums.lastSentNanos - sums.firstSentNanos, into);
        // So that none is 0.
        writeNumber(sums.firstRttNanos - RowColumns.NO_RTT, into);
        writeNumber(sums.lastRttNanos - RowColumns.NO_RTT, into);
        for (long count : sums.byState) {
            writeNumber(count, into);
        }
        for (long count : sums.lostWhere) {
            writeNumber(count, into);
        }
        writeNumber(sums.heldUp, into);
        writeNumber(sums.duplicates, into);
        writeNumber(sums.unverified, into);
        writeRuns(sums.lossRuns, into);
        if (sums.moments.count() > 0) {
            writeMoments(sums.moments, into);
            ByteBuffer rest = into.slice();
            sums.histogram.write(rest);
            into.position(into.position() + rest.position());
        }
    }

    private static SummarySums readBody(ByteBuffer from) {
        long firstSequence = readNumber(from);
        long lastSequence = firstSequence + readNumber(from);
        long firstSentNanos = readNumber(from);
        long lastSentNanos = firstSentNanos + readNumber(from);
        long firstRttNanos = readNumber(from) + RowColumns.NO_RTT;
        long lastRttNanos = readNumber(from) + RowColumns.NO_RTT;
        SummarySums counts = new SummarySums();
        readNumbers(counts.byState, from);
        readNumbers(counts.lostWhere, from);
        long heldUp = readNumber(from);
        long duplicates = readNumber(from);
        long unverified = readNumber(from);
        LossRuns runs = readRuns(from);
        boolean hasRtts = counts.byState[PingState.REPLIED.ordinal()] > 0;
        RttMoments moments = hasRtts ? readMoments(from) : new RttMoments();
        RttHistogram histogram = hasRtts ? RttHistogram.read(from.slice()) : new RttHistogram();
        SummarySums sums = new SummarySums(moments, histogram, runs);
        sums.firstSequence = firstSequence;
        sums.lastSequence = lastSequence;
        sums.firstSentNanos = firstSentNanos;
        sums.lastSentNanos = lastSentNanos;
        sums.firstRttNanos = firstRttNanos;
        sums.lastRttNanos = lastRttNanos;
        System.arraycopy(counts.byState, 0, sums.byState, 0, sums.byState.length);
        System.arraycopy(counts.lostWhere, 0, sums.lostWhere, 0, sums.lostWhere.length);
        sums.heldUp = heldUp;
        sums.duplicates = duplicates;
        sums.unverified = unverified;
        return sums;
    }

    private static void writeRuns(LossRuns runs, ByteBuffer into) {
        writeNumber(runs.leading(), into);
        writeNumber(runs.trailing(), into);
        writeNumber(runs.anyOnTime() ? 1 : 0, into);
        writeNumber(runs.closed().size(), into);
        for (Map.Entry<Long, Long> each : runs.closed().entrySet()) {
            writeNumber(each.getKey(), into);
            writeNumber(each.getValue(), into);
        }
    }

    private static LossRuns readRuns(ByteBuffer from) {
        long leading = readNumber(from);
        long trailing = readNumber(from);
        boolean anyOnTime = readNumber(from) != 0;
        SortedMap<Long, Long> closed = new TreeMap<>();
        // Ends with the bytes at the latest, whatever the number says.
        for (long left = readNumber(from); left > 0; left--) {
            closed.put(readNumber(from), readNumber(from));
        }
        return new LossRuns(anyOnTime, leading, trailing, closed);
    }

    private static void writeMoments(RttMoments moments, ByteBuffer into) {
        writeNumber(moments.count(), into);
        writeNumber(moments.minNanos(), into);
        writeNumber(moments.maxNanos() - moments.minNanos(), into);
        into.putDouble(moments.mean()).putDouble(moments.squares());
        writeNumber(moments.pairs(), into);
        into.putDouble(moments.meanAbsIpdv());
    }

    private static RttMoments readMoments(ByteBuffer from) {
        long count = readNumber(from);
        long min = readNumber(from);
        long max = min + readNumber(from);
        double mean = from.getDouble();
        double squares = from.getDouble();
        return new RttMoments(count, min, max, mean, squares, readNumber(from), from.getDouble());
    }

    private static boolean isPossible(SummarySums sums) {
        long lost =
                sums.byState[PingState.TIMED_OUT.ordinal()]
                        + sums.byState[PingState.LATE.ordinal()]
                        + sums.byState[PingState.UNREACHABLE.ordinal()];
        long onTime = sums.byState[PingState.REPLIED.ordinal()];
        LossRuns runs = sums.lossRuns;
        long inRuns = runs.leading() + runs.trailing();
        for (Map.Entry<Long, Long> each : runs.closed().entrySet()) {
            inRuns += each.getKey() * each.getValue();
        }
        RttMoments moments = sums.moments;
        return inRuns == lost
                && runs.anyOnTime() == onTime > 0
                && moments.count() == onTime
                && sums.histogram.count() == onTime
                && sums.lastSequence >= sums.firstSequence
                && (onTime == 0 || moments.mean() >= moments.minNanos() - 1)
                && (onTime == 0 || moments.mean() <= moments.maxNanos() + 1)
                && moments.squares() >= 0
                && moments.meanAbsIpdv() >= 0;
    }

    private static void readNumbers(long[] numbers, ByteBuffer from) {
        for (int each = 0; each < numbers.length; each++) {
            numbers[each] = readNumber(from);
        }
    }

    private static void writeNumber(long number, ByteBuffer into) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            into.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        into.put((byte) rest);
    }

    private static long readNumber(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; shift < 7 * MAX_NUMBER_BYTES; shift += 7) {
            byte part = from.get();
            number |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }
}
