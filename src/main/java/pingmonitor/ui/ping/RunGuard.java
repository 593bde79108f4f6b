package pingmonitor.ui.ping;

/** Asks the person before a key ends the active run. The action follows at once, later or never. */
public interface RunGuard {
    /** Asks nobody. */
    RunGuard NONE =
            new RunGuard() {
                @Override
                public void beforeStopping(Runnable stop) {
                    stop.run();
                }

                @Override
                public void beforeAnother(Runnable start) {
                    start.run();
                }
            };

    /** The active run, if there is one, is about to be stopped. */
    void beforeStopping(Runnable stop);

    /** Another run is about to be started, which ends the active one, if there is one. */
    void beforeAnother(Runnable start);
}
