package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.Cases;
import pingmonitor.series.Pyramid;
import pingmonitor.session.PingRow;

/** Whatever a file holds, reading it ends, and ends well or with the exception for that. */
@Tag("fuzz")
@Timeout(600)
class RunFileFuzzTest {
    @TempDir private Path folder;

    @Test
    void filesOfOthersAreSaidToBe() throws IOException {
        Path run = WrittenRun.ended(folder.resolve("a.pingrun"), 1, 100).file;
        byte[] whole = Files.readAllBytes(run);
        assertKind(RunFileException.Kind.FOREIGN, new byte[0]);
        assertKind(RunFileException.Kind.FOREIGN, new byte[100_000]);
        assertKind(RunFileException.Kind.FOREIGN, "O mar".getBytes());
        assertKind(RunFileException.Kind.FOREIGN, Arrays.copyOf(whole, 19));
        assertKind(RunFileException.Kind.DAMAGED, Arrays.copyOf(whole, 60));
        assertKind(RunFileException.Kind.NEWER, WrittenRun.ofVersion(2, whole));
        assertKind(RunFileException.Kind.NEWER, WrittenRun.ofVersion(60_000, whole));
        RunFileException.Kind ofFolder =
                assertThrows(RunFileException.class, () -> KeptSession.open(folder)).kind();
        assertEquals(RunFileException.Kind.FOREIGN, ofFolder);
        assertThrows(NoSuchFileException.class, () -> KeptSession.open(folder.resolve("nothing")));
    }

    @Test
    void noiseBehindHeaderIsDamage() throws IOException {
        Path run = WrittenRun.ended(folder.resolve("a.pingrun"), 1, 0).file;
        byte[] whole = Files.readAllBytes(run);
        int header = header(whole);
        SplittableRandom random = Cases.random();
        AnyBytes noise = new AnyBytes(random);
        for (int number = 0; number < Cases.count() / 20; number++) {
            byte[] more = noise.any();
            byte[] bytes = Arrays.copyOf(whole, header + more.length);
            System.arraycopy(more, 0, bytes, header, more.length);
            Path file = Files.write(folder.resolve("b.pingrun"), bytes);
            try (KeptSession kept = KeptSession.open(file)) {
                readAll(kept);
                assertEquals(0, kept.rowCount(), Cases.at(number));
            }
        }
    }

    @Test
    void partsOfAnotherFileAreNone() throws IOException {
        WrittenRun first = WrittenRun.ended(folder.resolve("a.pingrun"), 1, 6_000);
        WrittenRun second = WrittenRun.ended(folder.resolve("b.pingrun"), 2, 6_000);
        byte[] whole = Files.readAllBytes(first.file);
        byte[] other = Files.readAllBytes(second.file);
        SplittableRandom random = Cases.random();
        Path file = folder.resolve("c.pingrun");
        for (int number = 0; number < Cases.count() / 400; number++) {
            byte[] bytes = whole.clone();
            int from = Math.max(header(whole), random.nextInt(whole.length) / 16 * 16);
            int length =
                    Math.min(random.nextInt(60_000), Math.min(whole.length, other.length) - from);
            if (length <= 0) {
                continue;
            }
            System.arraycopy(other, from, bytes, from, length);
            Files.write(file, bytes);
            try (KeptSession kept = KeptSession.open(file)) {
                Set<PingRow> written = new HashSet<>(first.session.rows(0, Long.MAX_VALUE));
                List<PingRow> rows = kept.rows(0, Long.MAX_VALUE);
                assertTrue(written.containsAll(rows) || kept.isDamaged(), Cases.at(number));
                assertTrue(Arrays.equals(bytes, whole) || kept.verify(), Cases.at(number));
            }
        }
    }

    @Test
    void forgedFilesWithTheRightChecksAreReadToTheEnd() throws IOException {
        Path run = WrittenRun.ended(folder.resolve("a.pingrun"), 1, 4_000).file;
        byte[] whole = Files.readAllBytes(run);
        SplittableRandom random = Cases.random();
        Path file = folder.resolve("b.pingrun");
        for (int number = 0; number < Cases.count() / 20; number++) {
            byte[] bytes = whole.clone();
            for (int times = random.nextInt(1, 5); times > 0; times--) {
                int at = header(whole) + random.nextInt(whole.length - header(whole));
                int length = Math.min(1 + random.nextInt(8), whole.length - at);
                byte with = (byte) (random.nextBoolean() ? random.nextInt(256) : -1);
                Arrays.fill(bytes, at, at + length, with);
            }
            Files.write(file, withRightChecks(whole, bytes));
            try (KeptSession kept = KeptSession.open(file)) {
                readAll(kept);
            } catch (RuntimeException e) {
                throw new AssertionError(Cases.at(number), e);
            }
        }
    }

    private void assertKind(RunFileException.Kind expected, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("x.pingrun"), bytes);
        RunFileException e = assertThrows(RunFileException.class, () -> KeptSession.open(file));
        assertEquals(expected, e.kind());
    }

    private static void readAll(KeptSession kept) {
        try {
            kept.rows(0, Long.MAX_VALUE);
            kept.rows(kept.rowCount() - 10, kept.rowCount());
            kept.journal(0, Long.MAX_VALUE);
            kept.statistics();
            kept.summary();
            kept.startedAt();
            kept.finishedAt();
            kept.problem();
            kept.mappedAddressChanged();
            kept.indexOf(Instant.now());
            kept.indexOf(1_000);
            kept.name();
            kept.note();
            for (int level = 1; level <= Pyramid.LEVELS; level++) {
                kept.series().nodes(level, 0, 70);
            }
            kept.series().rows(1, 5_000);
            kept.series().sequenceAt(1);
            kept.series().sequenceAt(Long.MAX_VALUE);
            kept.series().segment(0);
            kept.verify();
        } catch (UncheckedIOException damaged) {
            assertTrue(damaged.getCause() instanceof DamagedFileException, damaged::toString);
        }
    }

    private static int header(byte[] whole) {
        return (20 + (whole[12] & 0xFF) + 256 * (whole[13] & 0xFF) + 15) / 16 * 16;
    }

    /** Gives changed bytes the checks that they would have, at the places of the file that they were made of. */
    private static byte[] withRightChecks(byte[] whole, byte[] changed) {
        ByteBuffer of = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int sum = of.getInt(16);
        int begin = header(whole);
        int payload = 0;
        for (int at = begin; at < whole.length; at += Slot.BYTES) {
            if (!Slot.isWhole(of, at, at / Slot.BYTES, sum)) {
                continue;
            }
            int kind = Slot.kind(of, at);
            if (kind == SlotKind.BLOCK.code()) {
                begin = at;
            } else if (kind == SlotKind.FOOT.code()) {
                bytes.putInt(at + Slot.VALUE, sum(changed, begin, at - begin));
            } else if (kind == SlotKind.END.code()) {
                int length = (int) Slot.u6(of, payload + Slot.SEQUENCE);
                bytes.putInt(at + Slot.VALUE, sum(changed, payload + Slot.BYTES, length));
            }
            bytes.putShort(at + Slot.CHECK, (short) Slot.check(bytes, at, at / Slot.BYTES, sum));
            boolean beginsPayload =
                    kind == SlotKind.FOOT.code()
                            || kind == SlotKind.GROUP.code()
                            || kind == SlotKind.NODES.code();
            payload = beginsPayload ? at : payload;
        }
        return changed;
    }

    private static int sum(byte[] bytes, int from, int length) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
