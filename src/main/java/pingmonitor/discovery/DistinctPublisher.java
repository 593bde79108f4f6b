package pingmonitor.discovery;

import java.util.Optional;
import java.util.function.Consumer;

/** Passes on each state that differs from the last one, one at a time, until it is ended. */
final class DistinctPublisher<T> {
    private final Consumer<T> told;
    private Optional<T> last;
    private boolean ended;

    /**
     * @param last what is known without being told; empty where there is nothing
     */
    DistinctPublisher(Consumer<T> told, Optional<T> last) {
        this.told = told;
        this.last = last;
    }

    synchronized void tell(T now) {
        if (!ended && !last.equals(Optional.of(now))) {
            last = Optional.of(now);
            told.accept(now);
        }
    }

    /** Ends it. No call to the consumer is under way when this returns. */
    synchronized void end() {
        ended = true;
    }

    synchronized Optional<T> last() {
        return last;
    }
}
