package pingmonitor.ui.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * Holds {@code System.err} back while the toolkit starts, or ends by a signal. Where a library is missing, JavaFX
 * prints stack traces before it gives up, among which our plain sentence would be lost; at the end it prints that it
 * could not paint any more.
 */
final class DeferredStderr extends PrintStream {
    private final PrintStream before;
    private final ByteArrayOutputStream held;

    private DeferredStderr(PrintStream before, ByteArrayOutputStream held) {
        super(held, true);
        this.before = before;
        this.held = held;
    }

    /** Begins to hold back what is printed. */
    static void begin() {
        PrintStream before = System.err;
        System.setErr(new DeferredStderr(before, new ByteArrayOutputStream()));
    }

    /** Prints what was held back, and ends the holding. */
    static void release() {
        if (System.err instanceof DeferredStderr errors) {
            System.setErr(errors.before);
            errors.flush();
            errors.before.writeBytes(errors.held.toByteArray());
            errors.before.flush();
        }
    }

    /** Forgets what was held back, and ends the holding. */
    static void forget() {
        if (System.err instanceof DeferredStderr errors) {
            System.setErr(errors.before);
        }
    }
}
