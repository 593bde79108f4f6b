package pingmonitor.monitor;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;
import pingmonitor.session.SessionView;
import pingmonitor.store.KeepingProblem;

/**
 * One run of its own: a plan, the engine that carries it out, the session that its events are folded into, the keeper
 * that may write them down, and the thread of all. A defect of the engine ends this run as failed and touches no other. Thread-safe.
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

    /** Is told what happens in a run. */
    @FunctionalInterface
    public interface EventListener {
        /**
         * Takes one event after the session took it, one at a time, on a thread of the run; returns quickly.
         *
         * @param touched the row that was made or changed, in its newest form
         */
        void happened(PingEvent event, Optional<PingRow> touched);
    }

    private final int number;
    private final Session session;
    private final RunKeeping keeping;
    private final PingEngine engine;
    private final LongSupplier nanoTime;
    private final long createdNanos;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<EventListener> eventListeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    /** Guards the state, and keeps changes in order. */
    private final Object lock = new Object();

    private State state = State.WAITING;
    private boolean timeIsOver;

    /**
     * @param withHistory whether all rows stay in memory
     */
    LiveRun(
            int number,
            PingPlan plan,
            boolean withHistory,
            RunKeeping keeping,
            PingEngine.Factory engines,
            LongSupplier nanoTime) {
        this.number = number;
        this.session = withHistory ? new Session(plan) : Session.withoutHistory(plan, List.of());
        this.keeping = keeping;
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

    /**
     * Tells every event from now on. To be called before the start by whoever must miss none.
     *
     * @return ends the listening
     */
    public Runnable listenToEvents(EventListener listener) {
        eventListeners.add(listener);
        return () -> eventListeners.remove(listener);
    }

    /** Why the run is not kept any more, although it was to be. */
    public Optional<KeepingProblem> keepingProblem() {
        return keeping.problem();
    }

    /**
     * Waits until the run has ended and its file is closed.
     *
     * @return whether it has
     */
    public boolean awaitOver(Duration most) throws InterruptedException {
        return over.await(most.toNanos(), TimeUnit.NANOSECONDS);
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
            over.countDown();
        }
    }

    /**
     * Stops this run and no other; does not wait. A run that was not started ends at once; any other tells its last
     * changes within a second.
     */
    public void stop() {
        end(false);
    }

    /**
     * Ends this run because the time that it was to have is over; the rest as with {@link #stop}. It is completed then,
     * unless it was asked to stop before.
     */
    public void complete() {
        end(true);
    }

    private void end(boolean completes) {
        synchronized (lock) {
            timeIsOver |= completes && (state == State.WAITING || state == State.RUNNING);
            if (state == State.WAITING) {
                end();
                over.countDown();
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
        } finally {
            try {
                // Waits for the disk: not under the lock.
                keeping.close();
            } finally {
                over.countDown();
            }
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
                    take(asMeant(new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.now())));
                }
            } finally {
                tell(Optional.empty(), State.ENDED);
            }
        }
    }

    private void happened(PingEvent event) {
        synchronized (lock) {
            Optional<PingRow> touched = take(asMeant(event));
            tell(touched, session.outcome().isPresent() ? State.ENDED : state);
        }
    }

    /** The engine cannot tell why it was stopped. */
    private PingEvent asMeant(PingEvent event) {
        return timeIsOver
                        && event instanceof PingEvent.Finished finished
                        && finished.outcome() == PingEvent.Outcome.STOPPED
                ? new PingEvent.Finished(PingEvent.Outcome.COMPLETED, finished.at())
                : event;
    }

    private Optional<PingRow> take(PingEvent event) {
        Optional<PingRow> touched = session.apply(event);
        keeping.take(event, session::statisticsState);
        for (EventListener listener : eventListeners) {
            try {
                listener.happened(event, touched);
            } catch (RuntimeException | Error defect) {
                LOG.log(Logger.Level.ERROR, "a listener of a ping run broke", defect);
            }
        }
        return touched;
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
