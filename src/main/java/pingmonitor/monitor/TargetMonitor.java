package pingmonitor.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.TargetPlan;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageEvent;
import pingmonitor.session.OutageFigures;
import pingmonitor.session.OutageWatch;
import pingmonitor.session.Outages;
import pingmonitor.session.PingRow;
import pingmonitor.store.KeepingProblem;

/**
 * Watches one target: its run, and its outages. A run that fails is tried again after a time that grows, so that a
 * monitor survives a network that is not there yet. Its memory does not grow. Thread-safe.
 */
public final class TargetMonitor {
    private final TargetPlan target;
    private final RunRegistry runs;
    private final MonitorTimer timer;
    private final Consumer<MonitorEvent> listener;

    /** Guarded by this, as all below. No run is started or stopped with this lock. */
    private final RetryDelay retryDelay = new RetryDelay();

    private final RecentFigures recent;
    private final Deque<Outage> earlierOutages = new ArrayDeque<>();
    private State state = State.WAITING;
    private Optional<Going> going = Optional.empty();
    private Optional<LiveRun> latestRun = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Optional<KeepingProblem> keepingProblem = Optional.empty();
    private TargetTotals earlierTotals = TargetTotals.NONE;
    private OutageFigures earlierFigures = OutageFigures.NONE;
    private boolean stopped;

    /** What a monitor is doing. */
    public enum State {
        /** It has not started yet. */
        WAITING,
        /** Pings leave. */
        RUNNING,
        /** The name has no address that can be used; it is asked for again. */
        NAME_NOT_FOUND,
        /** The run could not begin, or broke; it is tried again. */
        FAILED,
        /** It was stopped, or has sent all its pings. */
        ENDED
    }

    private record Going(LiveRun run, OutageWatch watch) {}

    TargetMonitor(
            TargetPlan target,
            RunRegistry runs,
            MonitorTimer timer,
            Consumer<MonitorEvent> listener) {
        this.target = target;
        this.runs = runs;
        this.timer = timer;
        this.listener = listener;
        this.recent = new RecentFigures(target.plan().timeout());
    }

    public TargetPlan target() {
        return target;
    }

    public synchronized State state() {
        return state;
    }

    /** Why the run failed that was tried last; empty while one goes on. */
    public synchronized Optional<Problem> problem() {
        return problem;
    }

    /** Why the run is not written to its file any more. */
    public synchronized Optional<KeepingProblem> keepingProblem() {
        return keepingProblem;
    }

    /** The run that goes on, or the latest one. */
    public synchronized Optional<LiveRun> latestRun() {
        return latestRun;
    }

    /** The figures from the beginning on. */
    public synchronized TargetFigures figures() {
        return totals().figures();
    }

    /** The figures of the latest time, to the second, ten minutes at the most. */
    public synchronized TargetFigures last(Duration time) {
        return recent.last(time, timer.nanoTime());
    }

    /** The outage that goes on. */
    public synchronized Optional<Outage> currentOutage() {
        return going.flatMap(each -> each.watch().current());
    }

    /** The outages of all its runs. */
    public synchronized Outages outages() {
        if (going.isEmpty()) {
            return new Outages(List.copyOf(earlierOutages), earlierFigures);
        }
        Outages present = going.get().watch().outages();
        List<Outage> all = new ArrayList<>(earlierOutages);
        all.addAll(present.latest());
        return new Outages(
                all.subList(Math.max(0, all.size() - Outages.MAX_KEPT), all.size()),
                earlierFigures.plus(present.figures()));
    }

    /** Ends it; does not wait. */
    public void stop() {
        end(LiveRun::stop);
    }

    /** Ends it because its time is over; does not wait. Its run is completed then. */
    public void complete() {
        end(LiveRun::complete);
    }

    private void end(Consumer<LiveRun> how) {
        Optional<LiveRun> toStop;
        boolean endsNow;
        synchronized (this) {
            endsNow = !stopped && state != State.ENDED && going.isEmpty();
            stopped = true;
            toStop = going.map(Going::run);
            state = endsNow ? State.ENDED : state;
        }
        toStop.ifPresent(how);
        if (endsNow) {
            listener.accept(new MonitorEvent.TargetEnded(this));
        }
    }

    /** Waits until its last run has ended and its file is closed; whether it has. */
    public boolean awaitOver(Duration most) throws InterruptedException {
        Optional<LiveRun> last = latestRun();
        return last.isEmpty() || last.get().awaitOver(most);
    }

    void startAfter(Duration delay) {
        timer.after(delay, this::start);
    }

    private void start() {
        LiveRun run;
        synchronized (this) {
            if (stopped) {
                return;
            }
            PingPlan plan = rest();
            run =
                    target.isKept()
                            ? runs.prepareKept(plan, target.name())
                            : runs.prepareBounded(plan);
            OutageWatch watch = new OutageWatch(plan, target.minLosses(), this::outage);
            going = Optional.of(new Going(run, watch));
            latestRun = Optional.of(run);
            run.listenToEvents(this::happened);
        }
        run.start();
    }

    /** What is left of the plan after runs that broke. */
    private PingPlan rest() {
        PingPlan plan = target.plan();
        return plan.untilStopped()
                ? plan
                : new PingPlan(
                        plan.host(),
                        plan.port(),
                        plan.family(),
                        Math.max(1, plan.count() - earlierTotals.sent()),
                        plan.timeout(),
                        plan.pacing(),
                        plan.messageBytes(),
                        plan.verdicts());
    }

    private TargetTotals totals() {
        return going.map(each -> earlierTotals.plus(each.run().session().statistics()))
                .orElse(earlierTotals);
    }

    private void outage(OutageEvent event) {
        listener.accept(
                event instanceof OutageEvent.Ended ended
                        ? new MonitorEvent.OutageEnded(
                                this, ended.outage(), ended.end(), ended.stillWaiting())
                        : new MonitorEvent.OutageBegan(this, event.outage()));
    }

    private void happened(PingEvent event, Optional<PingRow> touched) {
        List<MonitorEvent> news = new ArrayList<>();
        OutageWatch watch;
        synchronized (this) {
            watch = going.orElseThrow().watch();
            recent.take(event, touched, timer.nanoTime());
            lookAtFile(news);
            if (event instanceof PingEvent.Started) {
                began(news);
            } else if (event instanceof PingEvent.Failed failed) {
                failed(failed.problem(), news);
            }
        }
        watch.take(event, touched);
        if (event instanceof PingEvent.Finished finished) {
            synchronized (this) {
                finished(finished.outcome(), news);
            }
        }
        news.forEach(listener);
    }

    private void lookAtFile(List<MonitorEvent> news) {
        Optional<KeepingProblem> now = going.orElseThrow().run().keepingProblem();
        if (keepingProblem.isEmpty()) {
            now.ifPresent(what -> news.add(new MonitorEvent.KeepingStopped(this, what)));
        }
        keepingProblem = now;
    }

    private void began(List<MonitorEvent> news) {
        if (state == State.FAILED || state == State.NAME_NOT_FOUND) {
            news.add(new MonitorEvent.TargetRecovered(this));
        }
        state = State.RUNNING;
        problem = Optional.empty();
        retryDelay.reset();
    }

    private void failed(Problem what, List<MonitorEvent> news) {
        boolean isNew = problem.map(Problem::kind).filter(what.kind()::equals).isEmpty();
        problem = Optional.of(what);
        state =
                switch (what.kind()) {
                    case NAME_NOT_FOUND, NO_ADDRESS_OF_FAMILY -> State.NAME_NOT_FOUND;
                    default -> State.FAILED;
                };
        if (isNew) {
            news.add(new MonitorEvent.TargetFailed(this, what, retryDelay.upcoming()));
        }
    }

    private void finished(PingEvent.Outcome outcome, List<MonitorEvent> news) {
        Going over = going.orElseThrow();
        earlierTotals = totals();
        Outages outages = over.watch().outages();
        outages.latest().forEach(this::addEarlier);
        earlierFigures = earlierFigures.plus(outages.figures());
        going = Optional.empty();
        if (outcome == PingEvent.Outcome.FAILED && !stopped && hasPingsLeft()) {
            startAfter(retryDelay.next());
        } else {
            state = State.ENDED;
            news.add(new MonitorEvent.TargetEnded(this));
        }
    }

    private boolean hasPingsLeft() {
        return target.plan().untilStopped() || earlierTotals.sent() < target.plan().count();
    }

    private void addEarlier(Outage outage) {
        if (earlierOutages.size() == Outages.MAX_KEPT) {
            earlierOutages.removeFirst();
        }
        earlierOutages.addLast(outage);
    }
}
