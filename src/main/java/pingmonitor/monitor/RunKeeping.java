package pingmonitor.monitor;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.StatisticsState;
import pingmonitor.store.KeepingProblem;
import pingmonitor.store.RunKeeper;

/**
 * Has a run kept from its beginning on. One that never begins, because its name is not found, leaves no file. Events
 * come one at a time.
 */
final class RunKeeping {
    private static final Logger LOG = System.getLogger(RunKeeping.class.getName());

    private final Optional<Function<Supplier<StatisticsState>, RunKeeper>> factory;
    private volatile Optional<RunKeeper> keeper = Optional.empty();

    private RunKeeping(Optional<Function<Supplier<StatisticsState>, RunKeeper>> factory) {
        this.factory = factory;
    }

    /** Keeps nothing. */
    static RunKeeping none() {
        return new RunKeeping(Optional.empty());
    }

    /** Keeps the run by a keeper that is made when it begins. */
    static RunKeeping by(RunKeeper.Factory factory, PingPlan plan, String name) {
        return new RunKeeping(Optional.of(figures -> factory.keep(plan, figures, name)));
    }

    /**
     * Takes an event after the session took it.
     *
     * @param figures the figures of the session
     */
    void take(PingEvent event, Supplier<StatisticsState> figures) {
        if (event instanceof PingEvent.Started) {
            keeper = factory.map(make -> make.apply(figures));
        }
        keeper.ifPresent(writer -> writer.take(event));
    }

    /** Why nothing is written any more. */
    Optional<KeepingProblem> problem() {
        return keeper.flatMap(RunKeeper::problem);
    }

    /** Closes the file; waits for the disk. */
    void close() {
        try {
            keeper.ifPresent(RunKeeper::close);
        } catch (RuntimeException | Error defect) {
            LOG.log(Logger.Level.ERROR, "the file of a run could not be closed", defect);
        }
    }
}
