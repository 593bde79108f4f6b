package pingmonitor.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Times what a chart and the figures of a stretch cost; prints a line of JSON for each. Started by {@code src/bench/run
 * series}; arguments: number of pings, of stretches, and a folder for files.
 */
final class SeriesBenchmark {
    private static final int COLUMNS = 2_000;
    private static final long FIGURES_OF = 10_000_000;

    private final Random random = new Random(1);
    private final GeneratedSeries series;
    private final long pings;
    private final int stretches;

    private SeriesBenchmark(long pings, int stretches) {
        this.series = new GeneratedSeries(pings);
        this.pings = pings;
        this.stretches = stretches;
    }

    public static void main(String[] arguments) throws IOException {
        SeriesBenchmark benchmark =
                new SeriesBenchmark(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "series");
        benchmark.time("whole, nodes in memory", benchmark.pings);
        benchmark.timeZooms("any stretch, nodes in memory");
        benchmark.series.moveNodesTo(folder);
        benchmark.time("whole, nodes in a file", benchmark.pings);
        benchmark.timeZooms("any stretch, nodes in a file");
        if (benchmark.pings >= FIGURES_OF) {
            benchmark.series.makeSegments();
            benchmark.timeFigures();
        }
    }

    private void time(String what, long length) {
        measure(what, () -> reduce(1, length), length);
    }

    /** From a few pings to all of them, each order of size as often. */
    private void timeZooms(String what) {
        measure(
                what,
                () -> {
                    long length = (long) Math.pow(pings, 0.3 + 0.7 * random.nextDouble());
                    return reduce(1 + random.nextLong(pings - length + 1), length);
                },
                pings);
    }

    private void timeFigures() {
        measure(
                "figures of any 10,000,000",
                () -> {
                    long first = 1 + random.nextLong(pings - FIGURES_OF + 1);
                    return StretchStatistics.of(series, first, first + FIGURES_OF - 1)
                            .figures()
                            .received();
                },
                FIGURES_OF);
        measure(
                "figures of any 1,000,000 (exact)",
                () -> {
                    long length = StretchStatistics.MAX_EXACT_PINGS;
                    long first = 1 + random.nextLong(pings - length + 1);
                    return StretchStatistics.of(series, first, first + length - 1)
                            .figures()
                            .received();
                },
                StretchStatistics.MAX_EXACT_PINGS);
    }

    private long reduce(long firstPing, long length) {
        long from = firstPing * GeneratedSeries.INTERVAL_NANOS;
        long until = from + length * GeneratedSeries.INTERVAL_NANOS;
        ReducedColumns columns = Reduction.reduce(series, from, until, COLUMNS);
        return columns.onTime(0) + columns.lost(COLUMNS - 1);
    }

    private void measure(String what, LongSupplier task, long length) {
        long sum = 0;
        for (int warmUp = 0; warmUp < stretches / 4; warmUp++) {
            sum += task.getAsLong();
        }
        long[] nanos = new long[stretches];
        for (int each = 0; each < stretches; each++) {
            long start = System.nanoTime();
            sum += task.getAsLong();
            nanos[each] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "{\"what\": \"%s\", \"pings\": %d, \"length\": %d, \"median\": %d, \"p99\": %d,"
                        + " \"most\": %d, \"check\": %d}%n",
                what,
                pings,
                length,
                nanos[stretches / 2],
                nanos[(stretches * 99 + 99) / 100 - 1],
                nanos[stretches - 1],
                sum);
    }
}
