package pingmonitor.network.router;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What others want of a forwarding, until its thread takes it. */
final class Wishes {
    private boolean agreed;
    private boolean again;
    private boolean stop;
    private boolean news;
    private Optional<Boolean> permanent;
    private Optional<Announcement> announcement = Optional.empty();
    private Optional<InetAddress> seen = Optional.empty();

    Wishes(Consent consent) {
        this.agreed = consent != Consent.NOT_YET;
        this.permanent = consent == Consent.PERMANENT_TOO ? Optional.of(true) : Optional.empty();
    }

    /**
     * A router told everybody that it is there.
     *
     * @param router who sent it
     * @param epochSeconds since when it remembers its mappings
     */
    record Announcement(InetAddress router, long epochSeconds) {}

    synchronized void agree() {
        agreed = true;
        wake();
    }

    synchronized void permanent(boolean wanted) {
        permanent = Optional.of(wanted);
        wake();
    }

    synchronized void askAgain() {
        again = true;
        wake();
    }

    synchronized void announced(Announcement heard) {
        announcement = Optional.of(heard);
        wake();
    }

    synchronized void seen(InetAddress address) {
        seen = Optional.of(address);
        wake();
    }

    synchronized void stop() {
        stop = true;
        wake();
    }

    synchronized boolean isAgreed() {
        return agreed;
    }

    synchronized boolean isStopping() {
        return stop;
    }

    /** The address under which a far end sees this machine. */
    synchronized Optional<InetAddress> seen() {
        return seen;
    }

    /** What the person said of a mapping without an end; empty if nothing. */
    synchronized Optional<Boolean> permanent() {
        return permanent;
    }

    synchronized boolean takeAgain() {
        boolean taken = again;
        again = false;
        return taken;
    }

    synchronized Optional<Announcement> takeAnnouncement() {
        Optional<Announcement> taken = announcement;
        announcement = Optional.empty();
        return taken;
    }

    /** Waits for a wish, at most so long. */
    synchronized void await(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; !news && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        news = false;
    }

    private void wake() {
        news = true;
        notifyAll();
    }
}
