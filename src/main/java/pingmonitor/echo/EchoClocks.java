package pingmonitor.echo;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The server's sense of time.
 *
 * @param nanoTime for durations
 * @param wall for display
 */
record EchoClocks(LongSupplier nanoTime, InstantSource wall) {
    static final EchoClocks SYSTEM = new EchoClocks(System::nanoTime, InstantSource.system());
}
