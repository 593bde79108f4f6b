package pingmonitor.router;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Requests to a forwarding from other threads, until its own thread takes them. */
final class ForwardingRequests {
    private final Consent consent;
    private boolean again;
    private boolean stop;
    private boolean news;
    private Optional<InetAddress> agreed = Optional.empty();
    private Optional<Answer> permanent = Optional.empty();
    private Optional<Announcement> announcement = Optional.empty();
    private Optional<Seen> seen = Optional.empty();

    /**
     * @param consent what was agreed to before, of whatever router
     */
    ForwardingRequests(Consent consent) {
        this.consent = consent;
    }

    /**
     * The answer of the person about one permanent mapping.
     */
    private record Answer(ForwardingState.NeedsPermanent question, boolean yes) {}

    /**
     * This machine as a far end saw it.
     *
     * @param own its address on the way there
     * @param outside the one it was seen under
     */
    record Seen(InetAddress own, InetAddress outside) {}

    /**
     * A router told everybody that it is there.
     *
     * @param router who sent it
     * @param epochSeconds since when it remembers its mappings
     */
    record Announcement(InetAddress router, long epochSeconds) {}

    synchronized void agree(InetAddress router) {
        agreed = Optional.of(router);
        wake();
    }

    synchronized void permanent(ForwardingState.NeedsPermanent question, boolean wanted) {
        permanent = Optional.of(new Answer(question, wanted));
        wake();
    }

    /** Asks again; a person who declined a permanent mapping may think otherwise now. */
    synchronized void askAgain() {
        again = true;
        permanent = permanent.filter(Answer::yes);
        wake();
    }

    synchronized void announced(Announcement heard) {
        announcement = Optional.of(heard);
        wake();
    }

    synchronized void seen(Seen now) {
        seen = Optional.of(now);
        wake();
    }

    /** Forgets what a far end saw; it means nothing in another network. */
    synchronized void forgetSeen() {
        seen = Optional.empty();
    }

    synchronized void stop() {
        stop = true;
        wake();
    }

    /** Whether a router may be asked at all. */
    synchronized boolean isAgreed() {
        return consent != Consent.NOT_YET || agreed.isPresent();
    }

    /** Whether this router may be asked. */
    synchronized boolean isAgreed(InetAddress router) {
        return consent != Consent.NOT_YET || agreed.equals(Optional.of(router));
    }

    synchronized boolean isStopping() {
        return stop;
    }

    /** The mapped address that a far end saw, if this machine sent from that address of its own. */
    synchronized Optional<InetAddress> seen(InetAddress own) {
        return seen.filter(each -> each.own().equals(own)).map(Seen::outside);
    }

    /** The answer of the person about a permanent mapping; empty without one. */
    synchronized Optional<Boolean> permanent(ForwardingState.NeedsPermanent question) {
        return consent == Consent.PERMANENT_TOO
                ? Optional.of(true)
                : permanent.filter(each -> each.question().equals(question)).map(Answer::yes);
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

    /** Waits for a request, but no longer than this. */
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
