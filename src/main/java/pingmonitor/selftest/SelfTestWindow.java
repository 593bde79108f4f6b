package pingmonitor.selftest;

import java.util.concurrent.CompletableFuture;

/** The window's part of {@code self-test --window}, which the terminal's package knows nothing of. */
@FunctionalInterface
public interface SelfTestWindow {
    /**
     * Opens the window and returns at once. The verdict comes when the window is closed again, or the reason why there
     * is none.
     */
    CompletableFuture<SelfTestVerdict> open();
}
