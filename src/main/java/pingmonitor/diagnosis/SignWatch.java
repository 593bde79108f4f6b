package pingmonitor.diagnosis;

import pingmonitor.session.Statistics;

/**
 * Follows the figures of a run for a clear sign, of which something can be said while the run goes on. It is over as
 * soon as the server is heard, or a ping leaves again. Not thread-safe.
 */
public final class SignWatch {
    /** Once may be chance: a server that is just being started again. */
    private static final int BAD_NEWS_FOR_A_SIGN = 3;

    private long replies;
    private long places;
    private long sent;

    /** As many refusals had come when the server was last heard. */
    private long refusedBefore;

    /** As many pings could not be sent when the last one left. */
    private long unsentBefore;

    /** Takes the figures now; whether they show a sign. */
    public boolean look(Statistics now) {
        long repliesNow = now.received() + now.late() + now.duplicates() + now.foreign();
        long placesNow = now.lossPlaces().known();
        // Which came first is not known of what is new in the same look.
        if (repliesNow > replies || placesNow > places) {
            refusedBefore = now.unreachable();
        }
        if (now.sent() > sent) {
            unsentBefore = now.sendFailed();
        }
        replies = repliesNow;
        places = placesNow;
        sent = now.sent();
        return now.unreachable() - refusedBefore >= BAD_NEWS_FOR_A_SIGN
                || now.sendFailed() - unsentBefore >= BAD_NEWS_FOR_A_SIGN;
    }
}
