package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.monitor.FakeTimer;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.MonitorSet;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.TargetPlan;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageCause;
import pingmonitor.session.OutageEnd;
import pingmonitor.store.KeepingProblem;

/** The lines of a monitor for people, in the time of Berlin. */
@Timeout(60)
class MonitorTextTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Half an hour before the clock is set back from 3:00 to 2:00. */
    private static final Instant SUMMER = Instant.parse("2026-10-25T00:30:00Z");

    private final MonitorText text = new MonitorText(Locale.ENGLISH, BERLIN);
    private final FakeTimer timer = new FakeTimer();
    private final CountDownLatch told = new CountDownLatch(1);
    private final MonitorSet monitors = new MonitorSet(new RunRegistry(this::engine), timer);
    private Optional<ScriptedEngine> engine = Optional.empty();

    @Test
    void minuteHasStateAndFiguresOfATarget() throws Exception {
        TargetMonitor target = target("");
        assertEquals(
                "2026-10-25 02:30:00 +02:00  127.0.0.1:12000  waiting  0 sent",
                text.minute(target, SUMMER));
        monitors.listen(
                event -> {
                    if (event instanceof MonitorEvent.OutageBegan) {
                        told.countDown();
                    }
                });
        timer.advance(Duration.ZERO);
        ScriptedEngine run = engine.orElseThrow();
        run.sent(1);
        run.replied(1, 412_000);
        for (long ping = 2; ping <= 4; ping++) {
            run.tell(new PingEvent.Sent(ping, SUMMER, 24));
            run.timedOut(ping);
        }
        told.await();
        assertEquals(
                "2026-10-25 02:30:00 +02:00  127.0.0.1:12000  OUTAGE since 2026-10-25 02:30:00 +02:00"
                        + "  4 sent, 75% lost, rtt min/avg/max = 0.412/0.412/0.412 ms",
                text.minute(target, SUMMER));
        monitors.stopAll();
    }

    @Test
    void hourThatDaylightSavingRepeatsIsClear() {
        Outage outage = outage(SUMMER, Duration.ofMinutes(61));
        assertEquals(
                List.of(
                        "2026-10-25 02:31:00 +01:00  127.0.0.1:12000  RECOVERED after 1 h 01 min: 4000 pings"
                                + " lost from 2026-10-25 02:30:00 +02:00 to 2026-10-25 02:31:00 +01:00,"
                                + " 2 more not answered yet (lost on the way back)"),
                text.of(
                        new MonitorEvent.OutageEnded(target(""), outage, OutageEnd.ANSWERED, 2),
                        SUMMER.plus(Duration.ofMinutes(61))));
    }

    @Test
    void sleepIsNoRecovery() {
        Outage outage = outage(SUMMER, Duration.ofSeconds(7));
        assertEquals(
                List.of(
                        "2026-10-25 02:30:00 +02:00  127.0.0.1:12000  Outage of 7.0 s cut short, because this"
                                + " computer slept or stood still: 4000 pings lost from 2026-10-25 02:30:00"
                                + " +02:00 to 2026-10-25 02:30:07 +02:00 (lost on the way back)"),
                text.of(
                        new MonitorEvent.OutageEnded(target(""), outage, OutageEnd.STANDSTILL, 0),
                        SUMMER));
    }

    @Test
    void failureSaysWhenItIsTriedAgain() {
        TargetMonitor target = target("");
        assertEquals(
                List.of(
                        "2026-10-25 02:30:00 +02:00  127.0.0.1:12000  Cannot be pinged: There is no route to"
                                + " 10.0.0.1: check the network connection and the address. Next try in 5 min 00 s."),
                text.of(
                        new MonitorEvent.TargetFailed(
                                target,
                                Problem.of(Problem.Kind.NO_ROUTE, "10.0.0.1"),
                                Duration.ofMinutes(5)),
                        SUMMER));
        assertEquals(
                List.of("2026-10-25 02:30:00 +02:00  127.0.0.1:12000  Can be pinged again"),
                text.of(new MonitorEvent.TargetRecovered(target), SUMMER));
    }

    @Test
    void fullDiskIsSaid() {
        assertEquals(
                List.of(
                        "2026-10-25 02:30:00 +02:00  127.0.0.1:12000  The disk is full: the run goes on, but is"
                                + " not kept any more. no space"),
                text.of(
                        new MonitorEvent.KeepingStopped(
                                target(""),
                                new KeepingProblem(KeepingProblem.Kind.DISK_FULL, "no space")),
                        SUMMER));
    }

    @Test
    void hostileNameMovesNoCursor() {
        String line =
                text.of(new MonitorEvent.TargetRecovered(target("a\u001B[2J\u202Eb")), SUMMER)
                        .get(0);
        assertEquals(
                "2026-10-25 02:30:00 +02:00  a\uFFFD[2J\uFFFDb (127.0.0.1:12000)  Can be pinged again",
                line);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 ms",
        "30,30 ms",
        "12345,12.3 s",
        "59999,59.9 s",
        "60000,1 min 00 s",
        "3599999,59 min 59 s",
        "3600000,1 h 00 min",
        "864000000,240 h 00 min",
    })
    void lengthHasTheUnitsThatMatter(long millis, String said) {
        assertEquals(said, LengthText.of(Duration.ofMillis(millis)));
    }

    private TargetMonitor target(String name) {
        return monitors.add(new TargetPlan(name, PingPlan.lab("127.0.0.1", 12_000), 3, false))
                .orElseThrow();
    }

    private static Outage outage(Instant start, Duration length) {
        return new Outage(
                1,
                4_000,
                4_000,
                start,
                0,
                Optional.of(start.plus(length)),
                OptionalLong.of(length.toNanos()),
                OutageCause.RETURN_PATH);
    }

    private ScriptedEngine engine(PingPlan plan, java.util.function.Consumer<PingEvent> sink) {
        ScriptedEngine made = new ScriptedEngine(plan, sink);
        engine = Optional.of(made);
        return made;
    }
}
