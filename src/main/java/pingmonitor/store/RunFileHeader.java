package pingmonitor.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;

/**
 * The beginning of a run's file: what it is, and what the run was asked to do, as lines of text.
 *
 * @param zone whose local time belongs to the run
 * @param name what the person called the run when it began; may be empty
 * @param id tells the file from all others
 */
record RunFileHeader(PingPlan plan, ZoneId zone, String name, String id) {
    /** As PNG has it: bytes that show what transfers do to line ends and to the eighth bit. */
    private static final byte[] MAGIC = {(byte) 0x89, 'R', 'U', 'N', '\r', '\n', 0x1A, '\n'};

    private static final int VERSION = 1;
    private static final int VERSION_AT = 8;
    private static final int LENGTH_AT = 12;
    private static final int SUM_AT = 16;
    private static final int TEXT_AT = 20;
    private static final int MAX_TEXT_BYTES = 1 << 16;
    private static final String FIXED_RATE = "fixed-rate";
    private static final String STOP_AND_WAIT = "stop-and-wait";

    /** Bytes that are enough to find out how long it is. */
    static final int FIRST_BYTES = TEXT_AT;

    /** The header of a new file. */
    static RunFileHeader of(PingPlan plan, ZoneId zone, String name) {
        return new RunFileHeader(plan, zone, name, UUID.randomUUID().toString());
    }

    /** Its bytes, whole slots. */
    ByteBuffer encode() {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        int length = (TEXT_AT + text.length + Slot.BYTES - 1) / Slot.BYTES * Slot.BYTES;
        ByteBuffer bytes = Slot.buffer(length);
        bytes.put(MAGIC).putShort((short) VERSION).putShort((short) 0).putInt(text.length);
        bytes.position(TEXT_AT);
        bytes.put(text).putInt(SUM_AT, sum(bytes, text.length));
        return bytes.rewind();
    }

    /** Its check, with which all checks of the file are made. */
    static int sum(ByteBuffer first) {
        return first.getInt(SUM_AT);
    }

    /** The CRC-32 of all that stands before the check, and of the text behind it. */
    private static int sum(ByteBuffer header, int textBytes) {
        CRC32 crc = new CRC32();
        crc.update(header.array(), header.arrayOffset(), SUM_AT);
        crc.update(header.array(), header.arrayOffset() + TEXT_AT, textBytes);
        return (int) crc.getValue();
    }

    /**
     * Length of the whole header.
     *
     * @param first its first bytes
     */
    static int length(ByteBuffer first) throws RunFileException {
        if (first.remaining() < FIRST_BYTES || !isOurs(first)) {
            throw new RunFileException(RunFileException.Kind.FOREIGN);
        }
        int text = first.getInt(LENGTH_AT);
        if (text < 0 || text > MAX_TEXT_BYTES) {
            throw new RunFileException(RunFileException.Kind.DAMAGED);
        }
        return (TEXT_AT + text + Slot.BYTES - 1) / Slot.BYTES * Slot.BYTES;
    }

    /** Reads a whole header. */
    static RunFileHeader decode(ByteBuffer whole) throws RunFileException {
        int length = whole.getInt(LENGTH_AT);
        if (whole.limit() < TEXT_AT + length) {
            throw new RunFileException(RunFileException.Kind.DAMAGED);
        }
        if (sum(whole, length) != sum(whole)) {
            throw new RunFileException(RunFileException.Kind.DAMAGED);
        }
        // Of any version the check stands there and covers this.
        if (Slot.u2(whole, VERSION_AT) != VERSION) {
            throw new RunFileException(RunFileException.Kind.NEWER);
        }
        byte[] text = new byte[length];
        whole.get(TEXT_AT, text);
        try {
            return of(lines(new String(text, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new RunFileException(RunFileException.Kind.DAMAGED);
        }
    }

    private static boolean isOurs(ByteBuffer first) {
        byte[] magic = new byte[MAGIC.length];
        first.get(0, magic);
        return java.util.Arrays.equals(MAGIC, magic);
    }

    private String text() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("host", plan.host());
        lines.put("port", Integer.toString(plan.port()));
        lines.put("family", plan.family().name());
        lines.put("count", Long.toString(plan.count()));
        lines.put("timeout_ns", Long.toString(plan.timeout().toNanos()));
        if (plan.pacing() instanceof Pacing.FixedRate fixedRate) {
            lines.put("pacing", FIXED_RATE);
            lines.put("pace_ns", Long.toString(fixedRate.interval().toNanos()));
        } else if (plan.pacing() instanceof Pacing.StopAndWait stopAndWait) {
            lines.put("pacing", STOP_AND_WAIT);
            lines.put("pace_ns", Long.toString(stopAndWait.pause().toNanos()));
        }
        lines.put("message_bytes", Integer.toString(plan.messageBytes()));
        lines.put("verdicts", Boolean.toString(plan.verdicts()));
        lines.put("zone", zone.getId());
        lines.put("name", name);
        lines.put("id", id);
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (key, value) -> text.append(key).append('=').append(inLine(value)).append('\n'));
        return text.toString();
    }

    private static RunFileHeader of(Map<String, String> lines) {
        Duration pace = Duration.ofNanos(number(lines, "pace_ns"));
        Pacing pacing =
                value(lines, "pacing").equals(FIXED_RATE)
                        ? new Pacing.FixedRate(pace)
                        : new Pacing.StopAndWait(pace);
        PingPlan plan =
                new PingPlan(
                        value(lines, "host"),
                        (int) number(lines, "port"),
                        AddressFamily.valueOf(value(lines, "family")),
                        number(lines, "count"),
                        Duration.ofNanos(number(lines, "timeout_ns")),
                        pacing,
                        (int) number(lines, "message_bytes"),
                        Boolean.parseBoolean(value(lines, "verdicts")));
        return new RunFileHeader(
                plan, zone(value(lines, "zone")), value(lines, "name"), value(lines, "id"));
    }

    /** A zone that this Java does not know changes nothing but the local time shown. */
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneId.of("Z");
        }
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .forEach(
                        line -> {
                            int equals = line.indexOf('=');
                            lines.put(
                                    line.substring(0, equals), inLine(line.substring(equals + 1)));
                        });
        return lines;
    }

    private static long number(Map<String, String> lines, String key) {
        return Long.parseLong(value(lines, key));
    }

    private static String value(Map<String, String> lines, String key) {
        return Optional.ofNullable(lines.get(key))
                .orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }

    private static String inLine(String value) {
        return value.replaceAll("\\R|\\p{Cntrl}", " ");
    }
}
