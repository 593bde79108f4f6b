package pingmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.Reduction;
import pingmonitor.series.SeriesSource;
import pingmonitor.series.StretchStatistics;
import pingmonitor.session.Session;

/**
 * Times what keeping a run and reading it again cost; prints a line of JSON for each. Started by {@code src/bench/run
 * keeping}; the first argument says what: {@code write FILE PINGS LOSS}, {@code open FILE}, {@code read FILE}, {@code
 * take FOLDER PINGS}, {@code later FOLDER}.
 */
final class KeepingBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final int COLUMNS = 2_000;
    private static final int CHECKPOINT_EVERY = 1_000;
    private static final int FLUSH_EVERY = 25;

    private KeepingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        long startNanos = System.nanoTime();
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" ->
                    write(path, Long.parseLong(arguments[2]), Double.parseDouble(arguments[3]));
            case "open" -> open(path, startNanos);
            case "read" -> read(path);
            case "take" -> take(path, Integer.parseInt(arguments[2]));
            case "later" -> later(path);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** A run that is written, and the session that folds it. */
    private static final class Writing implements AutoCloseable {
        final GeneratedRun run;
        final Session session = Session.withoutHistory(GeneratedRun.PLAN, List.of());
        final RunFileWriter writer;

        Writing(Path file, double loss) throws IOException {
            run = new GeneratedRun(loss);
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            writer = new RunFileWriter(channel, GeneratedRun.PLAN, ZONE, "");
            tell(run.started());
        }

        void next(long pings) throws IOException {
            for (long i = 0; i < pings; i++) {
                run.next(this::tell);
                if (run.sequence() % CHECKPOINT_EVERY == 0) {
                    writer.checkpoint(session.statisticsState());
                }
                if (run.sequence() % FLUSH_EVERY == 0) {
                    writer.flush();
                }
            }
        }

        private void tell(PingEvent event) {
            try {
                session.apply(event);
                writer.add(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            tell(run.finished());
            writer.checkpoint(session.statisticsState());
            writer.end();
            writer.close();
        }
    }

    private static void write(Path file, long pings, double loss) throws IOException {
        long start = System.nanoTime();
        try (Writing writing = new Writing(file, loss)) {
            writing.next(pings);
        }
        say(
                "what",
                "write",
                "pings",
                pings,
                "loss",
                loss,
                "nanos",
                System.nanoTime() - start,
                "bytes",
                Files.size(file));
    }

    /** In a process of its own: from the start of the program to the data of the first picture. */
    private static void open(Path file, long startNanos) throws IOException {
        try (KeptSession kept = KeptSession.open(file)) {
            SeriesSource series = kept.series();
            long end = (series.lastSequence() + 1) * GeneratedRun.INTERVAL_NANOS;
            long lost = Reduction.reduce(series, 0, end, COLUMNS).lost(0);
            say(
                    "what",
                    "open",
                    "pings",
                    kept.rowCount(),
                    "nanos",
                    System.nanoTime() - startNanos,
                    "check",
                    lost);
        }
    }

    private static void read(Path file) throws IOException {
        long emptyBytes = liveBytes();
        try (KeptSession kept = KeptSession.open(file)) {
            SeriesSource series = kept.series();
            long last = series.lastSequence();
            Random random = new Random(2);
            measure("whole", 200, last, () -> reduce(series, 1, last));
            measure(
                    "any stretch",
                    1_000,
                    last,
                    () -> {
                        long length = (long) Math.pow(last, 0.3 + 0.7 * random.nextDouble());
                        reduce(series, 1 + random.nextLong(last - length + 1), length);
                    });
            measure("figures of the whole", 40, last, () -> StretchStatistics.ofWhole(series));
            measure(
                    "figures of any stretch",
                    40,
                    last,
                    () -> {
                        long length = 1 + random.nextLong(last);
                        long first = 1 + random.nextLong(last - length + 1);
                        StretchStatistics.of(series, first, first + length - 1);
                    });
            measure(
                    "a page of 100 rows",
                    1_000,
                    last,
                    () -> {
                        long first = random.nextLong(last);
                        kept.rows(first, first + 100);
                    });
            say("what", "heap", "pings", last, "bytes", liveBytes() - emptyBytes);
        }
    }

    private static void reduce(SeriesSource series, long first, long length) {
        long from = first * GeneratedRun.INTERVAL_NANOS;
        Reduction.reduce(series, from, from + length * GeneratedRun.INTERVAL_NANOS, COLUMNS);
    }

    /** What keeping takes of the thread that tells the events, at a thousand pings a second. */
    private static void take(Path folder, int pings) {
        GeneratedRun run = new GeneratedRun(0.01);
        Session session = Session.withoutHistory(GeneratedRun.PLAN, List.of());
        RunStore store = new RunStore(folder, ZONE);
        long[] nanos = new long[pings];
        try (RunKeeper keeper = store.keep(GeneratedRun.PLAN, session::statisticsState, "")) {
            session.apply(run.started());
            keeper.take(run.started());
            long next = System.nanoTime();
            for (int i = 0; i < pings; i++) {
                next += 1_000_000;
                while (System.nanoTime() < next) {
                    Thread.onSpinWait();
                }
                List<PingEvent> events = new ArrayList<>();
                run.next(events::add);
                events.forEach(session::apply);
                long start = System.nanoTime();
                events.forEach(keeper::take);
                nanos[i] = System.nanoTime() - start;
            }
        }
        sayTimes("take", pings, Arrays.copyOfRange(nanos, pings / 3, pings));
    }

    /** What a ping costs late in a run beside what it costs early in one, in turn. */
    private static void later(Path folder) throws IOException {
        Map<Long, Writing> writings = new LinkedHashMap<>();
        for (long before : new long[] {10_000, 1_000_000, 10_000_000}) {
            Writing writing = new Writing(folder.resolve(before + ".pingrun"), 0.01);
            writing.next(before);
            writings.put(before, writing);
        }
        int rounds = 60;
        Map<Long, long[]> nanos = new LinkedHashMap<>();
        writings.keySet().forEach(before -> nanos.put(before, new long[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Long, Writing> each : writings.entrySet()) {
                long start = System.nanoTime();
                each.getValue().next(5_000);
                nanos.get(each.getKey())[round] = (System.nanoTime() - start) / 5_000;
            }
        }
        nanos.forEach((before, times) -> sayTimes("ping number " + before, before, times));
        for (Writing writing : writings.values()) {
            writing.close();
        }
    }

    private static void measure(String what, int times, long pings, Runnable task) {
        for (int warmUp = 0; warmUp < times / 4; warmUp++) {
            task.run();
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            task.run();
            nanos[i] = System.nanoTime() - start;
        }
        sayTimes(what, pings, nanos);
    }

    private static void sayTimes(String what, long pings, long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        say(
                "what", what,
                "pings", pings,
                "median", sorted[sorted.length / 2],
                "p99", sorted[(sorted.length * 99 + 99) / 100 - 1],
                "most", sorted[sorted.length - 1]);
    }

    private static long liveBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Names and values in turn. */
    private static void say(Object... facts) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < facts.length; i += 2) {
            Object value = facts[i + 1];
            line.append(i == 0 ? "" : ", ").append('"').append(facts[i]).append("\": ");
            line.append(value instanceof String ? "\"" + value + "\"" : value);
        }
        System.out.println(line.append('}'));
    }
}
