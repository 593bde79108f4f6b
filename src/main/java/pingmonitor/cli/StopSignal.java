package pingmonitor.cli;

/** Stops something that may not have begun yet: a stop that was asked for before is not forgotten. */
final class StopSignal {
    private boolean asked;
    private Runnable action = () -> {};

    /** What a stop is to do. */
    synchronized void stops(Runnable action) {
        this.action = action;
        if (asked) {
            action.run();
        }
    }

    /** Stops it. */
    synchronized void stop() {
        asked = true;
        action.run();
    }
}
