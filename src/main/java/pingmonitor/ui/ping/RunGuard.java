package pingmonitor.ui.ping;

/** Decides, with the person, whether the run that goes on is to be ended by a key. Each action follows at once, later or never. */
public interface RunGuard {
    /** Ends what is asked to end. */
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

    /** The run is to be stopped; there may be none. */
    void beforeStopping(Runnable stop);

    /** Another run is to be started, which ends the one that goes on; there may be none. */
    void beforeAnother(Runnable start);
}
