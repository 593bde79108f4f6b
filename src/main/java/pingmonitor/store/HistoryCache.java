package pingmonitor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * What was found out of the files of runs, so that a list of thousands does not read them all: a text file beside them,
 * replaced in one step, with a checksum. Without it, or with a damaged one, a list takes longer and says the same.
 */
final class HistoryCache {
    private static final Logger LOG = System.getLogger(HistoryCache.class.getName());

    private static final String NAME = "history.cache";
    private static final String HEAD = "udp-ping-monitor history 1\n";
    private static final String SUM = "sum ";

    /** Runs that are remembered at most; those beyond are read each time. */
    private static final int MAX_RUNS = 50_000;

    private static final long MAX_BYTES = 1 << 26;
    private static final int FIELDS = 20;
    private static final String NONE = "-";

    /** Stands for the end of a line in a note, which has no such character. */
    private static final char LINE_SEPARATOR = '\u2028';

    private final RunStore store;
    private final Path folder;

    HistoryCache(RunStore store) {
        this.store = store;
        this.folder = store.folder();
    }

    /** The entries by the names of their files; empty when there are none or they are damaged. */
    Map<String, HistoryEntry> read() {
        Path file = folder.resolve(NAME);
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new HashMap<>();
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException none) {
            return new HashMap<>();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
            LOG.log(Logger.Level.DEBUG, "reading " + file, damaged);
            return new HashMap<>();
        }
    }

    /** Replaces the file; where that is not possible the next list takes longer. */
    void write(Collection<HistoryEntry> entries) {
        StringBuilder text = new StringBuilder(HEAD);
        entries.stream()
                .filter(entry -> isPlain(entry.fileName()))
                .limit(MAX_RUNS)
                .forEach(entry -> line(entry, text));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append(SUM).append(sum(bytes, bytes.length)).append('\n');
        try {
            store.write(NAME, out -> out.append(text));
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "writing " + NAME, e);
        }
    }

    private Map<String, HistoryEntry> parse(byte[] bytes) {
        int end = bytes.length - 1;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        String last = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
        if (!last.equals(SUM + sum(bytes, end) + "\n")) {
            throw new IllegalArgumentException("its sum is another");
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        if (!text.startsWith(HEAD)) {
            throw new IllegalArgumentException("of another version");
        }
        Map<String, HistoryEntry> entries = new HashMap<>();
        int from = HEAD.length();
        for (int to = text.indexOf('\n', from); to >= 0; to = text.indexOf('\n', from)) {
            HistoryEntry entry = entry(text.substring(from, to).split("\t", FIELDS));
            entries.put(entry.fileName(), entry);
            from = to + 1;
        }
        return entries;
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    /** A name that is one field of a line. */
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c < ' ' || Character.isSurrogate((char) c));
    }

    private static void line(HistoryEntry entry, StringBuilder to) {
        to.append(entry.fileName()).append('\t').append(entry.sizeBytes());
        put(entry.modifiedAt(), to);
        to.append('\t').append(entry.state()).append('\t').append(entry.isDamaged());
        entry.facts()
                .ifPresent(
                        facts -> {
                            to.append('\t').append(facts.port());
                            to.append('\t').append(facts.pinned());
                            to.append('\t').append(facts.zone().getId());
                            facts.startedAt()
                                    .ifPresentOrElse(
                                            at -> put(at, to),
                                            () ->
                                                    to.append('\t')
                                                            .append(NONE)
                                                            .append('\t')
                                                            .append(NONE));
                            to.append('\t').append(facts.duration().toNanos());
                            to.append('\t').append(facts.sent());
                            to.append('\t').append(facts.settled());
                            to.append('\t').append(facts.lost());
                            to.append('\t')
                                    .append(
                                            facts.medianNanos().isPresent()
                                                    ? Long.toString(facts.medianNanos().getAsLong())
                                                    : NONE);
                            to.append('\t').append(facts.host());
                            to.append('\t').append(facts.name());
                            to.append('\t').append(facts.note().replace('\n', LINE_SEPARATOR));
                        });
        to.append('\n');
    }

    private static void put(Instant at, StringBuilder to) {
        to.append('\t').append(at.getEpochSecond()).append('\t').append(at.getNano());
    }

    private HistoryEntry entry(String... fields) {
        Fields from = new Fields(fields);
        Path file = folder.resolve(from.next());
        return new HistoryEntry(
                file,
                from.number(),
                from.instant().orElseThrow(() -> new IllegalArgumentException("no time")),
                RunState.valueOf(from.next()),
                Boolean.parseBoolean(from.next()),
                from.isAtEnd() ? Optional.empty() : Optional.of(facts(from)));
    }

    private static RunFacts facts(Fields from) {
        int port = (int) from.number();
        boolean pinned = Boolean.parseBoolean(from.next());
        ZoneId zone = ZoneId.of(from.next());
        Optional<Instant> startedAt = from.instant();
        Duration duration = Duration.ofNanos(from.number());
        long sent = from.number();
        long settled = from.number();
        long lost = from.number();
        OptionalLong median = from.optionalNumber();
        return new RunFacts(
                from.next(),
                port,
                from.next(),
                from.next().replace(LINE_SEPARATOR, '\n'),
                pinned,
                zone,
                startedAt,
                duration,
                sent,
                settled,
                lost,
                median);
    }

    /** The fields of a line, one after the other. */
    private static final class Fields {
        private final String[] fields;
        private int next;

        Fields(String... fields) {
            this.fields = fields;
        }

        boolean isAtEnd() {
            return next == fields.length;
        }

        String next() {
            if (isAtEnd()) {
                throw new IllegalArgumentException("a field is missing");
            }
            return fields[next++];
        }

        long number() {
            return Long.parseLong(next());
        }

        OptionalLong optionalNumber() {
            String field = next();
            return field.equals(NONE)
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(field));
        }

        Optional<Instant> instant() {
            String seconds = next();
            String nanos = next();
            return seconds.equals(NONE)
                    ? Optional.empty()
                    : Optional.of(
                            Instant.ofEpochSecond(Long.parseLong(seconds), Long.parseLong(nanos)));
        }
    }
}
