package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunKeeper;
import pingmonitor.store.RunStore;

/** {@code report} of runs that are kept in files. */
class StoredRunsTest {
    @TempDir private Path folder;

    @Test
    void keptRunIsReportedByItsFileAndAsTheLast() {
        Path file = keep("Kitchen", 0);
        CliRun run = report(file.toString());
        assertEquals(0, run.code(), run.err()::toString);
        assertEquals("Kitchen (127.0.0.1:12000)", run.out().get(0));
        assertTrue(run.out().get(3).contains("2 pings were sent"), run.out().get(3));
        assertEquals(run.out(), report("last").out());
        assertEquals(run.out(), report("kitchen").out());
    }

    @Test
    void lastIsTheRunThatBeganLast() {
        keep("Kitchen", 60);
        keep("Attic", 0);
        assertEquals("Kitchen (127.0.0.1:12000)", report("LAST").out().get(0));
    }

    @Test
    void wordOfSeveralRunsIsAskedBack() {
        keep("Kitchen", 60);
        keep("Kitchen", 0);
        CliRun run = report("kitchen");
        assertEquals(2, run.code());
        assertTrue(
                run.err().get(0).startsWith("\"kitchen\" may mean any of 2 runs: give the file"));
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "hello");
        CliRun run = report(other.toString());
        assertEquals(2, run.code());
        assertEquals(List.of("\"" + other + "\" is not the file of a kept run."), run.err());
    }

    @Test
    void emptyHistorySaysSo() {
        assertEquals(List.of("No run has been kept yet."), report("last").err());
    }

    private CliRun report(String name) {
        return CliRun.of(
                new FakeEngines().keeping(new StoredRuns(new RunHistory(store()))), "report", name);
    }

    private RunStore store() {
        return new RunStore(folder, ZoneId.of("America/Sao_Paulo"));
    }

    private Path keep(String name, int seconds) {
        Session session = new Session(PingPlan.lab("127.0.0.1", 12_000));
        RunKeeper keeper = store().keep(session.plan(), session::statisticsState, name);
        var start = Scene.START.plusSeconds(seconds);
        List<PingEvent> events =
                List.of(
                        new PingEvent.Started(Scene.SERVER, start),
                        new PingEvent.Sent(1, start, 0, 24),
                        new PingEvent.Replied(1, 412_000, Scene.reply(1)),
                        new PingEvent.Sent(2, start.plusMillis(200), 200_000_000, 24),
                        new PingEvent.TimedOut(2),
                        new PingEvent.Finished(
                                PingEvent.Outcome.COMPLETED, start.plus(Duration.ofSeconds(2))));
        for (PingEvent event : events) {
            session.apply(event);
            keeper.take(event);
        }
        keeper.close();
        assertEquals(Optional.empty(), keeper.problem());
        return keeper.file().orElseThrow();
    }
}
