package pingmonitor.monitor;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;
import pingmonitor.session.SessionView;

/**
 * One run of its own: a plan, the engine that carries it out, the session that its events are folded into, and the
 * thread of both. A defect of the engine ends this run as failed and touches no other. Thread-safe.
 */
public final class LiveRun {
    private static final Logger LOG = System.getLogger(LiveRun.class.getName());

    /** How far a run is; it only moves on. */
    public enum State {
        /** Not started yet: no ping leaves. */
        WAITING,
        /** Started, and not asked to stop. */
        RUNNING,
        /** Asked to stop: the last events are still to come. */
        STOPPING,
        /** The session has all events and an outcome. */
        ENDED
    }

    /** Is told what changes in a run. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Takes one change, one at a time, mostly on a thread of the run; returns quickly. The change that says
         * {@link State#ENDED} is the last, and comes once.
         *
         * @param touched the row that was made or changed, in its newest form
         * @param state the run's state after the change
         */
        void changed(Optional<PingRow> touched, State state);
    }

    private final int number;
    private final Session session;
    private final PingEngine engine;
    private final LongSupplier nanoTime;
    private final long createdNanos;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Guards the state, and keeps changes in order. */
    private final Object lock = new Object();

    private State state = State.WAITING;

    LiveRun(int number, PingPlan plan, PingEngine.Factory engines, LongSupplier nanoTime) {
        this.number = number;
        this.session = new Session(plan);
        this.engine = engines.create(plan, this::happened);
        this.nanoTime = nanoTime;
        this.createdNanos = nanoTime.getAsLong();
    }

    /** Its place in the order of creation, from 1. */
    public int number() {
        return number;
    }

    /** What happened so far; may be read at any time. */
    public SessionView session() {
        return session;
    }

    /** How far the run is now. */
    public State state() {
        synchronized (lock) {
            return state;
        }
    }

    /** Time since the run was created. */
    public Duration age() {
        return Duration.ofNanos(nanoTime.getAsLong() - createdNanos);
    }

    /**
     * Tells every change from now on. Whoever begins to listen reads the session afterwards; a change may then name a
     * row that was already read.
     *
     * @return ends the listening
     */
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Starts the run on a thread of its own; does nothing if it was started or stopped before. */
    public void start() {
        synchronized (lock) {
            if (state != State.WAITING) {
                return;
            }
            state = State.RUNNING;
        }
        Thread thread = new Thread(this::run, "ping-run-" + number);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            end(noThread);
        }
    }

    /**
     * Stops this run and no other; does not wait. A run that was not started ends at once; any other tells its last
     * changes within a second.
     */
    public void stop() {
        synchronized (lock) {
            if (state == State.WAITING) {
                end();
            } else if (state == State.RUNNING) {
                state = State.STOPPING;
            }
        }
        try {
            engine.stop();
        } catch (RuntimeException | Error defect) {
            LOG.log(Logger.Level.ERROR, "a ping run could not be stopped", defect);
        }
    }

    private void run() {
        try {
            engine.run();
            end();
        } catch (RuntimeException | Error defect) {
            end(defect);
        }
    }

    /** Without this a broken run would be shown as running for ever. */
    private void end(Throwable defect) {
        LOG.log(Logger.Level.ERROR, "a ping run broke", defect);
        try {
            happened(new PingEvent.Failed(new Problem(Problem.Kind.OTHER, "", defect.toString())));
            happened(new PingEvent.Finished(PingEvent.Outcome.FAILED, Instant.now()));
        } finally {
            end();
        }
    }

    /** An engine that was stopped before it began has told no end itself. */
    private void end() {
        synchronized (lock) {
            try {
                if (session.outcome().isEmpty()) {
                    session.apply(new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.now()));
                }
            } finally {
                tell(Optional.empty(), State.ENDED);
            }
        }
    }

    private void happened(PingEvent event) {
        synchronized (lock) {
            Optional<PingRow> touched = session.apply(event);
            tell(touched, session.outcome().isPresent() ? State.ENDED : state);
        }
    }

    private void tell(Optional<PingRow> touched, State now) {
        if (state == State.ENDED) {
            return;
        }
        state = now;
        for (Listener listener : listeners) {
            try {
                listener.changed(touched, now);
            } catch (RuntimeException | Error defect) {
                LOG.log(Logger.Level.ERROR, "a listener of a ping run broke", defect);
            }
        }
    }
}
