package pingmonitor.ui.app;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import pingmonitor.echo.EchoServer;
import pingmonitor.log.CrashAlarm;
import pingmonitor.selftest.SelfTestVerdict;

/** Starts the toolkit for a self-test in the window. A process does so once, and ends afterwards. */
public final class SelfTestStart {
    private SelfTestStart() {}

    /** Returns at once; whatever goes wrong, on whichever thread, is the outcome. */
    public static CompletableFuture<SelfTestVerdict> open() {
        CompletableFuture<SelfTestVerdict> verdict = new CompletableFuture<>();
        failOnCrash(verdict);
        WindowStart.quietLogs();
        RendererChoice.choose();
        NativeLibraryCache.choose();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> verdict.completeExceptionally(thrown));
        // The end of the process ends the toolkit. Ending both at once makes the toolkit fail.
        Platform.setImplicitExit(false);
        daemon("warm-up", MonitorApp::warmUp);
        // A toolkit without a display throws, or waits for ever: neither must reach the caller.
        daemon("window-self-test", () -> Platform.startup(() -> begin(verdict)));
        return verdict;
    }

    /** Lets the self-test fail on any logged crash, also one that the program survives. Writes no log file. */
    static void failOnCrash(CompletableFuture<SelfTestVerdict> verdict) {
        CrashAlarm alarm = CrashAlarm.install(verdict::completeExceptionally);
        verdict.whenComplete((passed, failure) -> alarm.close());
    }

    private static void begin(CompletableFuture<SelfTestVerdict> verdict) {
        new WindowSelfTest(new Stage(), EchoServer::startOnLoopback, verdict).begin();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
