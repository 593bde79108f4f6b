package pingmonitor.discovery;

import java.time.Duration;

/** Something that goes on in the background until it is closed. */
public interface BackgroundActivity extends AutoCloseable {
    /** Ends it and tells nothing any more. Returns at once; taking leave of the network takes some seconds yet. */
    @Override
    void close();

    /** Waits until all of it is gone, but no longer than that; whether it is. */
    boolean awaitClosed(Duration most);

    /** What does nothing. */
    static BackgroundActivity nothing() {
        return new BackgroundActivity() {
            @Override
            public void close() {
                // There is nothing to be closed.
            }

            @Override
            public boolean awaitClosed(Duration most) {
                return true;
            }
        };
    }
}
