package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.store.KeepingProblem;
import pingmonitor.store.RunKeeper;

/** {@code monitor}, with runs that tell a script. */
@Timeout(60)
class MonitorCommandTest {
    private static final String MOMENT =
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d";

    private final FakeEngines engines = new FakeEngines();

    @Test
    void outageAndRecoveryHaveALineAndTheSummaryListsThem() {
        engines.tellingPings(runWithAnOutage());
        CliRun run = CliRun.of(engines, "monitor", "127.0.0.1:12000", "--name", "Home");
        assertEquals(
                List.of(
                        "Watching one target. Ctrl+C ends with the summary.",
                        "  Home (127.0.0.1:12000): a ping every 1 s, timeout 1 s, an outage after 3 lost in a row",
                        "T  Home (127.0.0.1:12000)  OUTAGE: 3 pings lost in a row since T (cause unknown)",
                        "T  Home (127.0.0.1:12000)  RECOVERED after 4.0 s: 4 pings lost from T to T (cause unknown)",
                        "",
                        "--- Home (127.0.0.1:12000) monitor statistics ---",
                        "6 sent, 66.6667% lost, rtt min/avg/max = 1.000/1.500/2.000 ms",
                        "one outage, 4.0 s in all, the longest 4.0 s, up 20% of the time",
                        "  T  4.0 s  4 lost  cause unknown"),
                withoutTimes(run));
        assertEquals(List.of(), run.err());
        assertEquals(0, run.code());
    }

    @Test
    void theCommandSpeaksPortuguese() {
        engines.tellingPings(runWithAnOutage());
        CliRun run = CliRun.inPortuguese(engines, "monitor", "127.0.0.1:12000");
        assertEquals(
                "T  127.0.0.1:12000  QUEDA: 3 pings perdidos seguidos desde T (causa desconhecida)",
                withoutTimes(run).get(2));
    }

    @Test
    void linesArePrintedAsJson() {
        engines.tellingPings(runWithAnOutage());
        List<String> lines =
                CliRun.of(engines, "monitor", "127.0.0.1:12000", "--json", "--no-keep")
                        .out()
                        .stream()
                        .map(line -> line.replaceFirst("\"at\":\"[^\"]+\"", "AT"))
                        .toList();
        String target = "AT,\"host\":\"127.0.0.1\",\"port\":12000";
        String outage =
                "\"startedAt\":\"2026-11-23T10:42:08.102331Z\","
                        + "\"endedAt\":\"2026-11-23T10:42:12.102331Z\",\"lengthNanos\":4000000000,"
                        + "\"firstSeq\":2,\"lastSeq\":5,\"outageLost\":4,\"cause\":\"unknown\"";
        assertEquals(
                List.of(
                        "{\"event\":\"monitor\",AT,\"targets\":[{\"host\":\"127.0.0.1\",\"port\":12000,"
                                + "\"intervalNanos\":1000000000,\"timeoutNanos\":1000000000,"
                                + "\"losses\":3,\"kept\":false}]}",
                        "{\"event\":\"outage-began\","
                                + target
                                + ",\"startedAt\":\"2026-11-23T10:42:08.102331Z\",\"firstSeq\":2,"
                                + "\"lastSeq\":4,\"outageLost\":3,\"cause\":\"unknown\"}",
                        "{\"event\":\"outage-ended\","
                                + target
                                + ","
                                + outage
                                + ",\"end\":\"answered\",\"stillWaiting\":0}",
                        "{\"event\":\"target-ended\"," + target + "}",
                        "{\"event\":\"summary\","
                                + target
                                + ",\"sent\":6,\"received\":2,\"lost\":4,\"sendFailed\":0,"
                                + "\"lossPercent\":66.66666666666666,\"minNanos\":1000000,"
                                + "\"meanNanos\":1500000.0,\"maxNanos\":2000000,\"outages\":1,"
                                + "\"outageLost\":4,\"watchedNanos\":5000000000,"
                                + "\"downNanos\":4000000000,\"offlineNanos\":0,\"standstillNanos\":0,"
                                + "\"longestNanos\":4000000000,\"upPercent\":20.0,\"leftOut\":0,"
                                + "\"list\":[{"
                                + outage
                                + "}]}"),
                lines);
    }

    @Test
    void everyTargetHasThePlanOfTheOptions() {
        CliRun run =
                CliRun.of(
                        engines.tellingPings(runWithAnOutage()),
                        "monitor 127.0.0.1 --port 12001 --interval 250 --timeout 2 --count 7 --no-verdicts"
                                .split(" "));
        PingPlan plan = engines.pingPlan();
        assertEquals(12_001, plan.port());
        assertEquals(new Pacing.FixedRate(Duration.ofMillis(250)), plan.pacing());
        assertEquals(Duration.ofSeconds(2), plan.timeout());
        assertEquals(7, plan.count());
        assertEquals(false, plan.verdicts());
        assertEquals(0, run.code());
    }

    @Test
    void fewerLossesCanBeAnOutage() {
        engines.tellingPings(runWithAnOutage());
        CliRun run = CliRun.of(engines, "monitor", "127.0.0.1:12000", "--losses", "4");
        assertTrue(withoutTimes(run).get(2).contains("OUTAGE: 4 pings lost in a row since"));
        assertEquals(
                List.of(),
                withoutTimes(CliRun.of(engines, "monitor", "127.0.0.1:12000", "--losses", "5"))
                        .stream()
                        .filter(line -> line.contains("OUTAGE"))
                        .toList());
    }

    @Test
    void severalTargetsEndWithASummaryEach() {
        CliRun run =
                CliRun.stopped(
                        engines.tellingPings(runWithAnOutage()).runningUntilStopped(),
                        "monitor",
                        "127.0.0.1:12000",
                        "[::1]:12000");
        assertEquals(
                List.of(
                        "--- 127.0.0.1:12000 monitor statistics ---",
                        "--- [::1]:12000 monitor statistics ---"),
                run.out().stream().filter(line -> line.startsWith("---")).toList());
    }

    @Test
    void runIsKeptUnderItsNameUnlessItMustNot() {
        List<String> kept = new ArrayList<>();
        engines.tellingPings(runWithAnOutage())
                .keepingBy(
                        (plan, figures, name) -> {
                            kept.add(name);
                            return new Counting(kept);
                        });
        CliRun.of(engines, "monitor", "127.0.0.1:12000", "--name", "Home");
        assertEquals(List.of("Home", "closed after 14 events"), kept);
        CliRun.of(engines, "monitor", "127.0.0.1:12000", "--no-keep");
        assertEquals(2, kept.size());
    }

    @Test
    void rememberedTargetsAreWatchedWhereNoneIsNamed(@TempDir Path folder) {
        engines.rememberingTargetsIn(folder.resolve("targets"));
        assertEquals(
                List.of(
                        "Missing: HOST; no targets are remembered. See: udp-ping-monitor monitor --help"),
                CliRun.of(engines, "monitor").err());
        CliRun.stopped(
                engines,
                "monitor 127.0.0.1:12000 [::1]:7 --losses 5 --interval 2s --remember".split(" "));
        assertEquals(
                List.of(
                        "Watching 2 targets. Ctrl+C ends with the summary.",
                        "  127.0.0.1:12000: a ping every 2 s, timeout 1 s, an outage after 5 lost in a row",
                        "  [::1]:7: a ping every 2 s, timeout 1 s, an outage after 5 lost in a row"),
                CliRun.stopped(engines, "monitor").out().subList(0, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,'\"127.0.0.1\" has no port: write HOST:PORT, or give one port for all with --port. See: udp-ping-monitor monitor --help'",
        "Localhost:12000 127.0.0.1:7 localhost:12000,'\"localhost:12000\" is given twice: give each target once.'",
        "127.0.0.1:12000 --losses 0,'\"0\" is not a valid number of losses: use 1 to 1000.'",
        "127.0.0.1:12000 --losses 1001,'\"1001\" is not a valid number of losses: use 1 to 1000.'",
        "127.0.0.1:12000 --for 0,'\"0\" is not a valid time to watch: use 1 s or more, such as 8h.'",
    })
    void wrongUseIsSaidInOneLine(String words, String said) {
        CliRun run = CliRun.of(engines, ("monitor " + words).split(" "));
        assertEquals(List.of(said), run.err());
        assertEquals(Cli.ERROR, run.code());
        assertTrue(engines.nothingStarted());
    }

    @Test
    void moreTargetsThanCanBeWatchedAreRefused() {
        String[] words = new String[66];
        words[0] = "monitor";
        for (int i = 1; i < words.length; i++) {
            words[i] = "127.0.0.1:" + i;
        }
        assertEquals(
                List.of("At most 64 targets can be watched at once."),
                CliRun.of(engines, words).err());
    }

    /** One ping a second: answered, four lost, answered. */
    private static List<PingEvent> runWithAnOutage() {
        List<PingEvent> events = new ArrayList<>();
        events.add(new PingEvent.Started(Events.SERVER, Events.AT));
        for (long ping = 1; ping <= 6; ping++) {
            events.add(new PingEvent.Sent(ping, Events.AT.plusSeconds(ping - 1), 24));
            events.add(
                    ping == 1 || ping == 6
                            ? new PingEvent.Replied(
                                    ping, ping == 1 ? 1_000_000 : 2_000_000, Events.REPLY)
                            : new PingEvent.TimedOut(ping));
        }
        events.add(new PingEvent.Finished(PingEvent.Outcome.COMPLETED, Events.AT.plusSeconds(5)));
        return events;
    }

    private static List<String> withoutTimes(CliRun run) {
        return run.out().stream().map(line -> line.replaceAll(MOMENT, "T")).toList();
    }

    private static final class Counting implements RunKeeper {
        private final List<String> said;
        private int events;

        Counting(List<String> said) {
            this.said = said;
        }

        @Override
        public void take(PingEvent event) {
            events++;
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public Optional<KeepingProblem> problem() {
            return Optional.empty();
        }

        @Override
        public void close() {
            said.add("closed after " + events + " events");
        }
    }
}
