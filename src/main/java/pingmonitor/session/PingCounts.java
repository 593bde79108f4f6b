package pingmonitor.session;

import java.util.Optional;
import java.util.OptionalDouble;

/** How many pings of a run, or of a stretch of it, came to what; and the loss that this makes. */
public interface PingCounts {
    /** Pings answered on time. */
    long received();

    /** Lost pings without any reply yet. */
    long timedOut();

    /** Lost pings whose reply came after the time-out. */
    long late();

    /** Lost pings that the network called unreachable. */
    long unreachable();

    /** Pings that were under way when the run was stopped. */
    long cancelled();

    /** Pings that never left. */
    long sendFailed();

    /** Pings whose fate counts: on time or lost. */
    default long settled() {
        return received() + lost();
    }

    /** Settled pings without a reply on time. */
    default long lost() {
        return timedOut() + late() + unreachable();
    }

    /** Pings that are over in any way: settled, cancelled or never sent. */
    default long done() {
        return settled() + cancelled() + sendFailed();
    }

    /** Lost share of the settled pings, 0 to 1; empty before the first is settled. */
    default OptionalDouble loss() {
        return settled() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) lost() / settled());
    }

    /** Wilson 95 % interval of the loss; empty before the first ping is settled. */
    default Optional<ConfidenceInterval> lossInterval() {
        return settled() == 0
                ? Optional.empty()
                : Optional.of(ConfidenceInterval.wilson95(lost(), settled()));
    }
}
