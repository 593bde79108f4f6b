package pingmonitor.echo;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The server's sense of time.
 *
 * @param nanoTime for durations
 * @param wall for display
 */
record Clocks(LongSupplier nanoTime, InstantSource wall) {
    static final Clocks SYSTEM = new Clocks(System::nanoTime, InstantSource.system());
}
