package pingmonitor.ping.loss;

import java.net.InetSocketAddress;

/** The server of a run: whether it is of this program, as far as that is known, and whether it may be asked. */
final class AskedServer {
    /**
     * A server of which nobody knows whether it is of this program gets this many questions in a run, a silent one
     * fewer.
     */
    static final int MAX_TO_STRANGER = 3;

    static final int MAX_TO_SILENT_STRANGER = 2;

    private enum Kind {
        UNKNOWN,
        /** It was of this program when it was last heard of. */
        EXPECTED,
        OURS,
        ANOTHER
    }

    private final InetSocketAddress remote;
    private final KnownServers known;
    private Kind kind;
    private boolean anyVerified;
    private boolean anyUnverified;
    private int sentToStranger;

    /**
     * @param known where it is looked up whether the server is of this program, and noted
     */
    AskedServer(InetSocketAddress remote, KnownServers known) {
        this.remote = remote;
        this.known = known;
        this.kind = known.contains(remote) ? Kind.EXPECTED : Kind.UNKNOWN;
    }

    /** Notes a reply to a ping, or a foreign datagram as unverified. */
    void replied(boolean verified) {
        anyVerified |= verified;
        anyUnverified |= !verified;
    }

    /** Notes that a question leaves. */
    void asked() {
        sentToStranger += isUnknown() ? 1 : 0;
    }

    /** Notes that it answered a question as a server of this program does. */
    void answered() {
        kind = Kind.OURS;
        known.add(remote);
    }

    /** Notes that it said something else to a question. */
    void answeredOtherwise() {
        kind = Kind.ANOTHER;
        known.remove(remote);
    }

    boolean anyVerified() {
        return anyVerified;
    }

    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    boolean isExpected() {
        return kind == Kind.EXPECTED;
    }

    boolean isOurs() {
        return kind == Kind.OURS;
    }

    /** A server that says something else than the pings' echoes knows nothing of them; a silent one perhaps does. */
    boolean isWorthAsking() {
        return kind != Kind.ANOTHER && (anyVerified || !anyUnverified || isOurs());
    }

    /** A server that is not known to be of this program may have to answer each question as if it were a ping. */
    boolean mayBeSentAnother() {
        return !isUnknown()
                || sentToStranger < (anyVerified ? MAX_TO_STRANGER : MAX_TO_SILENT_STRANGER);
    }
}
