package pingmonitor.ping;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What the replies so far show of the server: whether they name their pings, and whether copies of them come. */
final class ReplyStyle {
    /** A second copy of a reply follows its first this closely, as far as nothing shows otherwise. */
    static final long COPY_FOLLOWS_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** After this many replies that name no ping it is known whether the server sends further ones much later. */
    static final int REPLIES_UNTIL_KNOWN = 2;

    private final RunExtension extension;
    private boolean anyVerified;

    /** Whether a second copy came of a reply that does not name its ping beyond doubt. */
    private boolean copiesCome;

    private long unverifiedReplies;
    private OptionalLong latestUnverifiedNanos = OptionalLong.empty();

    ReplyStyle(RunExtension extension) {
        this.extension = extension;
    }

    /** Notes what a datagram that answers a ping shows, whatever became of that ping. */
    void sawReply(boolean verified) {
        anyVerified |= verified;
    }

    /** Notes a first reply to a ping. */
    void sawFirst(boolean verified, long stampNanos) {
        if (!verified) {
            unverifiedReplies++;
            latestUnverifiedNanos = OptionalLong.of(stampNanos);
        }
    }

    /** Notes a further reply to a ping. */
    void sawCopy(boolean verified) {
        copiesCome |= !verified;
    }

    /** Whether the server is known to send back what it got, so that no reply is taken for another's. */
    boolean namesPings() {
        return anyVerified || extension.knowsServer();
    }

    /**
     * A copy of a reply that names no ping can only be told from the next ping's reply by the port that it comes to.
     */
    boolean copyMayBeTakenForNext(long nowNanos) {
        return latestUnverifiedNanos.isPresent()
                && (copiesCome
                        || unverifiedReplies <= REPLIES_UNTIL_KNOWN
                        || nowNanos - latestUnverifiedNanos.getAsLong()
                                < COPY_FOLLOWS_WITHIN_NANOS);
    }
}
