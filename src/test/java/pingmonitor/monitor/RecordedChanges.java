package pingmonitor.monitor;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import pingmonitor.session.PingRow;

/** Keeps what a run tells, and waits for it. */
final class RecordedChanges implements LiveRun.Listener {
    private static final long PATIENCE_SECONDS = 30;

    final List<LiveRun.State> states = new ArrayList<>();
    private final LinkedBlockingQueue<Change> told = new LinkedBlockingQueue<>();

    private record Change(Optional<PingRow> touched, LiveRun.State state) {}

    static RecordedChanges of(LiveRun run) {
        RecordedChanges changes = new RecordedChanges();
        run.listen(changes);
        return changes;
    }

    @Override
    public void changed(Optional<PingRow> touched, LiveRun.State state) {
        told.add(new Change(touched, state));
    }

    /** The next row that is told. */
    PingRow nextRow() throws InterruptedException {
        Optional<PingRow> row = next().touched();
        while (row.isEmpty()) {
            row = next().touched();
        }
        return row.get();
    }

    /** Until the end is told. */
    void awaitEnd() throws InterruptedException {
        while (next().state() != LiveRun.State.ENDED) {
            // All before the end is only kept.
        }
    }

    /** Whether nothing more was told. */
    boolean isEmpty() {
        return told.isEmpty();
    }

    private Change next() throws InterruptedException {
        Change change = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(change, "nothing was told");
        states.add(change.state());
        return change;
    }
}
