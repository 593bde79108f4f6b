package pingmonitor.echo;

import java.nio.ByteBuffer;
import pingmonitor.echo.fate.Fate;
import pingmonitor.echo.fate.FatePolicy;
import pingmonitor.echo.fate.ReplyText;

/** What the server remembers of one client, which is an address and a port. */
final class Client {
    private final long index;
    private TokenBucket bucket;
    private final LoopGuard loops = new LoopGuard();
    private long datagrams;

    /**
     * @param index its place in the order of arrival, from 0
     */
    Client(long index, TokenBucket bucket) {
        this.index = index;
        this.bucket = bucket;
    }

    /** The fate of the datagram that just came. Counts it. */
    Fate nextFate(FatePolicy fates, int sizeBytes) {
        return fates.fate(index, datagrams++, sizeBytes);
    }

    void limit(TokenBucket other) {
        bucket = other;
    }

    TokenBucket bucket() {
        return bucket;
    }

    /** Whether answering cannot be part of a loop of echoes. */
    boolean isNoLoop(ByteBuffer payload, ReplyText reply) {
        return !reply.leavesUnchanged(payload) || loops.admit(payload);
    }
}
