package pingmonitor.ui.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import pingmonitor.discovery.Announcement;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.ServiceName;
import pingmonitor.ui.common.SerialExecutor;

/**
 * The half of the announcing that works in the background: one announcement at most, and none before the last has taken
 * its leave, or that would be taken for the new one's.
 */
final class AnnouncementHost {
    private static final Duration MAX_LEAVE = Duration.ofSeconds(8);

    /** At the end of the program somebody waits. */
    private static final long MAX_LAST_LEAVE_SECONDS = 2;

    private final Announcement.Factory announcements;
    private final Runnable signal;
    private final ThreadPoolExecutor worker;
    private volatile Optional<Report> latest = Optional.empty();
    private BackgroundActivity ongoing = BackgroundActivity.nothing();

    AnnouncementHost(Announcement.Factory announcements, Runnable signal) {
        this.announcements = announcements;
        this.signal = signal;
        this.worker = SerialExecutor.worker("announcements");
    }

    /**
     * What is to be announced.
     *
     * @param name empty for the one of this machine
     */
    record Wish(Optional<ServiceName> name, int port) {}

    /**
     * What became of an order.
     *
     * @param order its number
     */
    record Report(long order, AnnouncementState state) {}

    /** The newest report. */
    Optional<Report> latest() {
        return latest;
    }

    /** Orders something else to be announced, or nothing. */
    void change(long order, Optional<Wish> to) {
        worker.execute(
                () -> {
                    ongoing.close();
                    ongoing.awaitClosed(MAX_LEAVE);
                    ongoing =
                            to.map(wish -> begin(order, wish))
                                    .orElseGet(BackgroundActivity::nothing);
                });
    }

    /** Ends for good. */
    void shutdown() {
        // What was ordered and has not begun need not begin.
        worker.getQueue().clear();
        worker.execute(
                () -> {
                    ongoing.close();
                    ongoing.awaitClosed(MAX_LEAVE);
                });
        worker.shutdown();
    }

    /** Waits a moment for the end. */
    void awaitShutdown() {
        SerialExecutor.awaitEnd(worker, MAX_LAST_LEAVE_SECONDS);
    }

    private BackgroundActivity begin(long order, Wish wish) {
        return announcements.start(
                wish.name(),
                wish.port(),
                state -> {
                    latest = Optional.of(new Report(order, state));
                    signal.run();
                });
    }
}
