package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.monitor.FakeTimer;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.MonitorSet;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.TargetPlan;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageCause;
import pingmonitor.session.OutageEnd;

/** The person's command for outages, which never runs twice at once for a target. */
@Timeout(60)
class OutageCommandTest {
    private static final Outage OUTAGE =
            new Outage(
                    2,
                    5,
                    4,
                    Events.AT,
                    1_000_000_000,
                    Optional.of(Events.AT.plusSeconds(4)),
                    OptionalLong.of(5_000_000_000L),
                    OutageCause.FORWARD_PATH);

    private final MonitorSet monitors =
            new MonitorSet(
                    new RunRegistry(
                            (plan, sink) -> {
                                throw new AssertionError("nothing is started");
                            }),
                    new FakeTimer());
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void factsAreInItsEnvironment() throws Exception {
        LinkedBlockingQueue<Map<String, String>> runs = new LinkedBlockingQueue<>();
        try (OutageCommand command = new OutageCommand(runs::add, said::add)) {
            command.take(ended("Home", OutageEnd.ANSWERED));
            Map<String, String> variables = next(runs);
            assertEquals(
                    Map.ofEntries(
                            Map.entry("UDP_PING_EVENT", "outage-ended"),
                            Map.entry("UDP_PING_END", "answered"),
                            Map.entry("UDP_PING_NAME", "Home"),
                            Map.entry("UDP_PING_TARGET", "127.0.0.1:12000"),
                            Map.entry("UDP_PING_HOST", "127.0.0.1"),
                            Map.entry("UDP_PING_PORT", "12000"),
                            Map.entry("UDP_PING_STARTED_AT", "2026-11-23T10:42:07.102331Z"),
                            Map.entry("UDP_PING_ENDED_AT", "2026-11-23T10:42:11.102331Z"),
                            Map.entry("UDP_PING_SECONDS", "4.000000"),
                            Map.entry("UDP_PING_LOST", "4"),
                            Map.entry("UDP_PING_CAUSE", "there")),
                    variables);
        }
    }

    @Test
    void endOfTheRunIsNoRecovery() {
        LinkedBlockingQueue<Map<String, String>> runs = new LinkedBlockingQueue<>();
        try (OutageCommand command = new OutageCommand(runs::add, said::add)) {
            command.take(ended("Home", OutageEnd.RUN_ENDED));
        }
        assertTrue(runs.isEmpty());
    }

    @Test
    void commandOfATargetWaitsForTheOneBeforeAndForNoOther() throws Exception {
        LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
        CountDownLatch goOn = new CountDownLatch(1);
        try (OutageCommand command =
                new OutageCommand(
                        variables -> {
                            begun.add(
                                    variables.get("UDP_PING_NAME")
                                            + " "
                                            + variables.get("UDP_PING_EVENT"));
                            goOn.await();
                        },
                        said::add)) {
            MonitorEvent.OutageEnded end = ended("near", OutageEnd.ANSWERED);
            command.take(new MonitorEvent.OutageBegan(end.target(), OUTAGE));
            assertEquals("near outage-began", next(begun));
            command.take(end);
            command.take(ended("far", OutageEnd.ANSWERED));
            assertEquals("far outage-ended", next(begun));
            assertTrue(begun.isEmpty(), "the second of the first target waits");
            goOn.countDown();
            assertEquals("near outage-ended", next(begun));
        }
    }

    @Test
    void failureIsSaidOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (OutageCommand command =
                new OutageCommand(
                        variables -> {
                            both.countDown();
                            throw new IOException("exit code 3");
                        },
                        said::add)) {
            command.take(ended("Home", OutageEnd.ANSWERED));
            command.take(ended("Work", OutageEnd.ANSWERED));
            assertTrue(both.await(30, TimeUnit.SECONDS));
        }
        assertEquals("exit code 3", next(said));
        assertTrue(said.isEmpty());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hostileNameStaysAText(@TempDir Path folder) throws Exception {
        String name = "$(touch evil); `touch evil` \" ' \n& touch evil";
        Path file = folder.resolve("said");
        new ShellCommand(
                        "cd '" + folder + "' && printf '%s' \"$UDP_PING_NAME\" > said",
                        OutageCommand.MAX_TIME)
                .run(Map.of("UDP_PING_NAME", name));
        assertEquals(name.replace('\n', ' '), Files.readString(file));
        assertEquals(false, Files.exists(folder.resolve("evil")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void commandThatFailsOrTakesTooLongSaysSo() {
        assertEquals(
                "exit code 3",
                assertThrows(
                                IOException.class,
                                () ->
                                        new ShellCommand("exit 3", OutageCommand.MAX_TIME)
                                                .run(Map.of()))
                        .getMessage());
        assertEquals(
                "not done after 0 s",
                assertThrows(
                                IOException.class,
                                () ->
                                        new ShellCommand("sleep 100", Duration.ofMillis(50))
                                                .run(Map.of()))
                        .getMessage());
    }

    private MonitorEvent.OutageEnded ended(String name, OutageEnd end) {
        TargetMonitor target =
                monitors.add(new TargetPlan(name, PingPlan.lab("127.0.0.1", 12_000), 3, false))
                        .orElseThrow();
        return new MonitorEvent.OutageEnded(target, OUTAGE, end, 0);
    }

    private static <T> T next(LinkedBlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        assertNotNull(next);
        return next;
    }
}
