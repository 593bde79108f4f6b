package pingmonitor.echo;

import java.util.function.Supplier;

/**
 * Logs the first defect that its owner goes on after, and no other: it would be the same for every datagram. For one
 * thread at a time.
 */
final class FirstDefect {
    private final System.Logger log;
    private boolean isLogged;

    FirstDefect(System.Logger log) {
        this.log = log;
    }

    /**
     * Tells of a defect.
     *
     * @param what broke
     */
    void tell(Supplier<String> what, Throwable defect) {
        if (!isLogged) {
            isLogged = true;
            log.log(System.Logger.Level.WARNING, what, defect);
        }
    }
}
