package pingmonitor.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/**
 * What happened in one run: the fold of its events. Events are applied on the run's threads, one at a time; everything
 * may be read from any thread at any time and is consistent in itself.
 */
public final class Session {
    private final PingPlan plan;

    public Session(PingPlan plan) {
        this.plan = plan;
    }

    /** What the run was asked to do. */
    public PingPlan plan() {
        return plan;
    }

    /** Folds one event in; the row it made or changed, if it was about a ping. */
    public Optional<PingRow> apply(PingEvent event) {
        throw new UnsupportedOperationException("todo");
    }

    /** The figures now. */
    public Statistics statistics() {
        throw new UnsupportedOperationException("todo");
    }

    /** How many rows there are; row {@code i} is the ping with sequence {@code i + 1}. */
    public int rowCount() {
        throw new UnsupportedOperationException("todo");
    }

    /** A copy of the rows {@code from} (inclusive) to {@code to} (exclusive), clipped to what there is. */
    public List<PingRow> rows(int from, int to) {
        throw new UnsupportedOperationException("todo");
    }

    /**
     * A copy of the journal from entry {@code from} on: every event in order, except {@link PingEvent.Sent}. The
     * console of a run is made from it.
     */
    public List<PingEvent> journal(int from) {
        throw new UnsupportedOperationException("todo");
    }

    /** The address in use, once the name is resolved. */
    public Optional<InetSocketAddress> remote() {
        throw new UnsupportedOperationException("todo");
    }

    /** When the run began. */
    public Optional<Instant> startedAt() {
        throw new UnsupportedOperationException("todo");
    }

    /** When the run ended; empty while it goes on. */
    public Optional<Instant> finishedAt() {
        throw new UnsupportedOperationException("todo");
    }

    /** How the run ended; empty while it goes on. */
    public Optional<PingEvent.Outcome> outcome() {
        throw new UnsupportedOperationException("todo");
    }

    /** Why the run failed, or why the latest ping could not be sent. */
    public Optional<Problem> problem() {
        throw new UnsupportedOperationException("todo");
    }
}
